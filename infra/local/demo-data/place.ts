import type * as z from 'zod';
import type { SexPolicy } from '../../../shared/domain/home.ts';
import type { RowOf } from './tables.ts';
import { postcodeIn, type World } from './world.ts';

/** The four kinds of home of the two programmes. */
export type HomeKind =
  | 'highSupport'
  | 'extendedSupport'
  | 'ownTenancy'
  | 'stepOutIntensive'
  | 'stepOutSettled';

/** A bedroom or a whole flat, as far as filling it needs to know. */
export interface BuiltRoom {
  readonly reference: string;
  readonly home: BuiltHome;
  readonly stepFree: boolean;
}

/** A home with its rooms, as far as filling it needs to know. */
export interface BuiltHome {
  readonly reference: string;
  readonly kind: HomeKind;
  readonly outcode: string;
  readonly team: string;
  readonly sex: z.infer<typeof SexPolicy>;
  /** Ages of the people who live there, both included. */
  readonly ages: readonly [from: number, to: number];
  readonly takesDogs: boolean;
  readonly rooms: BuiltRoom[];
}

type HomeCells = Partial<RowOf<'homes.csv'>>;
type RoomCells = Partial<RowOf<'rooms.csv'>>;

/** What is said of a home before its rooms; `cells` are the columns beside those worked out from the rest. */
export interface HomePlan {
  readonly reference: string;
  readonly name: string;
  readonly kind: HomeKind;
  readonly outcode: string;
  readonly team: string;
  readonly sex?: BuiltHome['sex'];
  readonly ages: BuiltHome['ages'];
  readonly cells: HomeCells;
}

/** Writes a home's row. Its rooms follow with {@link addBedroom}, {@link addFlat} and {@link addSharedRooms}. */
export function addHome(world: World, plan: HomePlan): BuiltHome {
  const pets = plan.cells.pets ?? 'assistanceOnly';
  const sex = plan.sex ?? 'any';
  const turnaroundWorkingDays = plan.kind === 'ownTenancy' ? 5 : 2;
  world.tables.add('homes.csv', {
    postcode: postcodeIn(world, plan.outcode),
    ...plan.cells,
    sourceReference: plan.reference,
    name: plan.name,
    sexPolicy: sex,
    pets,
    turnaroundWorkingDays: plan.cells.turnaroundWorkingDays ?? turnaroundWorkingDays,
    team: plan.team,
  });
  const { reference, kind, outcode, team, ages } = plan;
  const takesDogs = pets === 'yes' || pets === 'byAgreement';
  return { reference, kind, outcode, team, sex, ages, takesDogs, rooms: [] };
}

/** A bedroom of a shared home, for one person unless `cells` says more. */
export function addBedroom(world: World, home: BuiltHome, cells: RoomCells): BuiltRoom {
  const reference = `${home.reference}-room-${home.rooms.length + 1}`;
  return addRoom(world, home, reference, { kind: 'bedroom', maxPersons: 1, ...cells });
}

/** The one room of a flat that is let whole. */
export function addFlat(world: World, home: BuiltHome, cells: RoomCells): BuiltRoom {
  return addRoom(world, home, `${home.reference}-whole`, { kind: 'wholeHome', maxPersons: 2, ...cells });
}

function addRoom(world: World, home: BuiltHome, reference: string, cells: RoomCells): BuiltRoom {
  const room = { reference, home, stepFree: cells.stepFree === true };
  home.rooms.push(room);
  world.tables.add('rooms.csv', { ...cells, sourceReference: reference, home: home.reference });
  return room;
}

/** Rooms that are part of the home and never let: lounge and kitchen, and the office staff sleep in where there is one. */
export function addSharedRooms(world: World, home: BuiltHome, sleepInOffice: boolean): void {
  const never = { home: home.reference, maxPersons: 0, floor: 0, rentType: 'specified', weeklyRent: 0 };
  const { between } = world.choices;
  const add = (name: string, kind: string, area: number) =>
    world.tables.add('rooms.csv', {
      ...never,
      sourceReference: `${home.reference}-${name}`,
      kind,
      areaSquareMetres: area,
    });
  add('lounge', 'communal', between(16, 26));
  add('kitchen', 'communal', between(12, 20));
  if (sleepInOffice) add('office', 'staffSleepIn', between(9, 13));
}
