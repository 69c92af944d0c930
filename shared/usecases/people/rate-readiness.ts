import type { PersonFile } from '../../domain/files.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import type { Records } from '../../store/records.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewReadiness } from './new-facts.ts';
import { programmesOf } from './programmes-of.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'readiness',
  deed: 'readinessRated',
  action: 'people.write',
  bearsOnHome: false,
} as const;

/**
 * Records one rating of what a person can do without help: by a worker, with what they saw of each skill, or the
 * person's own. It stands beside those there are, or rates one of them a second time.
 */
export function rateReadiness(deps: Deps, call: FactCall<NewReadiness>): Promise<Outcome<Receipt>> {
  const { body, who } = call;
  const barred = async (records: Records, file: PersonFile) =>
    (await barredSkills(deps, records, file, body)) ??
    barredEvidence(body) ??
    (await barredRater(records, who.data.workerId, body)) ??
    barredSecond(file, body);
  return recordFact(deps, call, { ...kind, barred });
}

/** A person in no programme that rates skills may be rated in those of any. */
async function barredSkills(
  deps: Deps,
  records: Records,
  file: PersonFile,
  { scores }: NewReadiness,
): Promise<Outcome<never> | null> {
  const { models } = await programmesOf(deps, records, file.person.id);
  const rating = models.filter((one) => one.readiness.domains.length > 0);
  const among = rating.length > 0 ? rating : [...deps.models.values()];
  const known = new Set(among.flatMap((one) => one.readiness.domains.map(({ id }) => id)));
  const rated = Object.keys(scores);
  return rated.length === 0 || rated.some((one) => !known.has(one)) ? refuse('skill-unknown') : null;
}

function barredEvidence({ rater, scores, evidence = {} }: NewReadiness): Outcome<never> | null {
  const said = new Set(Object.keys(evidence));
  const rated = new Set(Object.keys(scores));
  const lacks = rater.kind === 'worker' && [...rated].some((one) => !said.has(one));
  return lacks || [...said].some((one) => !rated.has(one)) ? refuse('evidence-missing') : null;
}

/** Two workers are two people: nobody records the second rating for a colleague. */
async function barredRater(
  records: Records,
  caller: string | null,
  { rater }: NewReadiness,
): Promise<Outcome<never> | null> {
  if (rater.kind === 'self') return null;
  const { workerId } = rater;
  if (caller !== null && caller !== workerId) return refuse('not-your-rating', { workerId });
  return (await records.get(workers, workerId)) ? null : refuse('worker-unknown', { workerId });
}

function barredSecond(
  { readiness }: PersonFile,
  { rater, secondTo, assessedOn }: NewReadiness,
): Outcome<never> | null {
  if (secondTo === undefined) return null;
  const first = readiness.find((one) => one.id === secondTo);
  const possible =
    rater.kind === 'worker' &&
    first?.rater.kind === 'worker' &&
    first.secondTo === undefined &&
    first.rater.workerId !== rater.workerId &&
    first.assessedOn <= assessedOn &&
    readiness.every((one) => one.secondTo !== secondTo);
  return possible ? null : refuse('second-rating-not-possible');
}
