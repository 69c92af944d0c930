import type { RowOf } from './tables.ts';
import { ago, type World } from './world.ts';

/** What people near a partnership's homes may wish and must keep away from. */
export interface Surroundings {
  readonly outcodes: readonly string[];
  /** References of homes somebody may have been shown. */
  readonly homes: readonly string[];
}

type Cells<
  Name extends 'risks.csv' | 'exclusion-zones.csv' | 'provider-bans.csv' | 'anchors.csv' | 'preferences.csv',
> = Partial<RowOf<Name>>;

export function addRisk(world: World, person: string, cells: Cells<'risks.csv'>): void {
  const row = { level: 'medium', current: true, recordedOn: ago(world, 60), setBy: 'social worker' };
  world.tables.add('risks.csv', { ...row, ...cells, sourceReference: world.next('risk'), person });
}

export function addExclusionZone(world: World, person: string, cells: Cells<'exclusion-zones.csv'>): void {
  const row = { setBy: 'police', from: ago(world, 90) };
  world.tables.add('exclusion-zones.csv', { ...row, ...cells, sourceReference: world.next('zone'), person });
}

export function addProviderBan(world: World, person: string, cells: Cells<'provider-bans.csv'>): void {
  const row = { setBy: 'service manager' };
  world.tables.add('provider-bans.csv', { ...row, ...cells, sourceReference: world.next('ban'), person });
}

export function addAnchor(world: World, person: string, cells: Cells<'anchors.csv'>): void {
  const row = { importance: 2, recordedOn: ago(world, 30) };
  world.tables.add('anchors.csv', { ...row, ...cells, sourceReference: world.next('anchor'), person });
}

export function addPreference(world: World, person: string, cells: Cells<'preferences.csv'>): void {
  const row = { importance: 2, recordedOn: ago(world, 20) };
  world.tables.add('preferences.csv', {
    ...row,
    ...cells,
    sourceReference: world.next('preference'),
    person,
  });
}

export function addNonAssociation(world: World, person: string, otherPerson: string): void {
  const sourceReference = world.next('apart');
  world.tables.add('non-associations.csv', {
    sourceReference,
    person,
    otherPerson,
    recordedOn: ago(world, 75),
  });
}

/** Risks on record, as often as a supported housing panel sees them; some long past, some expired. */
export function addLikelyRisks(world: World, person: string): void {
  const { between, chance, weighted } = world.choices;
  if (!chance(24)) return;
  const categories = weighted([
    [5, ['riskOfExploitation']],
    [3, ['cuckooing']],
    [3, ['violence']],
    [3, ['propertyDamage']],
    [2, ['arson']],
    [1, ['sexualHarm']],
    [1, ['exploitsOthers']],
    [1, ['riskOfExploitation', 'cuckooing']],
  ]);
  for (const category of categories) {
    const recorded = between(10, 420);
    addRisk(world, person, {
      category,
      level: weighted([
        [4, 'low'],
        [4, 'medium'],
        [1, 'high'],
      ]),
      current: chance(70),
      recordedOn: ago(world, recorded),
      expiresOn: chance(30) ? ago(world, recorded - between(180, 540)) : null,
      setBy: weighted([
        [3, 'social worker'],
        [2, 'ward team'],
        [1, 'police'],
        [1, 'probation officer'],
      ]),
    });
  }
}

/** Anchors, wishes and refusals of somebody who is waiting; now and then an area they must not live in. */
export function addLikelyWishes(world: World, person: string, around: Surroundings): void {
  const { between, chance, pick, weighted } = world.choices;
  const anchors = weighted([
    [3, 0],
    [4, 1],
    [3, 2],
    [1, 3],
  ]);
  for (let i = 0; i < anchors; i++)
    addAnchor(world, person, {
      kind: weighted([
        [4, 'family'],
        [3, 'friends'],
        [3, 'college'],
        [2, 'work'],
        [2, 'gp'],
        [2, 'careTeam'],
        [1, 'childContact'],
        [1, 'faith'],
      ]),
      postcode: pick(around.outcodes),
      importance: between(1, 3),
      recordedOn: ago(world, between(5, 120)),
    });
  const wish = (cells: Cells<'preferences.csv'>) =>
    addPreference(world, person, {
      ...cells,
      importance: between(1, 3),
      recordedOn: ago(world, between(3, 90)),
    });
  if (chance(25)) wish({ wish: 'wants', about: 'area', value: pick(around.outcodes) });
  if (chance(20))
    wish({
      wish: 'wants',
      about: 'setting',
      value: weighted([
        [3, 'quiet'],
        [1, 'lively'],
      ]),
    });
  if (chance(8)) wish({ wish: 'doesNotWant', about: 'home', value: pick(around.homes) });
  if (chance(7)) wish({ wish: 'doesNotWant', about: 'area', value: pick(around.outcodes) });
  if (chance(5)) {
    addExclusionZone(world, person, {
      postcode: pick(around.outcodes),
      radiusMetres: pick([500, 1000, 1500, 2000]),
      setBy: weighted([
        [3, 'person'],
        [2, 'police'],
        [2, 'court'],
        [1, 'marac'],
        [1, 'licence'],
      ]),
      from: ago(world, between(20, 300)),
      expiresOn: chance(50) ? ago(world, -between(60, 400)) : null,
    });
  }
}
