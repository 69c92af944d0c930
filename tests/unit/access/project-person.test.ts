import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { type PersonSeen, PersonShown, projectPerson } from '../../../shared/access/project-person.ts';
import { Day } from '../../../shared/domain/day.ts';
import { PersonFile, RequestFile } from '../../../shared/domain/files.ts';
import { Member, type Role } from '../../../shared/domain/member.ts';
import { PersonIdentity } from '../../../shared/domain/person.ts';
import { ownedFacts } from '../../../shared/usecases/people/new-facts.ts';
import { NewPerson } from '../../../shared/usecases/people/open-person.ts';
import { canaries, canary, newNeeds, newPerson, newRisk, newZone } from '../../support/people-scene.ts';

const today = Day.parse('2026-04-20');

function fileOf(born: string = canary.dateOfBirth): PersonFile {
  const {
    person,
    identity: _identity,
    id,
    ...facts
  } = NewPerson.parse(
    newPerson(
      'ada',
      {
        risks: [newRisk],
        exclusionZones: [newZone],
        nonAssociations: [{ otherPersonId: 'bea', recordedOn: '2026-03-01', expiresOn: null }],
        anchors: [
          { kind: 'college', place: { easting: 1, northing: 2 }, importance: 2, recordedOn: '2026-03-01' },
        ],
      },
      { dateOfBirth: born, primaryWorker: 'w-1', secondWorker: 'w-3' },
    ),
  );
  let ids = 0;
  return PersonFile.parse({
    person: { ...person, id },
    ...ownedFacts(facts, PersonFile.shape.person.shape.id.parse(id), (prefix) => `${prefix}-${++ids}`),
    declined: [],
    withdrawn: null,
    openedBy: 'opener',
    organisationId: 'council',
  });
}

function seenAs(file: PersonFile = fileOf()): PersonSeen {
  return {
    file,
    version: 3,
    requests: [fromSite('RHM01')],
    identity: PersonIdentity.parse({ id: 'ada', ...canary }),
    needs: file.needs[0] ?? null,
    riskCategories: ['violence'],
    today,
  };
}

const fromSite = (hospitalSite: string): RequestFile =>
  RequestFile.parse({
    request: {
      ...{ id: 'r-1', personId: 'ada', kind: 'discharge', serviceModel: 'stayingConnected', stages: [] },
      ...{ queuedOn: '2026-04-01', earliestOn: null, neededBy: null, unsafeNow: false },
      ...{ accommodation: null, outcode: null, referralSource: null, referredBy: null, hospitalSite },
      status: 'draft',
    },
    discharge: null,
    openedBy: 'opener',
    organisationId: null,
    question: null,
    answers: [],
    endedBecause: null,
  });

const viewer = (roles: Role[], more: Partial<z.input<typeof Member>> = {}): Member =>
  Member.parse({
    ...{ id: 'viewer', partnershipId: 'southampton', organisationId: null, roles },
    ...{ workerId: null, hospitalSite: null, active: true },
    ...more,
  });

/** Who looks, and what they see: a level, or why they see nothing. */
const views: readonly (readonly [string, Member, string])[] = [
  ['the worker they have', viewer(['supportWorker'], { workerId: 'w-1' }), 'identity'],
  ['their second worker', viewer(['supportWorker'], { workerId: 'w-3' }), 'identity'],
  ['the worker who opened them', viewer(['supportWorker'], { id: 'opener' }), 'identity'],
  ['the worker of somebody else', viewer(['supportWorker'], { workerId: 'w-2' }), 'not-found'],
  ['their ward', viewer(['wardCoordinator'], { hospitalSite: 'RHM01' }), 'identity'],
  ['another ward', viewer(['wardCoordinator'], { hospitalSite: 'RHM02' }), 'not-found'],
  ['a panel member', viewer(['panelMember']), 'identity'],
  ['the chair', viewer(['panelChair']), 'identity'],
  ['the auditor', viewer(['auditor']), 'identity'],
  ['the programme lead', viewer(['programmeLead']), 'record'],
  ['an officer', viewer(['housingOfficer']), 'profile'],
  ['the officer who opened them', viewer(['housingOfficer'], { id: 'opener' }), 'record'],
  ['an officer who leads', viewer(['housingOfficer', 'programmeLead']), 'record'],
  [
    'an officer who is their worker',
    viewer(['housingOfficer', 'supportWorker'], { workerId: 'w-1' }),
    'identity',
  ],
  [
    "an officer who is somebody else's worker",
    viewer(['housingOfficer', 'supportWorker'], { workerId: 'w-2' }),
    'profile',
  ],
  ['a lead who is their worker', viewer(['programmeLead', 'supportWorker'], { workerId: 'w-1' }), 'identity'],
  ['a provider', viewer(['providerManager']), 'not-allowed'],
  ['the system admin', viewer(['systemAdmin']), 'not-allowed'],
  ['a system admin who sits on the panel', viewer(['systemAdmin', 'panelMember']), 'not-allowed'],
  ['a panel member whose access has ended', viewer(['panelMember'], { active: false }), 'not-allowed'],
];

