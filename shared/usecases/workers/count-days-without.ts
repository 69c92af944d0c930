import * as z from 'zod';
import { Day, daysBetween } from '../../domain/day.ts';
import { type Away, daysWithoutWorkers, type Period } from '../../domain/days-without-workers.ts';
import { type PersonId, ServiceModelId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { PersonWorkers } from '../../domain/person-workers.ts';
import { personWorkers, workerAbsences } from '../../store/kinds/workers.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { findPerson } from '../people/find-person.ts';

/** Longest period that is counted at once, in days: ten years. */
const longest = 3660;

const period = {
  from: Day,
  /** The first day that is not counted. */
  until: Day,
};

const counts = ({ from, until }: Period): boolean => until > from && daysBetween(from, until) <= longest;
const otherwise = { path: ['until'], error: `must be later than from, by at most ${longest} days` };

export const PeriodAsked = z.strictObject(period).refine(counts, otherwise);
export const ProgrammePeriodAsked = z
  .strictObject({ serviceModel: ServiceModelId, ...period })
  .refine(counts, otherwise);

const figure = {
  serviceModel: ServiceModelId,
  /** How many workers the programme wants for each person. */
  wanted: z.int(),
};

export const PersonDaysWithout = z.strictObject({
  figures: z.array(
    z.strictObject({
      ...figure,
      days: z.int(),
      /** Days counted: from the first worker's first day to the last one's end. */
      of: z.int(),
      spells: z.array(z.strictObject({ from: Day, until: Day, workers: z.int() })),
    }),
  ),
});

export const ProgrammeDaysWithout = z.strictObject({
  ...figure,
  /** People who had a worker of the programme in the period. All three are null for one to four people. */
  people: z.int().nullable(),
  days: z.int().nullable(),
  of: z.int().nullable(),
});

/** People from 1 up to below this are kept back. Assumes: the usual threshold for small counts of people. */
const fewest = 5;

/** On how many days of a period a person had fewer workers than each of their programmes wants. */
export async function countPersonDaysWithout(
  deps: Deps,
  call: Call<{ personId: PersonId }, unknown, Period>,
): Promise<Outcome<z.infer<typeof PersonDaysWithout>>> {
  const records = recordsOf(deps, call);
  const found = await findPerson(records, call, 'people.read', call.params.personId);
  if (!found.ok) return found;
  const kept = await records.get(personWorkers, call.params.personId);
  const book = kept?.data ?? { personId: call.params.personId, relationships: [] };
  const away = await awayOf(records, [book]);
  const programmes = [...new Set(book.relationships.map((one) => one.serviceModel))].sort();
  const figures = programmes.map((serviceModel) => {
    const wanted = wantedBy(deps, serviceModel) ?? 1;
    const { days, of, spells } = countedFor(book, away, { serviceModel, wanted }, call.query);
    return { serviceModel, wanted, days, of, spells: [...spells] };
  });
  return done({ figures });
}

/** The same for everybody of a programme together, which names nobody. */
export async function countProgrammeDaysWithout(
  deps: Deps,
  call: Call<unknown, unknown, z.infer<typeof ProgrammePeriodAsked>>,
): Promise<Outcome<z.infer<typeof ProgrammeDaysWithout>>> {
  const { serviceModel } = call.query;
  const wanted = wantedBy(deps, serviceModel);
  if (wanted === null) return refuse('programme-unknown');
  const records = recordsOf(deps, call);
  const books = (await records.all(personWorkers)).map(({ data }) => data);
  const away = await awayOf(records, books);
  const counted = books
    .map((book) => countedFor(book, away, { serviceModel, wanted }, call.query))
    .filter(({ of }) => of > 0);
  const sum = (key: 'days' | 'of'): number => counted.reduce((total, one) => total + one[key], 0);
  const isSmall = counted.length > 0 && counted.length < fewest;
  return done({
    ...{ serviceModel, wanted },
    ...(isSmall
      ? { people: null, days: null, of: null }
      : { people: counted.length, days: sum('days'), of: sum('of') }),
  });
}

const wantedBy = (deps: Deps, serviceModel: string): number | null =>
  deps.models.get(serviceModel)?.coAllocation.workersPerPerson ?? null;

function countedFor(
  { relationships }: PersonWorkers,
  away: Away,
  { serviceModel, wanted }: { serviceModel: string; wanted: number },
  period: Period,
) {
  const held = relationships.filter((one) => one.serviceModel === serviceModel);
  return daysWithoutWorkers(held, away, wanted, period);
}

/** The absences of everybody who works with these people, and of whoever covers for them. */
export async function awayOf(records: Records, books: readonly PersonWorkers[]): Promise<Away> {
  const theirs = await records.getMany(
    workerAbsences,
    books.flatMap(({ relationships }) => relationships.map((one) => one.workerId)),
  );
  const covering = await records.getMany(
    workerAbsences,
    theirs.flatMap(({ data }) => data.absences.flatMap((one) => one.coveredBy ?? [])),
  );
  return new Map([...theirs, ...covering].map(({ data }) => [data.workerId, data.absences]));
}
