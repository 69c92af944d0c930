import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import { PersonId, RoomId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { PlacementRequest } from '../../../shared/domain/placement-request.ts';
import { compile, plan, whyNot } from '../../../shared/matching/engine.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { Condition, ServiceModel, serviceModels } from '../../../shared/services/index.ts';
import { csvFolder, readOn } from '../../support/planned-folder.ts';

const on = '2026-04-20';
const { facts } = readOn(csvFolder(fileURLToPath(new URL('../../fixtures/one-chain', import.meta.url))), on);
const patient = PersonId.parse('patient');
const room = RoomId.parse('elm-1');

/** What the engine says of the patient where their programme has this one rule. */
function verdictOf(when: unknown, person: Partial<Person>, request: Partial<PlacementRequest> = {}) {
  const model = serviceModels().get('stayingConnected')!;
  const [rule] = model.eligibility;
  const asked = ServiceModel.parse({ ...model, eligibility: [{ ...rule!, when: Condition.parse(when) }] });
  const changed = {
    ...facts,
    people: facts.people.map((one) => (one.id === patient ? { ...one, ...person } : one)),
    requests: facts.requests.map(
      (one): PlacementRequest => (one.personId === patient ? Object.assign({}, one, request) : one),
    ),
  };
  const models = new Map([[asked.id, asked]]);
  const problem = compile(changed, currentPolicy, models, Day.parse(on));
  const found = whyNot(problem, plan(problem), patient, room);
  return found?.checks.find((check) => check.rule === 'eligible')?.verdict;
}

describe('the engine asks a programme’s rule of what is on record', () => {
  test.each(['childRemoved', 'secondaryMentalHealthCare', 'wantsPaidWork'] as const)(
    '%s: yes, no and not asked',
    (fact) => {
      const rule = { fact, is: true };
      expect([true, false, null].map((known) => verdictOf(rule, { [fact]: known }))).toEqual([
        'pass',
        'fail',
        'unknown',
      ]);
    },
  );

  test('homeless: by where they live now, and a blank is not a home', () => {
    const rule = { fact: 'homeless', is: true };
    const from = (accommodation: PlacementRequest['accommodation']) => verdictOf(rule, {}, { accommodation });
    expect([from('19'), from('39'), from('10'), from(null)]).toEqual(['pass', 'pass', 'fail', 'unknown']);
  });

  test('further needs: groups of homelessness are not counted among them', () => {
    const rule = { fact: 'furtherNeedsCount', atLeast: 2 };
    const groups = (...clientGroups: Person['clientGroups']) => verdictOf(rule, { clientGroups });
    expect([groups('E', 'F', 'N'), groups('E', 'N', 'S'), groups('E', 'F'), groups()]).toEqual([
      'pass',
      'fail',
      'pass',
      'unknown',
    ]);
  });

  test('a removal in the past changes nothing where no rule asks for it: no check, no point, no word', () => {
    const planned = (childRemoved: boolean | null) => {
      const people = facts.people.map((one) => ({ ...one, childRemoved }));
      return plan(compile({ ...facts, people }, currentPolicy, serviceModels(), Day.parse(on)));
    };
    expect(planned(true).suggestions).toEqual(planned(null).suggestions);
    expect(planned(true).unplaced).toEqual(planned(null).unplaced);
    expect(planned(null).suggestions.length).toBeGreaterThan(0);
  });
});
