import * as z from 'zod';
import type { ReadinessAssessment } from '../domain/assessment.ts';
import { Day, dayFromNumber, sayDay } from '../domain/day.ts';
import type { ServiceModel } from '../services/service-model.ts';
import { daysToRise, medianSlope } from './median-slope.ts';
import { type RatedDay, ratingHistory } from './rating-history.ts';

export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/** The method in words, so that whoever reads a date can say where it comes from. */
export const forecastRule = {
  method:
    'For each skill below the gate: the median of the changes between every two ratings by workers, carried on from the newest rating until it reaches the gate. The slowest skill gives the day.',
  confidence:
    'High: five or more ratings of each such skill, none lower than the one before, and a day no further ahead than they reach back. Low: a day further ahead than they reach back. Medium: the rest.',
} as const;

/** Ratings of a skill before its rise is carried on. */
export const fewestRatings = 3;
const manyRatings = 5;

/** Days after the newest rating beyond which a day would say nothing. */
const farthest = 730;

/** When somebody would be ready for a stage by their ratings so far. A forecast opens no gate. */
export const ReadinessForecast = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reached'), on: Day, sentence: z.string() }),
  z.strictObject({
    kind: z.literal('expected'),
    on: Day,
    confidence: Confidence,
    /** The domain that takes longest. */
    slowest: z.string(),
    sentence: z.string(),
  }),
  z.strictObject({
    kind: z.literal('none'),
    because: z.enum(['stale', 'tooFewRatings', 'noRise', 'tooFarAhead']),
    domain: z.string(),
    sentence: z.string(),
  }),
]);
export type ReadinessForecast = z.infer<typeof ReadinessForecast>;

type None = Extract<ReadinessForecast, { kind: 'none' }>;

/** One domain with the score it needs; the person's own where the gate asks for that as well. */
interface Skill {
  readonly domain: string;
  readonly name: string;
  readonly least: number;
  readonly history: readonly RatedDay[];
}

interface Reaching extends Skill {
  /** Day numbers of the oldest and the newest rating, and of the day the gate is reached. */
  readonly first: number;
  readonly last: number;
  readonly reaches: number;
}

/**
 * The day on which the slowest skill reaches a gate: see `forecastRule`. It rests on recorded assessments alone.
 * @param today day number
 * @throws RangeError when the programme has no such gate
 */
export function readinessForecast(
  model: Pick<ServiceModel, 'id' | 'readiness'>,
  gateId: string,
  assessments: readonly ReadinessAssessment[],
  today: number,
): ReadinessForecast {
  const skills = skillsOf(model, gateId, assessments).map((one) =>
    reachOf(one, today, model.readiness.validDays),
  );
  const none = skills.find((one): one is None => 'because' in one);
  if (none) return none;
  const reaching = skills.filter((one): one is Reaching => 'reaches' in one);
  const below = reaching.filter((one) => one.reaches > one.last);
  const newest = Math.max(...reaching.map((one) => one.last));
  const [slowest] = [...below].sort((a, b) => b.reaches - a.reaches);
  if (!slowest) return reached(dayFromNumber(newest));
  const on = dayFromNumber(Math.max(slowest.reaches, newest));
  const confidence = confidenceOf(below, slowest.reaches);
  return {
    kind: 'expected',
    ...{ on, confidence, slowest: slowest.domain },
    sentence: `By their ratings so far they would be ready on ${sayDay(on)}; ${slowest.name.toLowerCase()} takes longest. How sure: ${confidence}.`,
  };
}

const reached = (on: Day): ReadinessForecast => ({
  kind: 'reached',
  on,
  sentence: `Every skill had reached the level asked for when they were last rated, on ${sayDay(on)}.`,
});

function skillsOf(
  { id: modelId, readiness }: Pick<ServiceModel, 'id' | 'readiness'>,
  gateId: string,
  assessments: readonly ReadinessAssessment[],
): Skill[] {
  const gate = readiness.gates.find((one) => one.id === gateId);
  if (!gate) throw new RangeError(`${modelId} has no gate ${gateId}`);
  const { minimumEach, minimumOwn } = gate;
  return readiness.domains.flatMap(({ id, name }) => {
    const of = (least: number, by: 'worker' | 'self'): Skill => {
      return { domain: id, name, least, history: ratingHistory(assessments, id, by) };
    };
    return [of(minimumEach, 'worker'), ...(minimumOwn === undefined ? [] : [of(minimumOwn, 'self')])];
  });
}

function reachOf(skill: Skill, today: number, validDays: number): Reaching | None {
  const { history, least, name } = skill;
  const [oldest, newest] = [history[0], history.at(-1)];
  if (!oldest || !newest) return none('tooFewRatings', skill, `Nobody has rated ${name.toLowerCase()} yet.`);
  if (today - newest.on > validDays)
    return none('stale', skill, `${name} was last rated on ${sayDay(newest.day)}, too long ago to go on.`);
  const known = { ...skill, first: oldest.on, last: newest.on };
  if (newest.score >= least) return { ...known, reaches: newest.on };
  if (history.length < fewestRatings)
    return none(
      'tooFewRatings',
      skill,
      `${name} has been rated on ${history.length === 1 ? 'one day' : 'two days'}; a forecast needs three.`,
    );
  const slope = medianSlope(history);
  const days = slope ? daysToRise(least - newest.score, slope) : Number.POSITIVE_INFINITY;
  if (days === Number.POSITIVE_INFINITY)
    return none('noRise', skill, `The ratings of ${name.toLowerCase()} do not rise.`);
  if (days > farthest)
    return none('tooFarAhead', skill, `${name} rises too slowly for a day within two years.`);
  return { ...known, reaches: newest.on + days };
}

const none = (because: None['because'], { domain }: Skill, why: string): None => ({
  kind: 'none',
  ...{ because, domain },
  sentence: `There is no forecast. ${why}`,
});

function confidenceOf(below: readonly Reaching[], reaches: number): Confidence {
  if (below.some(({ first, last }) => reaches - last > last - first)) return 'low';
  const steady = below.every(
    ({ history }) =>
      history.length >= manyRatings && history.every((one, i) => one.score >= (history[i - 1]?.score ?? 0)),
  );
  return steady ? 'high' : 'medium';
}
