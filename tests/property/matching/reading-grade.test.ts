import { describe, expect, test } from 'vitest';
import { explanationWords } from '../../../functions/cli/words/explanation-words.ts';
import { planWords } from '../../../functions/cli/words/plan-words.ts';
import { whyNotWords } from '../../../functions/cli/words/why-not-words.ts';
import { allRules } from '../../../shared/matching/checks/rules.ts';
import { compile, explain, plan, whyNot } from '../../../shared/matching/engine.ts';
import { roomKinds } from '../../../shared/matching/room-kinds.ts';
import { ruleWords } from '../../../shared/matching/rule-words.ts';
import { isMatch } from '../../../shared/matching/smallest-change.ts';
import { chainStory } from '../../../shared/matching/story.ts';
import { type Case, caseOf } from '../../support/naive/random-world.ts';
import { dice } from '../../support/random-instance.ts';
import { readingGrade, split, wordsIn } from '../../support/reading.ts';

const worlds = process.env.FULL ? 60 : 8;

/** The grade that most thirteen-year-olds read at, and the grade no one sentence may be far above. */
const mostGrade = 9;
const mostSentenceGrade = 14;

type Texts = Map<string, Set<string>>;

function note(texts: Texts, kind: string, ...said: readonly (string | null | undefined)[]): void {
  const known = texts.get(kind) ?? new Set();
  texts.set(kind, known);
  for (const text of said) if (text) known.add(text);
}

/** Everything the engine and the command line say in one world, by what it explains. */
function gather(texts: Texts, made: Case, seed: number): void {
  const problem = compile(made.facts, made.policy, made.models, made.on);
  const found = plan(problem);
  const chance = dice(seed);
  for (const chain of found.chains) {
    const { heading, moves } = chainStory(problem, found, chain);
    note(texts, 'the chain', heading, ...moves);
  }
  for (const one of found.notInPool) note(texts, 'not in the pool', one.because);
  note(texts, 'the plan in words', ...spoken(planWords(problem, found)));
  for (const kind of seed % 4 === 0 ? roomKinds(problem, found) : [])
    note(texts, 'kinds of rooms', kind.sentence);
  const people = [...found.suggestions.slice(0, 8), ...found.unplaced.slice(0, 8)].map((one) => one.personId);
  const rooms = made.facts.rooms.map((one) => one.id);
  for (const id of [...people, ...rooms.slice(0, 4)]) {
    const told = explain(problem, found, id)!;
    note(texts, 'explain, in words', ...spoken(explanationWords(problem, found, told)));
    switch (told.kind) {
      case 'placed':
        note(texts, 'what it costs others', ...told.opportunityCost.sentences);
        note(texts, 'how firm it is', told.sensitivity?.sentence, told.freshness.sentence);
        note(texts, 'the order', ...told.otherPeople.map((one) => one.because));
        break;
      case 'unplaced':
        note(texts, 'what to expect', told.expectations.sentence);
        note(texts, 'what to expect', ...told.expectations.onlyTime.map((one) => one.sentence));
        note(texts, 'changes', ...(told.nearest?.changes.map((one) => one.sentence) ?? []));
        break;
      case 'room':
        note(texts, 'one more room', told.shadowPrice?.sentence);
        note(texts, 'the order', ...told.couldLiveHere.map((one) => one.because));
        note(texts, 'the room', told.state, ...told.ruledOut.map((one) => one.sentence));
        break;
    }
  }
  const asked = made.facts.people.filter(({ id }) => problem.pool.subjectOf(id) !== null);
  for (let n = 0; n < 60; n++) {
    const told = whyNot(
      problem,
      found,
      asked[chance.below(asked.length)]!.id,
      rooms[chance.below(rooms.length)]!,
    )!;
    for (const check of told.checks) note(texts, `check: ${check.rule}`, check.sentence);
    note(texts, 'points', ...told.terms.map((term) => term.sentence));
    if (told.change && isMatch(told.change))
      note(texts, 'changes', ...told.change.changes.map((one) => one.sentence));
    note(texts, 'why not, in words', ...spoken(whyNotWords(problem, told)));
  }
}

/** Lines that are read as sentences, as opposed to rows of a table and the cells to change. */
const spoken = (lines: readonly string[]): string[] =>
  lines.filter((line) => /[.:]$/.test(line)).map((line) => line.replace(/\([\w-]+\.csv[^)]*\)/g, ''));

function namesIn({ facts }: Case): string[] {
  const ids = [...facts.people, ...facts.rooms, ...facts.homes].map((one) => one.id);
  return [...ids, ...facts.homes.map((one) => one.name)].sort((a, b) => b.length - a.length);
}

describe('everything an explanation says', () => {
  const texts: Texts = new Map();
  const names = new Set<string>();
  for (let seed = 1; seed <= worlds; seed++) {
    const made = caseOf(seed + 2500, 60);
    gather(texts, made, seed);
    for (const name of namesIn(made)) names.add(name);
  }
  const known = [...names].sort((a, b) => b.length - a.length);
  note(texts, 'questions', ...allRules.map((rule) => rule.question));
  note(texts, 'rules in a few words', ...allRules.map((rule) => `${ruleWords(rule.id)}.`));

  test('can be read by somebody with nine years of school, kind by kind', () => {
    expect(texts.size).toBeGreaterThan(30);
    const hard = [...texts].flatMap(([kind, said]) => {
      const grade = readingGrade([...said], known);
      return grade <= mostGrade ? [] : [`${kind}: grade ${grade.toFixed(1)}, e.g. ${[...said][0]}`];
    });
    expect(hard).toEqual([]);
  });

  test('has no long sentence that is far harder', () => {
    const all = [...texts].flatMap(([kind, said]) =>
      [...said].flatMap(split).map((text) => ({ kind, text })),
    );
    const hard = all.filter(
      ({ text }) => wordsIn(text) >= 12 && readingGrade([text], known) > mostSentenceGrade,
    );
    expect([...new Set(hard.map(({ kind, text }) => `${kind}: ${text}`))]).toEqual([]);
  });
});
