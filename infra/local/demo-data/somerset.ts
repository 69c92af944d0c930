import { addAnchor, addPreference } from './conditions.ts';
import { addLevelHomes } from './level-homes.ts';
import type { somersetOddities } from './oddity-list.ts';
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

const OUTCODES = ['TA1', 'TA2', 'TA6', 'TA8', 'TA20', 'TA21', 'BA5', 'BA6', 'BA16', 'BA20', 'BA21'];

const HAND_MADE = 4;

type Reference = (typeof somersetOddities)[number]['reference'];
const called = (reference: Reference) => reference;

/**
 * Somerset: everybody has a recovery coach of Step Together, which has no beds and no end; some wait for a home of
 * the levels, some live in one, and some do neither. For every hundred people there are about 27 homes.
 */
export function addSomerset(world: World, people: number): void {
  const team = addTeam(world, {
    name: 'recovery-coaches',
    serviceModel: 'stepTogetherSomerset',
    role: 'recoveryCoach',
    prefix: 'coach',
    limit: 10,
    places: Math.ceil(people * 1.3),
  });
  const terms = { owner: 'levels-and-moors-homes', support: 'withy-bridge-trust', team: team.name };
  const rooms = addLevelHomes(world, { ...terms, outcodes: OUTCODES, sex: 'any', rent: [88, 210] }, people);
  const { weighted } = world.choices;
  const supported: Supported = {
    world,
    team,
    around: { outcodes: OUTCODES, homes: rooms.map(({ home }) => home) },
    everybody: () => ({
      clientGroups: weighted([
        [4, ['E', 'F', 'N']],
        [3, ['E', 'G', 'S']],
        [2, ['E', 'F', 'H', 'S']],
        [1, ['E', 'A', 'N']],
      ]),
      secondaryMentalHealthCare: world.choices.chance(50),
    }),
  };
  addSomersetOddities(supported);
  const residents = addLevelResidents(supported, rooms, people - HAND_MADE);
  addOthers(supported, people - HAND_MADE - residents);
}

function addSomersetOddities(supported: Supported): void {
  const { world } = supported;
  addWaiting(supported, called('dog-owner-in-hostels'), bornSoThat(world, 41, 120), {
    person: {
      pets: 'dog',
      smokes: 'no',
      funding: 'benefits',
      canPayWeekly: 30,
      sexRegisteredAtBirth: 'female',
      clientGroups: ['E', 'G', 'N'],
    },
    needs: { ...plainNeeds, supportLevel: 'low', supportHoursPerWeek: 3, sleepIn: false, quiet: true },
    request: { accommodation: '7', queuedOn: ago(world, 900) },
  });
  addPreference(world, called('dog-owner-in-hostels'), {
    ...{ wish: 'wants', about: 'setting', value: 'quiet', importance: 3 },
  });
  addSupported(supported, called('in-support-alone'), bornSoThat(world, 52, 80), {
    clientGroups: ['E', 'F', 'S'],
  });
  addSupported(supported, called('contract-ended'), bornSoThat(world, 47, 60), {
    clientGroups: ['E', 'F', 'H', 'N'],
  });
  addWaiting(supported, called('no-nhs-number-rough-sleeper'), bornSoThat(world, 29, 40), {
    person: { nhsNumber: null, clientGroups: ['E', 'F', 'S'], localConnection: false },
    request: { accommodation: '19', unsafeNow: true, queuedOn: ago(world, 12) },
  });
  addAnchor(world, called('no-nhs-number-rough-sleeper'), {
    kind: 'friends',
    postcode: 'TA6',
    importance: 3,
  });
}
