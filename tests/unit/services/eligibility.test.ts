import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import {
  type Condition,
  type EligibilityFacts,
  EligibilityRule,
  evaluate,
  missingFacts,
  rulesInForce,
} from '../../../shared/services/index.ts';

const ward: Condition = { fact: 'inpatient', is: true };
const adult: Condition = { fact: 'age', atLeast: 18 };
const teens: Condition = { fact: 'age', atLeast: 16, below: 21 };
const mentalHealth: Condition = { fact: 'clientGroup', in: ['E', 'D'] };

describe('a condition', () => {
  test.each<[string, Condition, EligibilityFacts, string]>([
    ['counts the lowest age in', teens, { age: 16 }, 'pass'],
    ['counts the upper age out', teens, { age: 21 }, 'fail'],
    ['reads 0 as a number that is known', { fact: 'needsCount', below: 1 }, { needsCount: 0 }, 'pass'],
    ['reads false as an answer', { fact: 'inpatient', is: false }, { inpatient: false }, 'pass'],
    ['does not read silence as no', { fact: 'inpatient', is: false }, {}, 'unknown'],
    ['reads null as silence', ward, { inpatient: null }, 'unknown'],
    ['takes any client group of several', mentalHealth, { clientGroup: ['P', 'D'] }, 'pass'],
    ['knows a person who is in no client group', mentalHealth, { clientGroup: [] }, 'fail'],
    ['knows nothing of a person whose groups nobody wrote down', mentalHealth, {}, 'unknown'],
    ['is settled by one fail among all', { all: [ward, adult] }, { age: 17 }, 'fail'],
    ['is not settled by one pass among all', { all: [ward, adult] }, { age: 18 }, 'unknown'],
    ['is settled by one pass among any', { any: [ward, adult] }, { age: 18 }, 'pass'],
    ['is not settled by one fail among any', { any: [ward, adult] }, { age: 17 }, 'unknown'],
    [
      'tells care statuses apart',
      { fact: 'careStatus', in: ['relevant'] },
      { careStatus: 'eligible' },
      'fail',
    ],
    [
      'reads sex as registered',
      { fact: 'sexRegisteredAtBirth', in: ['female'] },
      { sexRegisteredAtBirth: 'female' },
      'pass',
    ],
  ])('%s', (_, condition, facts, verdict) => {
    expect(evaluate(condition, facts)).toBe(verdict);
  });
});

describe('the missing facts', () => {
  test('are those that could still change the answer, each once and in order', () => {
    const condition: Condition = { all: [{ any: [ward, mentalHealth] }, adult, ward] };
    expect(missingFacts(condition, { age: 30 })).toEqual(['inpatient', 'clientGroup']);
  });

  test('leave out what the known facts have settled', () => {
    const condition: Condition = { all: [{ any: [adult, mentalHealth] }, ward] };
    expect(missingFacts(condition, { age: 30 })).toEqual(['inpatient']);
  });

  test('are none once the answer is known', () => {
    expect(missingFacts({ all: [ward, adult] }, { age: 10 })).toEqual([]);
  });
});

describe('the rules in force', () => {
  const rule = (id: string, from: string | null, to: string | null, appliesTo: 'entry' | 'everyMove') =>
    EligibilityRule.parse({
      id,
      class: 'H',
      question: 'How old is the person?',
      sentence: 'For adults.',
      appliesTo,
      from,
      to,
      when: adult,
      source: 'A document',
    });
  const rules = [
    rule('always', null, null, 'everyMove'),
    rule('inApril', '2026-04-01', '2026-04-30', 'everyMove'),
    rule('onEntry', null, null, 'entry'),
  ];
  const on = (day: string, who: 'newcomer' | 'resident') =>
    rulesInForce(rules, Day.parse(day), who).map(({ id }) => id);

  test('hold from their first to their last day', () => {
    expect(on('2026-03-31', 'newcomer')).toEqual(['always', 'onEntry']);
    expect(on('2026-04-01', 'newcomer')).toEqual(['always', 'inApril', 'onEntry']);
    expect(on('2026-04-30', 'newcomer')).toEqual(['always', 'inApril', 'onEntry']);
    expect(on('2026-05-01', 'newcomer')).toEqual(['always', 'onEntry']);
  });

  test('leave entry rules out for somebody who lives in the programme', () => {
    expect(on('2026-04-15', 'resident')).toEqual(['always', 'inApril']);
  });
});