/** The fields of each level, all of them. */
const recordFields = [
  ...[
    'age',
    'anchors',
    'bans',
    'declined',
    'exclusionZones',
    'id',
    'level',
    'needs',
    'nonAssociations',
    'openedBy',
  ],
  ...['organisationId', 'person', 'preferences', 'readiness', 'risks', 'version', 'withdrawn'],
];
const fields: Readonly<Record<string, readonly string[]>> = {
  identity: [...recordFields, 'dateOfBirth', 'name', 'nhsNumber'].sort(),
  record: recordFields,
  profile: [
    ...['accessNeeds', 'ageBand', 'clientGroups', 'id', 'level', 'riskCategories', 'supportLevel', 'version'],
  ],
};

/** Facts, and what each looks like in an answer. */
const signs = {
  'a name': canary.name,
  'an NHS number': canary.nhsNumber,
  'a birth date': canary.dateOfBirth,
  'where a zone is': '441777',
  'how wide a zone is': '"radiusMetres":500',
  'who they are kept from': 'bea',
  'how high a risk is': '"high"',
  'who recorded a risk': 'police',
  'their recovery': 'sustained',
  'their worker': 'w-1',
  'where they want to be': 'college',
  'their age': '"age":21',
};
type Sign = keyof typeof signs;
const recordSigns: Sign[] = [
  ...(['how wide a zone is', 'who they are kept from', 'how high a risk is', 'who recorded a risk'] as const),
  ...(['their recovery', 'their worker', 'where they want to be', 'their age'] as const),
];
const shownSigns: Readonly<Record<string, readonly Sign[]>> = {
  identity: ['a name', 'an NHS number', 'a birth date', 'where a zone is', ...recordSigns],
  record: recordSigns,
  profile: [],
};

describe.each(views)('%s', (_who, member, level) => {
  const answer = projectPerson(member, seenAs());

  test(`sees: ${level}`, () => {
    expect(answer.ok ? answer.value.level : answer.refusal).toBe(level);
  });

  test.each(Object.entries(signs))('sees %s only where that level shows it', (sign, text) => {
    const shown = (shownSigns[level] ?? []).some((one) => one === sign);
    expect(JSON.stringify(answer).includes(text)).toBe(shown);
  });
});

test.each(views.filter(([, , level]) => fields[level]))(
  '%s sees exactly the fields of that level, as the API promises them',
  (_who, member, level) => {
    const answer = projectPerson(member, seenAs());
    const shown = answer.ok ? answer.value : null;
    expect(Object.keys(shown ?? {}).sort()).toEqual(fields[level]);
    expect(PersonShown.parse(shown)).toEqual(shown);
  },
);

test('without their identity at hand, whoever may know it sees the record', () => {
  const answer = projectPerson(viewer(['panelMember']), { ...seenAs(), identity: null });
  expect(answer).toMatchObject({ ok: true, value: { level: 'record' } });
  for (const one of canaries) expect(JSON.stringify(answer)).not.toContain(one);
});

test.each([
  ['2010-04-21', '0-15'],
  ['2010-04-20', '16-17'],
  ['2008-04-21', '16-17'],
  ['2008-04-20', '18-24'],
  ['2001-04-21', '18-24'],
  ['2001-04-20', '25-34'],
  ['1961-04-21', '55-64'],
  ['1961-04-20', '65+'],
])('a profile of somebody born on %s says they are %s', (born, ageBand) => {
  const answer = projectPerson(viewer(['housingOfficer']), seenAs(fileOf(born)));
  expect(answer).toMatchObject({ ok: true, value: { ageBand } });
});

test('a profile says which needs bear on a home, and nothing while nobody has assessed them', () => {
  const officer = viewer(['housingOfficer']);
  const { sleepIn, stepFree, wetRoom, highestFloor, selfContained, quiet } = newNeeds;
  expect(projectPerson(officer, seenAs())).toMatchObject({
    value: {
      supportLevel: 'medium',
      accessNeeds: { sleepIn, stepFree, wetRoom, highestFloor, selfContained, quiet },
      riskCategories: ['violence'],
    },
  });
  const unknown = projectPerson(officer, { ...seenAs(), needs: null, riskCategories: [] });
  expect(unknown).toMatchObject({ value: { supportLevel: null, accessNeeds: null, riskCategories: [] } });
});
