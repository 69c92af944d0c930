import { sayDayShort } from '../../../shared/domain/day.ts';
import type { Check, TermScore } from '../../../shared/domain/explanation.ts';

/** A score, term by term, with the sum on top. */
export function scoreLines(points: number, terms: readonly TermScore[]): string[] {
  const most = terms.reduce((sum, term) => sum + term.outOf, 0);
  const longest = Math.max(0, ...terms.map((term) => term.term.length)) + 1;
  return [
    `How well it fits: ${points} of ${most} points`,
    ...terms.map(
      (term) =>
        `  ${term.term.padEnd(longest)}${String(term.points).padStart(3)} of ${String(term.outOf).padEnd(4)}${term.sentence}`,
    ),
  ];
}

/** Every check, with the day of the oldest dated fact it rests on. */
export function checkLines(checks: readonly Check[]): string[] {
  const passed = checks.filter((check) => check.verdict === 'pass').length;
  const marks = { pass: 'yes', fail: 'NO', unknown: '?' } as const;
  return [
    `Checks: ${passed} of ${checks.length} pass. A date in brackets is the day a fact was recorded.`,
    ...checks.map(
      (check) =>
        `  ${marks[check.verdict].padEnd(4)}${check.sentence}${recorded(check)}${check.question ? ` Ask: ${check.question}` : ''}`,
    ),
  ];
}

function recorded({ evidence }: Check): string {
  const [oldest] = evidence.flatMap((one) => one.on ?? []).sort();
  return oldest ? ` (${sayDayShort(oldest)})` : '';
}
