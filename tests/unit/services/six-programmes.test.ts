import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contactGrid } from '../../../shared/domain/contact-plan.ts';
import { Day } from '../../../shared/domain/day.ts';
import { type EligibilityFacts, evaluate, serviceModels } from '../../../shared/services/index.ts';
import { modelFiles } from '../../../shared/services/load.ts';
import { WorkflowCheck } from '../../../shared/services/workflow-checks.ts';

const models = serviceModels();
const somerset = models.get('stepTogetherSomerset')!;
const venus = models.get('stepTogetherVenus')!;
const secondStep = models.get('secondStep')!;
const ips = models.get('individualPlacementAndSupport')!;

type Model = typeof ips;
const verdicts = (model: Model, facts: EligibilityFacts) =>
  model.eligibility.map(({ when }) => evaluate(when, facts));
const steps = (model: Model, kind: string) =>
  (model.supportSteps ?? []).filter((step) => step.kind === kind).map(({ id }) => id);

describe('the files of the programmes', () => {
  test('are all in the list, and the list names no other', () => {
    const folder = readdirSync(new URL('../../../shared/services', import.meta.url));
    expect(modelFiles.map(({ file }) => file)).toEqual(
      folder.filter((name) => name.endsWith('.json')).sort(),
    );
  });

  test('are each called what their id says', () => {
    const named = [...models.keys()].map((id) =>
      id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    expect(modelFiles.map(({ file }) => file)).toEqual(named.map((name) => `${name}.json`));
  });

  test('use every check the product knows, so that none stands for nothing', () => {
    const used = new Set(
      [...models.values()].flatMap(({ principles }) => principles.flatMap((one) => one.heldBy)),
    );
    expect([...used].sort()).toEqual([...WorkflowCheck.options].sort());
  });
});

describe('a programme without beds', () => {
  test.each([somerset, venus, ips])('$name has no bed in any stage, and nobody moves in', (model) => {
    expect(model.provides).not.toBe('homes');
    expect(model.stages.every(({ beds, home, agreement }) => !beds && !home && !agreement)).toBe(true);
    expect([model.matching.newcomerStages, model.beforeMoveIn]).toEqual([[], []]);
  });
});

describe('a programme that is not time-bound', () => {
  test.each([somerset, venus, secondStep, ips])(
    '$name sets no time in any stage and ends on no date',
    (model) => {
      expect(model.stages.map(({ intendedMonths }) => intendedMonths)).toEqual(model.stages.map(() => null));
      expect(model.endConditions.map(({ kind }) => kind)).not.toContain('date');
      expect(model.principles.flatMap(({ heldBy }) => heldBy)).toContain('notTimeBound');
    },
  );
});

describe('Step Together Somerset', () => {
  test.each<[string, EligibilityFacts, string[]]>([
    [
      'somebody who sleeps rough, with two further needs',
      { homeless: true, age: 34, furtherNeedsCount: 2 },
      ['pass', 'pass', 'pass'],
    ],
    [
      'somebody of a CORE group of homelessness',
      { homeless: false, clientGroup: ['S', 'F', 'E'], age: 34, furtherNeedsCount: 2 },
      ['pass', 'pass', 'pass'],
    ],
    [
      'somebody with one further need',
      { homeless: true, age: 34, furtherNeedsCount: 1 },
      ['pass', 'fail', 'pass'],
    ],
    ['somebody whose needs nobody wrote down', { homeless: true, age: 34 }, ['pass', 'unknown', 'pass']],
    ['a 17-year-old', { homeless: true, age: 17, furtherNeedsCount: 3 }, ['pass', 'pass', 'fail']],
  ])('%s', (_, facts, verdict) => {
    expect(verdicts(somerset, facts)).toEqual(verdict);
  });

  test('has 14 recovery coaches and 2 psychologists who are consulted about people and by the team', () => {
    expect(somerset.staffRoles.map(({ id, fullTimeEquivalent }) => [id, fullTimeEquivalent])).toEqual([
      ['recoveryCoach', 14],
      ['psychologist', 2],
    ]);
    expect(steps(somerset, 'consultation')).toEqual(['reflectiveConsultation', 'teamReflection']);
  });

  test('has money to April 2025 and support without an end', () => {
    expect(somerset.fundingPeriods?.map(({ from, to }) => [from, to])).toEqual([
      ['2019-04-01', '2024-03-31'],
      ['2024-04-01', '2025-03-31'],
    ]);
    expect([somerset.validFrom, somerset.validTo]).toEqual(['2019-04-01', null]);
  });

  test('compares emergency visits, admissions and arrests with the year before', () => {
    const before = new Map(somerset.outcomeMeasures.map((one) => [one.id, one.before]));
    expect(
      ['emergencyDepartmentVisits', 'hospitalAdmissions', 'arrests'].map((id) => before.get(id)),
    ).toEqual(['P12M', 'P12M', 'P12M']);
  });
});

describe('Step Together Venus', () => {
  test.each<[string, EligibilityFacts, string[]]>([
    [
      'a mother with a child removed',
      { childRemoved: true, sexRegisteredAtBirth: 'female' },
      ['pass', 'pass'],
    ],
    ['a mother without', { childRemoved: false, sexRegisteredAtBirth: 'female' }, ['fail', 'pass']],
    ['a woman who was not asked', { sexRegisteredAtBirth: 'female' }, ['unknown', 'pass']],
    ['a father', { childRemoved: true, sexRegisteredAtBirth: 'male' }, ['pass', 'fail']],
  ])('%s', (_, facts, verdict) => {
    expect(verdicts(venus, facts)).toEqual(verdict);
  });

  test('counts people from referral to twelve months, and reviews at 6 and 12', () => {
    expect(steps(venus, 'milestone')).toEqual([
      'referredCount',
      'engagedCount',
      'engagedAtSixMonths',
      'engagedAtTwelveMonths',
    ]);
    expect(venus.supportSteps?.find(({ kind }) => kind === 'review')).toMatchObject({ at: ['P6M', 'P12M'] });
  });

  test('looks for a home before the baby is due, near the contact venue, for women or self-contained', () => {
    expect(venus.homeSearch).toMatchObject({ neededBefore: 'babyDueOn' });
    expect(venus.homeSearch?.anchors[0]).toBe('childContact');
    expect(venus.homeSearch?.asksOf).toEqual(
      expect.arrayContaining(['womenOnlyOrSelfContained', 'baby', 'confidentialAddress']),
    );
  });
});

describe('Second Step', () => {
  test('takes people in at any of four levels, from staff day and night to preparing for independence', () => {
    expect(secondStep.matching.newcomerStages).toEqual(['level1', 'level2', 'level3', 'level4']);
    expect(secondStep.stages.map(({ id, supportLevel, beds }) => [id, supportLevel, beds])).toEqual([
      ['assessment', null, false],
      ['level1', 'high', true],
      ['level2', 'medium', true],
      ['level3', 'low', true],
      ['level4', 'low', true],
      ['resettlement', 'floating', false],
    ]);
  });

  test('knows a step down, up and to the side between any two levels', () => {
    const between = secondStep.moves.filter(({ to }) => to !== 'resettlement');
    expect(between).toHaveLength(16);
    for (const { from, to, direction } of between)
      expect(direction).toBe(from === to ? 'lateral' : from < to ? 'stepDown' : 'stepUp');
    expect(secondStep.matching.ladderOnly).toBe(false);
  });

  test('is one of four pathways, the one for everybody', () => {
    expect(
      secondStep.pathways?.map(({ sex, substanceUseOnly, ours }) => [sex, substanceUseOnly, ours]),
    ).toEqual([
      ['men', false, false],
      ['any', false, true],
      ['women', false, false],
      ['any', true, false],
    ]);
  });

  test('plans eleven contacts in the first six months of a settled home', () => {
    const days = contactGrid(secondStep.contactPatterns[0]!, Day.parse('2026-01-05'), null);
    expect(days).toHaveLength(11);
    expect([days[0], days.at(-1)]).toEqual(['2026-01-12', '2026-07-02']);
  });
});

describe('Individual Placement and Support', () => {
  test.each<[string, EligibilityFacts, string[]]>([
    ['a patient on a ward who wants to work', { inpatient: true, wantsPaidWork: true }, ['pass', 'pass']],
    [
      'a patient at home who wants to work',
      { inpatient: false, secondaryMentalHealthCare: true, wantsPaidWork: true },
      ['pass', 'pass'],
    ],
    [
      'somebody under no mental health team',
      { inpatient: false, secondaryMentalHealthCare: false, wantsPaidWork: true },
      ['fail', 'pass'],
    ],
    ['somebody nobody asked about work', { inpatient: true }, ['pass', 'unknown']],
  ])('%s', (_, facts, verdict) => {
    expect(verdicts(ips, facts)).toEqual(verdict);
  });

  test('starts the search within 20 working days, and looks at income and rent again', () => {
    expect(ips.proposalSteps.at(-1)?.withinWorkingDays).toBe(20);
    expect(steps(ips, 'review')).toEqual(['incomeReview']);
    expect(ips.stages.at(-1)?.startsOnEntry.map(({ id }) => id)).toEqual([
      'affordabilityRecheck',
      'workAsAPlace',
    ]);
    expect(ips.homeSearch?.anchors).toEqual(['work', 'college']);
  });

  test('rates nobody as ready for work', () => {
    expect([ips.readiness.domains, ips.readiness.gates]).toEqual([[], []]);
  });
});
