import { addDays } from '../../../shared/domain/day.ts';
import { addAnchor, addExclusionZone } from './conditions.ts';
import { addLevelHomes } from './level-homes.ts';
import type { seftonOddities } from './oddity-list.ts';
import { addTeam } from './staff.ts';
import {
  addLevelResidents,
  addOthers,
  addSupported,
  addWaiting,
  plainNeeds,
  type Supported,
} from './supported.ts';
import { ago, bornSoThat, type World } from './world.ts';

const OUTCODES = ['L20', 'L21', 'L22', 'L23', 'L30', 'L31', 'PR8', 'PR9'];

const HAND_MADE = 4;

type Reference = (typeof seftonOddities)[number]['reference'];
const called = (reference: Reference) => reference;

/**
 * Sefton: women in Step Together of Venus, which has no beds; shared homes are for women, at addresses that are
 * confidential, and flats may take a baby. For every hundred women there are about 27 homes.
 */
export function addSefton(world: World, people: number): void {
  const team = addTeam(world, {
    name: 'family-workers',
    serviceModel: 'stepTogetherVenus',
    role: 'familyWorker',
    prefix: 'family-worker',
    limit: 8,
    places: Math.ceil(people * 1.3),
  });
  const terms = { owner: 'sandhills-homes', support: 'evening-star-charity', team: team.name };
  const rooms = addLevelHomes(world, { ...terms, outcodes: OUTCODES, sex: 'women', rent: [92, 205] }, people);
  const { weighted } = world.choices;
  const supported: Supported = {
    world,
    team,
    around: { outcodes: OUTCODES, homes: rooms.map(({ home }) => home) },
    everybody: () => ({
      sexRegisteredAtBirth: 'female',
      childRemoved: true,
      clientGroups: weighted([
        [4, ['E', 'N']],
        [3, ['E', 'L', 'N']],
        [2, ['E', 'F', 'N']],
      ]),
    }),
  };
  addSeftonOddities(supported);
  const residents = addLevelResidents(supported, rooms, people - HAND_MADE);
  addOthers(supported, people - HAND_MADE - residents);
}

function addSeftonOddities(supported: Supported): void {
  const { world } = supported;
  const dueOn = addDays(world.on, 63);
  addWaiting(supported, called('baby-due-near-contact-venue'), bornSoThat(world, 26, 140), {
    person: { babyDueOn: dueOn, pets: 'none', smokes: 'no', funding: 'benefits', canPayWeekly: 30 },
    needs: {
      ...plainNeeds,
      supportLevel: 'low',
      supportHoursPerWeek: 4,
      sleepIn: false,
      selfContained: true,
    },
    request: { accommodation: '14', neededBy: addDays(dueOn, -28), queuedOn: ago(world, 20) },
  });
  addAnchor(world, called('baby-due-near-contact-venue'), {
    ...{ kind: 'childContact', postcode: 'L20', importance: 3 },
  });
  addWaiting(supported, called('keeps-away-from-ex-partner'), bornSoThat(world, 33, 90), {
    person: { clientGroups: ['E', 'L', 'N'] },
    request: { accommodation: '21', unsafeNow: true },
  });
  addExclusionZone(world, called('keeps-away-from-ex-partner'), {
    ...{ postcode: 'PR8', radiusMetres: 4000, setBy: 'court' },
  });
  addSupported(supported, called('in-groups-alone'), bornSoThat(world, 38, 30), { wantsPaidWork: true });
  addWaiting(supported, called('not-asked-about-children'), bornSoThat(world, 24, 70), {
    person: { childRemoved: null, nhsNumber: null },
  });
}
