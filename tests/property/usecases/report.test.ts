import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceModels } from '../../../shared/services/index.ts';
import { figuresOf, median } from '../../../shared/usecases/reports/figures.ts';
import { measures } from '../../../shared/usecases/reports/measures.ts';
import { factsOfHistory, history } from '../../support/five-years.ts';
import { plusDays } from '../../support/naive/days.ts';
import { countNaively } from '../../support/naive/report-count.ts';

const full = process.env.FULL === '1';
const settings = { seed: 20_261_123, numRuns: full ? 300 : 25 };
const on = '2026-11-23';
const now = `${on}T09:00:00Z`;
const programmes = ['stayingConnected', 'secondStep', 'stepOut'];

/** What the figures of a measure are a part of, where it is a figure of its own. */
const wholes: Readonly<Record<string, string>> = {
  engagement: 'referred',
  funnel: 'referred',
  contactsOwed: 'owed',
  voidDays: 'all',
  delayDays: 'all',
  peopleEverSupported: 'ever',
};

// Small numbers first would be days on which next to nothing happened.
const asked = fc.noBias(
  fc.record({
    seed: fc.nat({ max: 100_000 }),
    homes: fc.integer({ min: 1, max: 12 }),
    programme: fc.constantFrom(...programmes),
    from: fc.nat({ max: 700 }).map((days) => plusDays(on, -days)),
    length: fc.nat({ max: 500 }),
  }),
);

test('every figure of a partnership is what its records come to when they are counted one by one', () => {
  let told = 0;
  fc.assert(
    fc.property(asked, ({ seed, homes, programme, from, length }) => {
      const made = history({ seed, homes, on, days: 600 });
      const facts = factsOfHistory(made, programme, from, plusDays(from, length), now);
      const naive = countNaively(facts);
      for (const measure of Object.values(measures)) {
        const count = measure.count(facts);
        const figures = figuresOf(measure, count);
        for (const [at, line] of count.lines.entries()) {
          const rows = count.rows.filter(({ cell }) => line.cells.includes(cell));
          const should = naive.get(`${measure.code}.${line.code}`) ?? { sum: 0, numbers: [], pence: 0 };
          const where = `${measure.code}.${line.code}`;
          const figure = figures[at]!;
          expect(
            rows.reduce((sum, row) => sum + row.counted, 0),
            where,
          ).toBe(should.sum);
          if (measure.figure === 'median')
            expect(rows.map((row) => row.counted).sort(), where).toEqual(should.numbers.toSorted());
          if (line.of && measure.code !== 'repeatHomelessness') {
            const whole = wholes[measure.code];
            const name = whole ? `${measure.code}.${whole}` : `${where} of`;
            const of = count.rows.filter(({ cell }) => line.of!.includes(cell));
            expect(
              of.reduce((sum, row) => sum + row.counted, 0),
              `${where} of`,
            ).toBe(naive.get(name)?.sum ?? 0);
          }
          if (figure.keptBack) continue;
          told++;
          if (measure.figure === 'sum') expect(figure.counted, where).toBe(should.sum);
          else expect([figure.counted, figure.median], where).toEqual([null, median(should.numbers)]);
          if (figure.pence !== null) expect(figure.pence, where).toBe(should.pence);
        }
        // Every row is in a figure: what is counted can be seen, and nothing is counted in no figure.
        const cells = new Set(count.lines.flatMap((line) => [...line.cells, ...(line.of ?? [])]));
        expect(
          count.rows.filter(({ cell }) => !cells.has(cell)),
          measure.code,
        ).toEqual([]);
      }
    }),
    settings,
  );
  expect(told).toBeGreaterThan(settings.numRuns * 20);
});

test('the causes of empty nights and the reasons of lost days sum to their totals, in nights, pounds and days', () => {
  fc.assert(
    fc.property(asked, ({ seed, homes, programme, from, length }) => {
      const made = history({ seed, homes, on, days: 600 });
      const facts = factsOfHistory(made, programme, from, plusDays(from, length), now);
      const [total, ...causes] = figuresOf(measures.voidDays, measures.voidDays.count(facts));
      expect(causes.reduce((sum, one) => sum + one.counted!, 0)).toBe(total!.counted);
      expect(causes.reduce((sum, one) => sum + (one.pence ?? 0), 0)).toBe(total!.pence ?? 0);
      const { rows, lines } = measures.delayDays.count(facts);
      const days = (cells: readonly string[]): number =>
        rows.filter(({ cell }) => cells.includes(cell)).reduce((sum, row) => sum + row.counted, 0);
      const [all, ...reasons] = lines;
      expect(reasons.reduce((sum, one) => sum + days(one.cells), 0)).toBe(days(all!.cells));
    }),
    settings,
  );
});

test('every programme prints measures there are, and each of those says how it is counted', () => {
  for (const { reportMeasures } of serviceModels().values())
    expect(reportMeasures?.length).toBeGreaterThan(0);
  for (const [code, measure] of Object.entries(measures)) {
    expect(measure.code).toBe(code);
    expect(measure.counted).toMatch(/\.$/);
  }
});
