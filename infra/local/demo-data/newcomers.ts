import { addDays, birthday, type Day } from '../../../shared/domain/day.ts';
import type { Cast } from './cast.ts';
import { addLikelyRisks, addLikelyWishes } from './conditions.ts';
import { addNeeds, addPerson, addRequest, careStatusAt } from './people.ts';
import { statusCells } from './statuses.ts';
import { ago, bornSoThat, mostlyKnown } from './world.ts';

interface YoungPerson {
  readonly age: number;
  readonly born: Day;
  readonly accommodation: string;
  /** A CORE code: 17 children's social care, 20 homeless, 7 a voluntary agency. */
  readonly referralSource: string;
  readonly leftResidentialCare: boolean;
  readonly careStatus: string;
}

/** A young person in a children's home who is about to leave it, or has just turned 18 there. */
export function addCareLeaver(cast: Cast): string {
  const { world } = cast;
  const { chance, weighted } = world.choices;
  const woman = chance(45);
  const age = weighted([
    [2, 16],
    [6, 17],
    [woman ? 2 : 3, 18],
  ]);
  // Most 17-year-olds on the list are close to 18.
  const born = bornSoThat(
    world,
    age,
    age === 17 ? world.choices.between(150, 355) : world.choices.between(15, 200),
  );
  const person = addYoungPerson(cast, woman, {
    age,
    born,
    accommodation: '13',
    referralSource: '17',
    leftResidentialCare: true,
    careStatus: careStatusAt(world, age),
  });
  addYoungRequest(cast, person, born, age, { accommodation: '13', referralSource: '17' });
  return person;
}

/** A young person who has left care and has nowhere of their own; one in five was in foster care, not in a home. */
export function addHomelessYoungPerson(cast: Cast): string {
  const { world } = cast;
  const { chance, weighted } = world.choices;
  const woman = chance(40);
  const age = woman
    ? 18
    : weighted([
        [4, 18],
        [3, 19],
        [1, 20],
      ]);
  const born = bornSoThat(world, age, world.choices.between(15, 200));
  const accommodation = weighted([
    [6, '39'],
    [3, '14'],
    [2, '7'],
    [1, '19'],
    [2, '28'],
  ]);
  const referralSource = weighted([
    [3, '20'],
    [2, '7'],
    [2, '17'],
  ]);
  const fostered = chance(20);
  const person = addYoungPerson(cast, woman, {
    age,
    born,
    accommodation,
    referralSource,
    leftResidentialCare: !fostered,
    careStatus: fostered && chance(30) ? 'none' : careStatusAt(world, age),
  });
  addYoungRequest(cast, person, born, age, { accommodation, referralSource, unsafeNow: chance(7) });
  return person;
}

function addYoungPerson(
  cast: Cast,
  woman: boolean,
  { born, age, leftResidentialCare, careStatus }: YoungPerson,
): string {
  const { world } = cast;
  const { between, chance, pick, weighted } = world.choices;
  const [team] = chance(35)
    ? [pick([...cast.teams.values()].filter(({ name }) => name !== 'rehabilitation'))]
    : [];
  const primaryWorker = team?.takeOn() ?? null;
  const person = addPerson(world, world.next('young-person'), born, {
    sexRegisteredAtBirth: woman ? 'female' : mostlyKnown(world, 'male'),
    clientGroups: weighted([
      [5, ['P']],
      [2, ['P', 'E']],
      [1, ['P', 'N']],
      [1, ['P', 'Q']],
    ]),
    careStatus: mostlyKnown(world, careStatus),
    leftResidentialCare: mostlyKnown(world, leftResidentialCare),
    primaryWorker,
    secondWorker: primaryWorker === null ? null : team?.colleagueOf(primaryWorker),
  });
  addNeeds(world, person, {
    assessedOn: ago(world, chance(94) ? between(3, 45) : between(95, 180)),
    assessedBy: "children's social worker",
    supportLevel: weighted([
      [6, 'high'],
      [age >= 18 ? 2 : 1, 'medium'],
    ]),
    supportHoursPerWeek: between(11, 20),
    sleepIn: mostlyKnown(world, chance(85)),
  });
  addLikelyRisks(world, person);
  return person;
}

function addYoungRequest(
  cast: Cast,
  person: string,
  born: Day,
  age: number,
  cells: { accommodation: string; referralSource: string; unsafeNow?: boolean },
): void {
  const { world, around } = cast;
  const { between, chance, pick } = world.choices;
  const turns18 = birthday(born, 18);
  addRequest(world, person, {
    kind: 'newPlace',
    serviceModel: 'stayingConnected',
    ...statusCells(world),
    queuedOn: ago(world, between(4, 190)),
    earliestOn: age < 18 && chance(40) ? turns18 : null,
    neededBy: age < 18 && chance(25) ? addDays(turns18, 28) : null,
    ...cells,
    accommodation: mostlyKnown(world, cells.accommodation),
    postcode: pick(around.outcodes),
  });
  addLikelyWishes(world, person, around);
}
