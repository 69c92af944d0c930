import { type FlatName, flatNames, type HomeName, houseNames } from './names.ts';
import { ago, postcodeIn, type World } from './world.ts';

/** Who owns and supports the homes of a partnership whose other programme has no beds, and for whom they are. */
export interface LevelTerms {
  readonly owner: string;
  readonly support: string;
  readonly team: string;
  readonly outcodes: readonly string[];
  readonly sex: 'any' | 'women';
  /** Per room and week, in pounds. */
  readonly rent: readonly [from: number, to: number];
}

/** A room of a level of support, as far as filling it needs to know. */
export interface LevelRoom {
  readonly reference: string;
  readonly home: string;
  readonly outcode: string;
  readonly supportLevel: string;
  readonly hours: number;
}

/** Houses are shared: staff day and night, staff by day, and visits; flats get people ready for a home of their own. */
const LEVELS = {
  level1: { supportLevel: 'high', hours: 16, sleepIn: true, pets: 'assistanceOnly' },
  level2: { supportLevel: 'medium', hours: 10, sleepIn: false, pets: 'none' },
  level3: { supportLevel: 'low', hours: 6, sleepIn: false, pets: 'byAgreement' },
  level4: { supportLevel: 'low', hours: 4, sleepIn: false, pets: 'byAgreement' },
} as const;

type Level = keyof typeof LEVELS;

const HOUSES: readonly Level[] = ['level1', 'level2', 'level3'];
const BEDROOMS = 3;

const pounds = (amount: number) => amount.toFixed(2);

/** Shared houses of three levels, about one for ten people, and flats, about one for six. */
export function addLevelHomes(world: World, terms: LevelTerms, people: number): LevelRoom[] {
  const houses = houseNames(world);
  const flats = flatNames(world, 'apart', terms.outcodes);
  const rooms: LevelRoom[] = [];
  for (let i = 0; i < Math.max(HOUSES.length, Math.round(people / 10)); i++)
    rooms.push(...addHouse(world, terms, houses.next().value, HOUSES[i % HOUSES.length] ?? 'level1'));
  for (let i = 0; i < Math.max(4, Math.round(people / 6)); i++)
    rooms.push(addLevelFlat(world, terms, flats.next().value, i));
  return rooms;
}

function addHouse(world: World, terms: LevelTerms, { name, reference }: HomeName, level: Level): LevelRoom[] {
  const { between, pick } = world.choices;
  const outcode = pick(terms.outcodes);
  addHomeRow(
    world,
    terms,
    level,
    { reference, name, outcode },
    {
      ...{ letting: 'byRoom', unitType: '4', takesChildren: false, sexPolicy: terms.sex },
      ...(terms.sex === 'women' && {
        confidentialAddress: true,
        sexPolicyBasis:
          'Asked for by women, several of whom have been harmed by men; flats are offered nearby',
        sexPolicyReviewOn: ago(world, -between(60, 330)),
      }),
      ...{ licenceMaxPersons: BEDROOMS, licenceMaxHouseholds: BEDROOMS, maxHighRisk: 2, maxEarlyRecovery: 2 },
      features: ['outdoorSpace'],
    },
  );
  return Array.from({ length: BEDROOMS }, (_, at) => {
    const room = `${reference}-room-${at + 1}`;
    world.tables.add('rooms.csv', {
      ...{ sourceReference: room, home: reference, kind: 'bedroom', maxPersons: 1, cotSpace: false },
      ...rentCells(world, terms),
      areaSquareMetres: between(80, 125) / 10,
      floor: at,
      stepFree: at === 0,
      wetRoom: at === 0,
    });
    return levelRoom(room, reference, outcode, level);
  });
}

function addLevelFlat(world: World, terms: LevelTerms, { home, outcode }: FlatName, at: number): LevelRoom {
  const { between } = world.choices;
  const { reference, name } = home;
  addHomeRow(
    world,
    terms,
    'level4',
    { reference, name, outcode },
    {
      ...{ letting: 'whole', unitType: '1', takesChildren: true, sexPolicy: 'any' },
    },
  );
  const room = `${reference}-whole`;
  const ground = at % 3 === 0;
  world.tables.add('rooms.csv', {
    ...{ sourceReference: room, home: reference, kind: 'wholeHome', maxPersons: 2, cotSpace: true },
    ...rentCells(world, terms),
    areaSquareMetres: between(340, 470) / 10,
    floor: ground ? 0 : between(1, 3),
    stepFree: ground,
    wetRoom: ground,
  });
  return levelRoom(room, reference, outcode, 'level4');
}

const levelRoom = (reference: string, home: string, outcode: string, level: Level): LevelRoom => {
  const { supportLevel, hours } = LEVELS[level];
  return { reference, home, outcode, supportLevel, hours };
};

function rentCells(world: World, { rent }: LevelTerms) {
  const { between } = world.choices;
  return {
    accessibility: 'F',
    rentType: 'specified',
    weeklyRent: pounds(between(...rent) + 0.5),
    weeklyServiceCharge: pounds(between(12, 24)),
    weeklyPersonalCharge: pounds(between(4, 10)),
    weeklySupportCharge: 0,
  };
}

interface HomePlace extends HomeName {
  readonly outcode: string;
}

function addHomeRow(
  world: World,
  { owner, support, team }: LevelTerms,
  level: Level,
  { reference, name, outcode }: HomePlace,
  cells: Partial<Parameters<typeof world.tables.add<'homes.csv'>>[1]>,
): void {
  const { supportLevel, hours, sleepIn, pets } = LEVELS[level];
  world.tables.add('homes.csv', {
    ...{ supportLevel, sleepIn, supportHoursPerWeek: hours, offers: [`secondStep/${level}`], ageFrom: 18 },
    ...{ pets, smoking: 'outside', substanceFree: false, atmosphere: 'mixed' },
    ...{ licenceStatus: 'notRequired', localConnectionRequired: false, turnaroundWorkingDays: 2 },
    ...{ owner, landlord: owner, supportProvider: support, team },
    ...cells,
    sourceReference: reference,
    name,
    postcode: postcodeIn(world, outcode),
  });
}
