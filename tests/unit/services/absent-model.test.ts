import { describe, expect, test } from 'vitest';
import {
  csvTexts,
  type DemoPartnership,
  demoPartnerships,
  generate,
} from '../../../infra/local/demo-data/demo-data.ts';
import { Day } from '../../../shared/domain/day.ts';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { readTables } from '../../../shared/files/read-tables.ts';
import { tablesOf } from '../../../shared/files/tables.ts';
import { compile, plan } from '../../../shared/matching/engine.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { modelsById, type ServiceModel, serviceModels } from '../../../shared/services/index.ts';
import { modelFiles } from '../../../shared/services/load.ts';

const on = Day.parse('2026-11-21');
const all = serviceModels();
const facts = new Map(
  demoPartnerships.map((partnership) => {
    const texts = csvTexts(generate({ partnership, on, seed: 7, people: 60 }));
    return [partnership, readTables(texts, { partnership, on, models: all, outcodes: readOutcodes() }).facts];
  }),
);

function planned(partnership: DemoPartnership, models: ReadonlyMap<string, ServiceModel>) {
  return plan(compile(facts.get(partnership)!, currentPolicy, models, on));
}

/** The words of the columns in which staff name a programme, a stage or a role. */
function namesOffered(models: ReadonlyMap<string, ServiceModel>): Set<string> {
  return new Set(
    Object.values(tablesOf(models))
      .flatMap(({ columns }) => columns)
      .flatMap(({ allowed = [] }) => allowed.map(({ code }) => code)),
  );
}

describe.each([...all.keys()])('without the file of %s', (absent) => {
  const left = modelsById(
    modelFiles.filter(
      ({ file }) => file !== `${absent.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}.json`,
    ),
  );

  test('every other programme is there as it was', () => {
    expect([...left]).toEqual([...all].filter(([id]) => id !== absent));
  });

  test('files no longer offer the programme or its stages, and offer everything else', () => {
    const offered = namesOffered(left);
    const before = [...namesOffered(all)];
    const own = (code: string) => code === absent || code.startsWith(`${absent}/`);
    expect([...offered].filter(own)).toEqual([]);
    const elsewhere = before
      .filter((code) => code.includes('/') || all.has(code))
      .filter((code) => !own(code));
    for (const code of elsewhere) expect(offered).toContain(code);
  });

  test.each(demoPartnerships)('in %s its people alone leave the plan, and are told why', (partnership) => {
    const whole = compile(facts.get(partnership)!, currentPolicy, all, on).pool;
    const without = compile(facts.get(partnership)!, currentPolicy, left, on).pool;
    const own = facts.get(partnership)!.requests.filter(({ serviceModel }) => serviceModel === absent);
    const people = new Set<string>(own.map(({ personId }) => personId));
    expect(without.subjects.map(({ person }) => person.id)).toEqual(
      whole.subjects.map(({ person }) => person.id).filter((id) => !people.has(id)),
    );
    const told = without.notInPool.filter(({ personId }) => people.has(personId));
    expect(told.every(({ because }) => because === 'The programme it asks for is not set up here.')).toBe(
      true,
    );
    const theirs = new Set(
      facts
        .get(partnership)!
        .stays.filter(({ personId }) => people.has(personId))
        .map(({ roomId }) => roomId),
    );
    expect(without.places.map(({ room }) => room.id)).toEqual(
      whole.places.map(({ room }) => room.id).filter((id) => !theirs.has(id)),
    );
  });

  test.each(demoPartnerships)(
    'in %s a plan can be made, the same one where nobody asked for it',
    (partnership) => {
      const asked = facts.get(partnership)!.requests.some(({ serviceModel }) => serviceModel === absent);
      const after = planned(partnership, left);
      if (!asked) expect(after.suggestions).toEqual(planned(partnership, all).suggestions);
      expect(after.suggestions.length).toBeLessThanOrEqual(facts.get(partnership)!.requests.length);
    },
  );
});
