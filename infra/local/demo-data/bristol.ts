import type { Cast } from './cast.ts';
import { fillRooms } from './fill.ts';
import { addStepOutFlat, type StepOutTerms } from './flats.ts';
import { flatNames } from './names.ts';
import { addPatient } from './patients.ts';
import type { BuiltHome } from './place.ts';
import { addTeam } from './staff.ts';
import type { World } from './world.ts';

const STEP_OUT: StepOutTerms = {
  owner: 'quayside-commons-homes',
  landlord: 'open-door-avon',
  clinicalTeam: 'severnside-nhs-trust',
  rent: [88, 172],
};

const OUTCODES = [
  'BS1',
  'BS2',
  'BS3',
  'BS4',
  'BS5',
  'BS6',
  'BS7',
  'BS9',
  'BS10',
  'BS13',
  'BS14',
  'BS15',
  'BS16',
];

/** Bristol: a small partnership with Step Out flats alone, 45 for every hundred people. */
export function addBristol(world: World, people: number): void {
  const names = flatNames(world, 'apart', OUTCODES);
  const homes: BuiltHome[] = [];
  for (let i = 0; i < Math.max(3, Math.round(people * 0.45)); i++) {
    const choice = { ...names.next().value, team: 'rehabilitation' };
    const accessible = i % 7 === 3 ? { floor: 0, stepFree: true, wetRoom: true, accessibility: 'B' } : {};
    homes.push(
      addStepOutFlat(
        world,
        choice,
        i % 3 === 2 ? 'settledSupport' : 'intensiveSupport',
        STEP_OUT,
        accessible,
      ),
    );
  }
  const team = addTeam(world, {
    name: 'rehabilitation',
    serviceModel: 'stepOut',
    role: 'rehabilitationWorker',
    prefix: 'rehabilitation-worker',
    limit: 12,
    places: Math.ceil(homes.length * 1.6) + 4,
  });
  const cast: Cast = {
    world,
    around: { outcodes: OUTCODES, homes: homes.map(({ reference }) => reference) },
    teams: new Map([[team.name, team]]),
    tenancySupport: null,
    wardSites: ['MERRIDEN-1', 'MERRIDEN-2'],
  };
  const residents = fillRooms(cast, { rooms: homes.flatMap(({ rooms }) => rooms), residents: people });
  for (let i = residents; i < people; i++) addPatient(cast, false);
}
