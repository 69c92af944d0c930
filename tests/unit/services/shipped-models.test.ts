import { describe, expect, test } from 'vitest';
import { contactGrid } from '../../../shared/domain/contact-plan.ts';
import { birthday, Day } from '../../../shared/domain/day.ts';
import { evaluate, serviceModels } from '../../../shared/services/index.ts';

const day = (text: string) => Day.parse(text);
const stayingConnected = serviceModels().get('stayingConnected')!;
const stepOut = serviceModels().get('stepOut')!;

describe('the shipped models', () => {
  test('are the six programmes, read once', () => {
    expect([...serviceModels().keys()]).toEqual([
      'individualPlacementAndSupport',
      'secondStep',
      'stayingConnected',
      'stepOut',
      'stepTogetherSomerset',
      'stepTogetherVenus',
    ]);
    expect(serviceModels()).toBe(serviceModels());
  });

  test('say where every rule comes from, and what they assume where no document says', () => {
    const assumed = [...stayingConnected.caseloadLimits, ...stepOut.caseloadLimits].filter(
      (limit) => limit.people !== null,
    );
    const gates = [...stayingConnected.readiness.gates, ...stepOut.readiness.gates];
    for (const { source } of [...assumed, ...gates, stepOut.readiness]) expect(source).toContain('Assumes');
  });
});

describe('Staying Connected', () => {
  test('goes from getting to know each other, without a bed, to an own tenancy', () => {
    expect(
      stayingConnected.stages.map(({ id, order, beds, supportLevel }) => [id, order, beds, supportLevel]),
    ).toEqual([
      ['relationshipBuilding', 0, false, null],
      ['highSupport', 1, true, 'high'],
      ['extendedSupport', 2, true, 'medium'],
      ['ownTenancy', 3, true, 'floating'],
    ]);
  });

  test('intends 12 months in a home of four bedrooms with a worker asleep in it', () => {
    const high = stayingConnected.stages[1]!;
    expect([high.intendedMonths, high.staffOnSite, high.home?.bedrooms]).toEqual([12, 'sleepIn', 4]);
    expect(high.needs).toEqual(['workerIntroduction', 'housemateIntroduction', 'homeSeen']);
  });

  test('asks for 2 in all eight domains before extended support, and 3 before an own tenancy', () => {
    expect(stayingConnected.readiness.domains).toHaveLength(8);
    const gates = new Map(stayingConnected.readiness.gates.map((gate) => [gate.id, gate.minimumEach]));
    expect(stayingConnected.stages.map(({ gate }) => gate && gates.get(gate))).toEqual([null, null, 2, 3]);
  });

  test('asks for a named tenancy support worker before an own tenancy, and nobody may waive it', () => {
    expect(stayingConnected.stages[3]!.needs).toContain('tenancySupportWorkerNamed');
    const step = stayingConnected.beforeMoveIn.find(({ id }) => id === 'tenancySupportWorkerNamed');
    expect(step).toMatchObject({
      kind: 'namedWorker',
      role: 'tenancySupportWorker',
      mayBeWaivedWithReason: false,
    });
  });

  test('never takes the 8 to 16 of the document for a limit', () => {
    const [team, worker] = stayingConnected.caseloadLimits;
    expect(team).toMatchObject({ scope: 'team', people: null, range: { from: 8, to: 16 } });
    expect(worker).toMatchObject({ scope: 'worker', people: 5, perFte: true, range: null });
    expect(stayingConnected.coAllocation).toMatchObject({
      workersPerPerson: 2,
      primaryRole: 'independenceAdviser',
    });
  });

  test('plans 25 visits for somebody who moves at 18', () => {
    const [pattern] = stayingConnected.contactPatterns;
    const visits = contactGrid(pattern!, day('2026-01-05'), birthday(day('2007-06-15'), pattern!.endsAtAge!));
    expect(visits).toHaveLength(25);
    expect([
      visits[0],
      visits[3],
      visits[4],
      visits[9],
      visits[10],
      visits[12],
      visits[13],
      visits[24],
    ]).toEqual([
      '2026-01-12',
      '2026-02-02',
      '2026-02-16',
      '2026-04-27',
      '2026-06-02',
      '2026-08-02',
      '2026-09-27',
      '2028-06-04',
    ]);
  });

  test('plans phone support beside the monthly and the eight-weekly visits alone', () => {
    expect(stayingConnected.contactPatterns[0]!.phases.map(({ phone = false }) => phone)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('ends at 21, which a partnership may set to 25', () => {
    expect(stayingConnected.endConditions[0]).toMatchObject({ kind: 'age', at: 21, mayBeSetTo: 25 });
    expect(stayingConnected.contactPatterns[0]).toMatchObject({ endsAtAge: 21, endsAtAgeMayBeSetTo: 25 });
  });

  test.each([
    [15, 'fail'],
    [16, 'pass'],
    [20, 'pass'],
    [21, 'fail'],
    [null, 'unknown'],
  ])('age %j on the day of the move is a %s', (age, verdict) => {
    const rule = stayingConnected.eligibility.find(({ id }) => id === 'ageOnMove')!;
    expect(evaluate(rule.when, { age })).toBe(verdict);
  });

  test('offers six kinds of wider help and six of work and learning', () => {
    expect([stayingConnected.wraparoundOffers.length, stayingConnected.workAndLearningOffers.length]).toEqual(
      [6, 6],
    );
  });
});

describe('Step Out', () => {
  const patient = { inpatient: true, homelessOnLeaving: true, age: 18, clientGroup: ['E'] } as const;
  const verdicts = (facts: Parameters<typeof evaluate>[1]) =>
    stepOut.eligibility.map(({ when }) => evaluate(when, facts));

  test('is for adult mental health inpatients with no home', () => {
    expect(verdicts(patient)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(verdicts({ ...patient, inpatient: false })[0]).toBe('fail');
    expect(verdicts({ ...patient, homelessOnLeaving: null })[1]).toBe('unknown');
    expect(verdicts({ ...patient, age: 17 })[2]).toBe('fail');
    expect(verdicts({ ...patient, clientGroup: ['D', 'P'] })[3]).toBe('fail');
  });

  test('lowers support in the same self-contained flat, and nobody new starts there', () => {
    const [finding, intensive, settled] = stepOut.stages;
    expect(finding!.beds).toBe(false);
    expect([intensive!.home?.sharing, intensive!.supportLevel]).toEqual(['selfContained', 'medium']);
    expect([settled!.sameHome, settled!.supportLevel]).toEqual([true, 'floating']);
    expect(stepOut.matching.newcomerStages).toEqual(['intensiveSupport']);
  });

  test('owes a follow-up within 72 hours of discharge, with an owner named before the move', () => {
    expect(stepOut.followUps).toMatchObject([
      { after: 'wardDischarge', withinHours: 72, ownerNeededFirst: true },
    ]);
    expect(stepOut.stages[1]!.needs).toContain('followUpOwnerNamed');
  });

  test('measures crisis contacts six months before and after, and readmission at 30, 90 and 180 days', () => {
    const measures = new Map(stepOut.outcomeMeasures.map((measure) => [measure.id, measure]));
    expect(measures.get('crisisContacts')).toMatchObject({
      at: ['P6M'],
      before: 'P6M',
      baselineRequired: true,
    });
    expect(measures.get('readmission')?.at).toEqual(['P30D', 'P90D', 'P180D']);
  });

  test('names what the owner, landlord, support and clinical organisations do', () => {
    expect(stepOut.organisationParts.map(({ role }) => role)).toEqual([
      'owner',
      'landlord',
      'support',
      'clinical',
    ]);
  });
});
