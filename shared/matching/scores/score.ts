import type { TermScore } from '../../domain/explanation.ts';
import type { TermId } from '../../domain/policy.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { type Term, terms } from './terms.ts';

/** The most points a term may give for somebody in this programme: the programme's own weight, or the policy's. */
function weightOf(term: TermId, s: Subject, at: Setting): number {
  return s.model.matching.weights[term] ?? at.policy.weights[term];
}

/** The points of one term of a pair. */
export function pointsOf(term: Term, s: Subject, p: Place, at: Setting): number {
  return Math.floor((weightOf(term.id, s, at) * term.share(s, p, at)) / 1000);
}

/** The points of a pair: the exact sum of its terms. How long somebody waits, and why, is no part of it. */
export function points(s: Subject, p: Place, at: Setting): number {
  let sum = 0;
  for (const term of terms) sum += pointsOf(term, s, p, at);
  return sum;
}

/** Every term of a pair in words, with the facts it rests on. */
export function tellScore(s: Subject, p: Place, at: Setting): TermScore[] {
  return terms.map((term) => {
    const { sentence, evidence } = term.tell(s, p, at);
    return {
      term: term.id,
      points: pointsOf(term, s, p, at),
      outOf: weightOf(term.id, s, at),
      asked: term.asked(s, p, at),
      sentence,
      evidence: [...evidence],
    };
  });
}
