import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReadinessAssessment } from '../../../shared/domain/assessment.ts';
import { addDays, Day, daysBetween, Instant } from '../../../shared/domain/day.ts';
import { RequestFile } from '../../../shared/domain/files.ts';
import { PersonId, type WorkerId } from '../../../shared/domain/ids.ts';
import { PersonWorkers } from '../../../shared/domain/person-workers.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { figuresOf } from '../../../shared/usecases/reports/figures.ts';
import type { Measure } from '../../../shared/usecases/reports/measure.ts';
import { daysWithFewerWorkers } from '../../../shared/usecases/reports/measures/days-with-fewer-workers.ts';
import { skillGapAtEntry } from '../../../shared/usecases/reports/measures/skill-gap-at-entry.ts';
import { factsFor, type ReportFacts } from '../../../shared/usecases/reports/report-facts.ts';

const model = serviceModels().get('stayingConnected');
if (!model) throw new Error('The programme is not among those shipped.');
const asked = {
  model,
  from: Day.parse('2026-01-01'),
  to: Day.parse('2026-12-31'),
  now: Instant.parse('2027-02-01T09:00:00Z'),
};
const told = (measure: Measure, facts: Partial<ReportFacts>) => {
  const count = measure.count(factsFor(asked, facts));
  return Object.fromEntries(figuresOf(measure, count).map((one) => [one.code, one]));
};

/** Somebody with one worker from a day on, and perhaps a second later. */
function bookOf(at: number, first: string, second: string | null): PersonWorkers {
  const relationship = (workerId: string, part: string, from: string) => ({
    ...{ id: `rel-${workerId}-${at}`, workerId, part, serviceModel: 'stayingConnected' },
    ...{ role: 'independenceAdviser', from, until: null, ended: null },
    ...{ metBeforeMove: null, aboveLimit: null },
  });
  return PersonWorkers.parse({
    personId: `person-${at}`,
    relationships: [
      relationship('w-1', 'primary', first),
      ...(second === null ? [] : [relationship('w-2', 'coAllocated', second)]),
    ],
  });
}

const nobodyAway = new Map<WorkerId, never[]>();

describe('days with fewer workers than the programme wants', () => {
  test('are told for everybody together, out of all days on which somebody had a worker', () => {
    const workers = Array.from({ length: 5 }, (_, at) => ({
      book: bookOf(at, '2026-12-02', '2026-12-12'),
      away: nobodyAway,
    }));
    expect(told(daysWithFewerWorkers, { workers }).fewer).toMatchObject({
      ...{ counted: 5 * 10, of: 5 * 30, percent: 33.3, keptBack: false },
    });
  });

  test('are kept back for fewer than five people, and none for those of another programme', () => {
    const few = [{ book: bookOf(1, '2026-12-02', null), away: nobodyAway }];
    expect(told(daysWithFewerWorkers, { workers: few }).fewer).toMatchObject({
      counted: null,
      keptBack: true,
    });
    const book = bookOf(1, '2026-12-02', null);
    const elsewhere = book.relationships.map((one) => ({ ...one, serviceModel: 'stepOut' }));
    const others = [{ book: PersonWorkers.parse({ ...book, relationships: elsewhere }), away: nobodyAway }];
    expect(told(daysWithFewerWorkers, { workers: others }).fewer).toMatchObject({ counted: 0, of: 0 });
  });

  test('never come to more than there are, and with a second worker from the first day to none', () => {
    const days = fc.integer({ min: 0, max: 364 }).map((at) => addDays(asked.from, at));
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.option(days)), { minLength: 5, maxLength: 9 }), (people) => {
        const workers = people.map(([first, second], at) => ({
          book: bookOf(at, first, second !== null && second < first ? first : second),
          away: nobodyAway,
        }));
        const figure = told(daysWithFewerWorkers, { workers }).fewer;
        const all = people.reduce((sum, [first]) => sum + daysBetween(first, addDays(asked.to, 1)), 0);
        // Few people behind one of the two cells keep both back.
        const isHidden = figure?.counted === null || figure?.of === null;
        expect(figure?.keptBack).toBe(isHidden);
        if (!isHidden) expect(figure?.of).toBe(all);
        expect(figure?.counted ?? 0).toBeLessThanOrEqual(all);
      }),
      { seed: 20261124, numRuns: 100 },
    );
    const both = Array.from({ length: 6 }, (_, at) => ({
      book: bookOf(at, '2026-03-01', '2026-03-01'),
      away: nobodyAway,
    }));
    expect(told(daysWithFewerWorkers, { workers: both }).fewer).toMatchObject({ counted: 0, percent: 0 });
  });
});

describe('life skills missing on arrival', () => {
  const request = (at: number) =>
    RequestFile.parse({
      ...{ discharge: null, openedBy: 'worker', organisationId: null, question: null, answers: [] },
      endedBecause: null,
      request: {
        ...{ id: `ask-${at}`, personId: `person-${at}`, kind: 'newPlace', serviceModel: 'stayingConnected' },
        ...{ stages: [], queuedOn: '2026-02-01', earliestOn: null, neededBy: null, unsafeNow: false },
        ...{ outcode: null, referralSource: null, referredBy: null, accommodation: null, hospitalSite: null },
        status: 'readyToPlace',
      },
    });
  const rated = (at: number, on: string, scores: Record<string, number>) =>
    ReadinessAssessment.parse({
      ...{ id: `rating-${at}-${on}`, personId: `person-${at}`, assessedOn: on, scores },
      rater: { kind: 'worker', workerId: 'w-1' },
    });
  const requests = Array.from({ length: 12 }, (_, at) => request(at));
  const ratings = requests.map((_, at) => ({
    personId: PersonId.parse(`person-${at}`),
    readiness: [
      rated(at, '2026-03-01', { cooking: at < 6 ? 0 : 4, budgeting: 4 }),
      // What was taught since is no gap on arrival.
      rated(at, '2026-09-01', { cooking: 4, budgeting: 0 }),
    ],
  }));

  test('count the first rating alone, skill by skill, of those it was rated for', () => {
    const figures = told(skillGapAtEntry, { requests, ratings });
    expect(figures.cooking).toMatchObject({ counted: 6, of: 12, percent: 50 });
    expect(figures.budgeting).toMatchObject({ counted: 0, of: 12, percent: 0 });
    expect(figures.health).toMatchObject({ counted: 0, of: 0, percent: null });
  });

  test('leave out people of other programmes, and those first rated on other days', () => {
    expect(told(skillGapAtEntry, { requests: [], ratings }).cooking).toMatchObject({ of: 0 });
    const early = ratings.map((one, at) => ({
      ...one,
      readiness: [rated(at, '2025-12-31', { cooking: 0 }), ...one.readiness],
    }));
    expect(told(skillGapAtEntry, { requests, ratings: early }).cooking).toMatchObject({ of: 0 });
  });
});
