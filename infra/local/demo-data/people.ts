import type { Day } from '../../../shared/domain/day.ts';
import type { RowOf } from './tables.ts';
import { ago, mostlyKnown, type World } from './world.ts';

type Cells<Name extends Parameters<World['tables']['add']>[0]> = Partial<RowOf<Name>>;

/** A care leaver's status in law at an age, as most have it. */
export function careStatusAt(world: World, age: number): string {
  if (age < 18)
    return world.choices.weighted([
      [4, 'eligible'],
      [1, 'relevant'],
    ]);
  return world.choices.weighted([
    [9, 'formerRelevant'],
    [1, 'qualifying'],
  ]);
}

/**
 * Writes a person's row. Whatever `cells` does not say is as it is with most people, and now and then not known.
 * @param born the birth date
 * @returns the reference
 */
export function addPerson(world: World, reference: string, born: Day, cells: Cells<'people.csv'>): string {
  const { between, chance, weighted } = world.choices;
  world.tables.add('people.csv', {
    sexRegisteredAtBirth: mostlyKnown(
      world,
      weighted([
        [11, 'male'],
        [9, 'female'],
      ]),
    ),
    nhsNumber: chance(6) ? null : world.nhsNumber(),
    pets: mostlyKnown(
      world,
      weighted([
        [45, 'none'],
        [2, 'dog'],
        [2, 'cat'],
      ]),
    ),
    smokes: mostlyKnown(
      world,
      weighted([
        [12, 'no'],
        [8, 'outside'],
        [1, 'inside'],
      ]),
    ),
    funding: mostlyKnown(
      world,
      weighted([
        [14, 'benefits'],
        [1, 'self'],
      ]),
    ),
    canPayWeekly: mostlyKnown(world, between(14, 34)),
    sharedRateExempt: mostlyKnown(world, chance(10)),
    localConnection: mostlyKnown(world, !chance(5)),
    ...cells,
    sourceReference: reference,
    dateOfBirth: born,
  });
  return reference;
}

/** Writes a needs assessment: fresh, and without special needs of the building, unless `cells` says otherwise. */
export function addNeeds(world: World, person: string, cells: Cells<'needs.csv'>): void {
  const { between, chance, weighted } = world.choices;
  const riskToSelf = weighted([
    [5, 'none'],
    [4, 'low'],
    [2, 'medium'],
  ]);
  world.tables.add('needs.csv', {
    assessedOn: ago(world, between(3, 28)),
    sleepIn: false,
    stepFree: mostlyKnown(world, false),
    wetRoom: mostlyKnown(world, false),
    highestFloor: weighted([
      [12, 20],
      [2, 2],
      [1, 0],
    ]),
    selfContained: false,
    quiet: chance(20),
    recovery: mostlyKnown(
      world,
      weighted([
        [14, 'notApplicable'],
        [2, 'sustained'],
        [2, 'early'],
        [1, 'usingNow'],
      ]),
    ),
    substanceFreeHome: mostlyKnown(world, chance(8)),
    riskToSelf: mostlyKnown(world, riskToSelf),
    safetyPlanOn: riskToSelf === 'medium' ? ago(world, between(5, 60)) : null,
    ...cells,
    sourceReference: world.next('needs'),
    person,
  });
}

/** Writes a placement request that is ready to place unless `cells` says otherwise, and gives its reference. */
export function addRequest(world: World, person: string, cells: Cells<'requests.csv'>): string {
  const sourceReference = world.next('request');
  world.tables.add('requests.csv', { status: 'readyToPlace', ...cells, sourceReference, person });
  return sourceReference;
}

/** Writes a stay that began so many days ago and goes on, unless `cells` says otherwise. */
export function addStay(
  world: World,
  person: string,
  room: string,
  daysAgo: number,
  cells: Cells<'stays.csv'> = {},
): void {
  const from = ago(world, daysAgo);
  world.tables.add('stays.csv', { from, ...cells, sourceReference: world.next('stay'), room, person });
}
