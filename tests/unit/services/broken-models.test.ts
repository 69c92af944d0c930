import { describe, expect, test } from 'vitest';
import { modelsById, parseServiceModel } from '../../../shared/services/index.ts';
import sound from '../../../shared/services/staying-connected.json' with { type: 'json' };

type Path = (string | number)[];

/** A copy with one value put in another's place; an index past the end of a list adds to it. */
function put(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const copy: unknown[] = [...node];
    copy[Number(key)] = put(copy[Number(key)], rest, value);
    return copy;
  }
  if (typeof node !== 'object' || node === null) throw new Error(`Nothing to change at ${key}`);
  const inner = Object.entries(node).find(([name]) => name === key)?.[1];
  return { ...node, [key]: put(inner, rest, value) };
}

function problemsOf(json: unknown): string[] {
  try {
    parseServiceModel(json, 'm.json');
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
}

const roles = 'programmeLead, independenceAdviser, supportWorker, tenancySupportWorker';
const stages = 'relationshipBuilding, highSupport, extendedSupport, ownTenancy';
const rule: Path = ['eligibility', 0, 'when'];
const pattern: Path = ['contactPatterns', 0];
const stepDown = { direction: 'stepDown', source: 'A document' };

type Row = [says: string, path: Path, value: unknown];

const wrongValues: Row[] = [
  ['name: must be text; it is missing', ['name'], undefined],
  ['name: must say something in words; found "  "', ['name'], '  '],
  ['id: must be a camelCase name such as ownTenancy; found "Step Out"', ['id'], 'Step Out'],
  ['version: must be a year and month such as 2026-11; found "2026"', ['version'], '2026'],
  ['validFrom: must be a day such as 2026-11-30; found "2026-02-30"', ['validFrom'], '2026-02-30'],
  ['provides: must be one of homes, support, job support; found "beds"', ['provides'], 'beds'],
  ['stages[0].colour: is not a name the model knows; found "red"', ['stages', 0, 'colour'], 'red'],
  [
    'stages[1].supportLevel: must be one of low, medium, high, floating, null; found "big"',
    ['stages', 1, 'supportLevel'],
    'big',
  ],
  ['stages[1].intendedMonths: must be at least 1; found 0', ['stages', 1, 'intendedMonths'], 0],
  [
    'stages[2].weeklyContacts.atLeast: must be a whole number; found 1.5',
    ['stages', 2, 'weeklyContacts', 'atLeast'],
    1.5,
  ],
  [
    'contactPatterns[0].phases[0].every: Give a length such as P7D, P4W or P3M; found "weekly"',
    [...pattern, 'phases', 0, 'every'],
    'weekly',
  ],
  ['contactPatterns[0].phases[0].for: must be text; found 28', [...pattern, 'phases', 0, 'for'], 28],
  [
    'contactPatterns[0].phases: Only the last phase may run to the end; found [{"every":"P7D","until":"end"},{"every":"P14D","for":"P3M...',
    [...pattern, 'phases', 0],
    { every: 'P7D', until: 'end' },
  ],
  ['coAllocation.workersPerPerson: must be at most 5; found 6', ['coAllocation', 'workersPerPerson'], 6],
  ['readiness.scale.max: must be 4; found 5', ['readiness', 'scale', 'max'], 5],
  ['readiness.gates[0].minimumEach: must be at most 4; found 5', ['readiness', 'gates', 0, 'minimumEach'], 5],
  [
    'eligibility[0].source: must name the document the rule comes from; found ""',
    ['eligibility', 0, 'source'],
    '',
  ],
  [
    'eligibility[0].when.fact: must be one of age, needsCount, furtherNeedsCount, leftResidentialCare, inpatient, homelessOnLeaving, homeless, childRemoved, secondaryMentalHealthCare, wantsPaidWork, careStatus, clientGroup, sexRegisteredAtBirth; found "shoeSize"',
    rule,
    { fact: 'shoeSize', atLeast: 42 },
  ],
  ['eligibility[0].when.is: must be true or false; found "yes"', rule, { fact: 'inpatient', is: 'yes' }],
  [
    'eligibility[0].when.all[0].any[0].in[0]: must be one of A, B, D, E, F, G, H, I, L, M, N, O, P, Q, R, S; found "Z"',
    rule,
    { all: [{ any: [{ fact: 'clientGroup', in: ['Z'] }] }] },
  ],
  ['eligibility[0].when.all: must hold at least 1; found []', rule, { all: [] }],
  ['eligibility[0].when: must have atLeast, below or both; found {"fact":"age"}', rule, { fact: 'age' }],
  [
    'eligibility[0].when.below: must be more than atLeast; found 16',
    rule,
    { fact: 'age', atLeast: 16, below: 16 },
  ],
  [
    'endConditions[0].kind: must be one of age, date, goalMet, personChoice, fundingEnd; found "boredom"',
    ['endConditions', 0, 'kind'],
    'boredom',
  ],
  ['panel.quorum: must be at least 2; found 1', ['panel', 'quorum'], 1],
  ['matching.weights.luck: is not a name the model knows; found 3', ['matching', 'weights'], { luck: 3 }],
  ['matching.weights.choice: must be a whole number; found 2.5', ['matching', 'weights', 'choice'], 2.5],
];

const contradictions: Row[] = [
  ['validTo: must not be before 2023-04-01; found "2023-03-31"', ['validTo'], '2023-03-31'],
  ['stages[3].order: must differ from stages[0].order; found 3', ['stages', 0, 'order'], 3],
  [
    'eligibility[1].id: must differ from eligibility[0].id; found "leftResidentialCare"',
    ['eligibility', 1, 'id'],
    'leftResidentialCare',
  ],
  [
    'readiness.domains[1].id: must differ from readiness.domains[0].id; found "budgeting"',
    ['readiness', 'domains', 1, 'id'],
    'budgeting',
  ],
  ['stages[1].home: must be given for a stage with beds; found null', ['stages', 1, 'home'], null],
  [
    'stages[1].supportLevel: must be given for a stage with beds; found null',
    ['stages', 1, 'supportLevel'],
    null,
  ],
  [
    'stages[1].needs[1]: must be the id of one of the model\'s beforeMoveIn steps (workerIntroduction, housemateIntroduction, homeSeen, tenancySupportWorkerNamed, keysArranged); found "cake"',
    ['stages', 1, 'needs', 1],
    'cake',
  ],
  [
    `stages[2].weeklyContacts.byRole: must be the id of one of the model's staff roles (${roles}); found "butler"`,
    ['stages', 2, 'weeklyContacts', 'byRole'],
    'butler',
  ],
  [
    'readiness.gates[0].id: must be the gate of a stage: no stage asks for it; found "readyForExtendedSupport"',
    ['stages', 2, 'gate'],
    null,
  ],
  [
    'stages[0].gate: must be the id of one of the model\'s readiness gates (readyForExtendedSupport, readyForOwnTenancy); found "readyForAll"',
    ['stages', 0, 'gate'],
    'readyForAll',
  ],
  [
    `moves[0].to: must be the id of one of the model's stages (${stages}); found "palace"`,
    ['moves', 0, 'to'],
    'palace',
  ],
  [
    'moves[2].direction: stepDown must lead to a later stage without more support; found "stepDown"',
    ['moves', 2],
    { from: 'ownTenancy', to: 'highSupport', ...stepDown },
  ],
  [
    'moves[1].direction: stepDown must lead to a later stage without more support; found "stepDown"',
    ['stages', 3, 'supportLevel'],
    'high',
  ],
  [
    'moves[0].direction: stepUp must lead to an earlier stage without less support; found "stepUp"',
    ['moves', 0, 'direction'],
    'stepUp',
  ],
  [
    'moves[1].direction: lateral must keep the level of support; found "lateral"',
    ['moves', 1, 'direction'],
    'lateral',
  ],
  [
    'moves[2]: must differ from moves[0]; found {"from":"highSupport","to":"extendedSupport","direction":...',
    ['moves', 2],
    { from: 'highSupport', to: 'extendedSupport', ...stepDown },
  ],
  [
    `contactPatterns[0].anchor.stage: must be the id of one of the model's stages (${stages}); found "extended"`,
    [...pattern, 'anchor', 'stage'],
    'extended',
  ],
  [
    'contactPatterns[0].endsAtAgeMayBeSetTo: must be more than 21; found 18',
    [...pattern, 'endsAtAgeMayBeSetTo'],
    18,
  ],
  ['caseloadLimits[0].range.to: must be at least 8; found 7', ['caseloadLimits', 0, 'range', 'to'], 7],
  [
    'caseloadLimits[1].people: must be given where there is no range; found null',
    ['caseloadLimits', 1, 'people'],
    null,
  ],
  [
    `coAllocation.primaryRole: must be the id of one of the model's staff roles (${roles}); found "butler"`,
    ['coAllocation', 'primaryRole'],
    'butler',
  ],
  [
    'readiness.workerRaters: must be at most 1: raters is 2, one of them the person; found 2',
    ['readiness', 'workerRaters'],
    2,
  ],
  ['readiness.domains: must not be empty where there is a gate; found []', ['readiness', 'domains'], []],
  ['endConditions[0].mayBeSetTo: must be more than 21; found 20', ['endConditions', 0, 'mayBeSetTo'], 20],
  [
    'proposalSteps[1].id: must be panel: people decide last; found "providerAnswer"',
    ['proposalSteps'],
    sound.proposalSteps.slice(0, 2),
  ],
  ['panel.quorum: must be at most 5, the number of members; found 6', ['panel', 'quorum'], 6],
  [
    'matching.newcomerStages[0]: must be the id of one of the model\'s stages that have beds of their own (highSupport, extendedSupport, ownTenancy); found "relationshipBuilding"',
    ['matching', 'newcomerStages', 0],
    'relationshipBuilding',
  ],
  [
    'matching.newcomerStages: must name a stage: the model provides homes; found []',
    ['matching', 'newcomerStages'],
    [],
  ],
  [
    'wraparoundOffers[0].answers[0]: must be the id of one of the model\'s needs categories (emotionalHealth, physicalHealth, exploitation, substanceUse, workAndLearning, lifeSkills); found "luck"',
    ['wraparoundOffers', 0, 'answers', 0],
    'luck',
  ],
];

const checked = (at: number, i: number, why: string, check: string) =>
  `principles[${at}].heldBy[${i}]: must be a check the model switches on: ${why}; found "${check}"`;

const consultation = { id: 'reflection', name: 'Reflection', kind: 'consultation', source: 'A document' };

/** What the model says of support, money and checks, beside stages and staff. */
const besideStages: Row[] = [
  [
    'principles[0].heldBy[0]: must be one of viewBeforeDecision, choiceOfTwo, noPenaltyForNo, timeToAnswer, reasonsShown, placesScored, affordabilityByTenure, knownWorkerScored, sameWorkerThroughout, twoWorkers, introductionsFirst, startsBeforeTheMove, ownRatingBeside, contactsKept, followUpOwnerFirst, notTimeBound, stepUpIsNoFailure, selfContainedOnly, reflectiveConsultation, reviewPoints, baselineFirst; found "kindness"',
    ['principles', 0, 'heldBy', 0],
    'kindness',
  ],
  ['principles[0].heldBy: must hold at least 1; found []', ['principles', 0, 'heldBy'], []],
  [
    checked(4, 0, 'coAllocation gives fewer than two workers', 'twoWorkers'),
    ['coAllocation', 'workersPerPerson'],
    1,
  ],
  [
    checked(2, 0, 'the weight of continuity is 0', 'knownWorkerScored'),
    ['matching', 'weights', 'continuity'],
    0,
  ],
  [checked(7, 0, 'there is no contact pattern', 'contactsKept'), ['contactPatterns'], []],
  [
    checked(0, 0, 'a stage or an end condition sets a time', 'notTimeBound'),
    ['principles', 0, 'heldBy'],
    ['notTimeBound'],
  ],
  [
    checked(0, 0, 'there is no stepUp move, or residents move by a step down only', 'stepUpIsNoFailure'),
    ['principles', 0, 'heldBy'],
    ['stepUpIsNoFailure'],
  ],
  [
    checked(0, 0, 'a stage with beds is not self-contained', 'selfContainedOnly'),
    ['principles', 0, 'heldBy'],
    ['selfContainedOnly'],
  ],
  [
    checked(0, 0, 'no follow-up needs an owner first', 'followUpOwnerFirst'),
    ['principles', 0, 'heldBy'],
    ['followUpOwnerFirst'],
  ],
  [
    checked(0, 0, 'there is no support step of the kind consultation', 'reflectiveConsultation'),
    ['principles', 0, 'heldBy'],
    ['reflectiveConsultation'],
  ],
  [
    checked(0, 0, 'there is no support step of the kind review', 'reviewPoints'),
    ['principles', 0, 'heldBy'],
    ['reviewPoints'],
  ],
  [
    `supportSteps[0].byRole: must be the id of one of the model's staff roles (${roles}); found "oracle"`,
    ['supportSteps'],
    [{ ...consultation, byRole: 'oracle', about: 'team', every: null }],
  ],
  [
    'supportSteps[0].about: must be one of person, team; found "weather"',
    ['supportSteps'],
    [{ ...consultation, byRole: 'programmeLead', about: 'weather', every: null }],
  ],
  [
    'fundingPeriods[0].to: must not be before 2026-04-01; found "2026-03-31"',
    ['fundingPeriods'],
    [
      {
        ...{ id: 'grant', from: '2026-04-01', to: '2026-03-31' },
        ...{ funder: 'A council', says: 'A year', source: 'A document' },
      },
    ],
  ],
  [
    'homeSearch.neededBefore: must be babyDueOn; found "easter"',
    ['homeSearch'],
    { anchors: [], asksOf: [], neededBefore: 'easter', source: 'A document' },
  ],
];

describe('a broken service model is refused with the path of the bad value', () => {
  test('and the sound one it was made from is not', () => {
    expect(problemsOf(sound)).toEqual([]);
  });

  test.each([...wrongValues, ...contradictions, ...besideStages])('%s', (says, path, value) => {
    expect(problemsOf(put(sound, path, value))).toEqual([`m.json: ${says}`]);
  });

  test('every problem of a model has its own line', () => {
    const twice = put(put(sound, ['name'], 7), ['panel', 'quorum'], 6.5);
    expect(problemsOf(twice)).toEqual([
      'm.json: name: must be text; found 7',
      'm.json: panel.quorum: must be a whole number; found 6.5',
    ]);
  });

  test('an open contact phase without an end age is refused at the age', () => {
    const open = put(put(sound, [...pattern, 'endsAtAge'], null), [...pattern, 'endsAtAgeMayBeSetTo'], null);
    expect(problemsOf(open)).toEqual([
      'm.json: contactPatterns[0].endsAtAge: must be an age where the last phase has no end of its own; found null',
    ]);
  });

  test('an eligibility rule that ends before it starts is refused at its end', () => {
    const dated = put(
      put(sound, ['eligibility', 2, 'from'], '2026-05-01'),
      ['eligibility', 2, 'to'],
      '2026-04-30',
    );
    expect(problemsOf(dated)).toEqual([
      'm.json: eligibility[2].to: must not be before 2026-05-01; found "2026-04-30"',
    ]);
  });

  test('proposal steps without the person are refused', () => {
    expect(problemsOf(put(sound, ['proposalSteps'], sound.proposalSteps.slice(2)))[0]).toMatch(
      /^m\.json: proposalSteps: must hold personView/,
    );
  });

  test('beds in a programme that provides support alone are refused at each stage', () => {
    const lines = problemsOf(put(sound, ['provides'], 'support'));
    expect(lines.map((line) => line.split(': ')[1])).toEqual([
      'stages[1].beds',
      'stages[2].beds',
      'stages[3].beds',
    ]);
  });

  test.each([[null], [[]], ['text']])('a file that holds %j is refused as a whole', (json) => {
    expect(problemsOf(json)).toEqual([
      `m.json: the whole file: must be an object; found ${JSON.stringify(json)}`,
    ]);
  });

  test('two files with one id are refused at the second', () => {
    const files = [
      { file: 'a.json', json: sound },
      { file: 'b.json', json: sound },
    ];
    expect(() => modelsById(files)).toThrow(
      'b.json: id: must differ from every other model\'s; found "stayingConnected"',
    );
  });
});
