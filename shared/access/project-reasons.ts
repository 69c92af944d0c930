import type { Evidence } from '../domain/explanation.ts';
import type { Level } from './project-person.ts';

/** A check or a part of a score, with the recorded facts it rests on. */
interface Reason {
  readonly evidence: readonly Evidence[];
}

/** Rules whose evidence says of the home what is really a secret of the person. */
const aboutOthers: ReadonlySet<string> = new Set([
  'kept-apart',
  'exploitation',
  'exclusion-zone',
  'provider-ban',
  'risk',
]);

/**
 * Reasons as somebody may see them. Everybody who may see a match reads every verdict and sentence; the facts on record
 * about the person are for those who may read their record. Facts about the home and the room stay.
 * @param place ids of the home and the room
 */
export function projectReasons<T extends Reason>(
  level: Level,
  reasons: readonly T[],
  place: readonly string[],
): (T & { evidence: Evidence[] })[] {
  return reasons.map((reason) => ({
    ...reason,
    evidence: level === 'profile' ? ofThePlace(reason, place) : [...reason.evidence],
  }));
}

function ofThePlace(reason: Reason, place: readonly string[]): Evidence[] {
  if ('rule' in reason && typeof reason.rule === 'string' && aboutOthers.has(reason.rule)) return [];
  return reason.evidence.filter(({ of }) => place.includes(of));
}
