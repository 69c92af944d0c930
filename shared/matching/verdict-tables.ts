import { workingDayNumberOnOrAfter } from '../domain/working-days.ts';
import { daysAhead } from './checks/ages.ts';
import type { DatedRule } from './checks/rule.ts';
import { mostTurns, nextTurn } from './checks/rules.ts';
import { ALWAYS, EACH, type Kinds, numberKinds } from './kinds.ts';
import { int, real } from './lanes.ts';
import type { Place, Setting, Subject } from './pool-types.ts';

/** Larger tables than this are not kept: the rule is asked instead. Cells. */
const mostCells = 1 << 21;

/** What a cell of a table holds, or how many days after the plan's own the verdict may turn, and this many more. */
const UNKNOWN = 0;
const PASS = 1;
const NEVER = 2;
const TURNS_AFTER = 3;

/** One dated rule with its answers so far, by day and by kind of person and place. */
interface Table {
  readonly rule: DatedRule;
  readonly people: Kinds;
  readonly rooms: Kinds;
  readonly cells: number;
  readonly byDay: (Int16Array | undefined)[];
}

/**
 * The dated rules, asked once for each kind of person, kind of place and day: whether they pass, and if not, when that
 * may turn.
 */
export class VerdictTables {
  readonly #tables: readonly Table[];
  readonly #subjects: readonly Subject[];
  readonly #places: readonly Place[];
  readonly #setting: Setting;
  readonly #workingDays: Float64Array;

  constructor(
    rules: readonly DatedRule[],
    subjects: readonly Subject[],
    places: readonly Place[],
    setting: Setting,
  ) {
    this.#subjects = subjects;
    this.#places = places;
    this.#setting = setting;
    this.#tables = rules.map((rule) => {
      const people = numberKinds(subjects, (s) => rule.kinds.person(s, setting));
      const rooms = numberKinds(places, (p) => rule.kinds.place(p, setting));
      return { rule, people, rooms, cells: people.first.length * rooms.first.length, byDay: [] };
    });
    this.#workingDays = Float64Array.from({ length: daysAhead(setting) }, (_, i) =>
      workingDayNumberOnOrAfter(setting.on + i),
    );
  }

  /** The first working day not before another on which a pair passes, as `firstDay`; NaN when there is none. Day numbers. */
  firstDay(person: number, room: number, notBefore: number): number {
    let day = this.#workingDayOnOrAfter(notBefore);
    for (let turn = 0; turn < mostTurns; turn++) {
      const answer = this.#firstRefusal(person, room, day);
      if (answer === PASS) return day;
      if (answer === NEVER) return Number.NaN;
      day = this.#workingDayOnOrAfter(this.#setting.on + answer - TURNS_AFTER);
    }
    return Number.NaN;
  }

  /** @returns the positions of the rules a pair does not pass on a day */
  failing(person: number, room: number, day: number): number[] {
    const failing: number[] = [];
    this.#tables.forEach((table, at) => {
      if (this.#answer(table, person, room, day) !== PASS) failing.push(at);
    });
    return failing;
  }

  #workingDayOnOrAfter(day: number): number {
    const ahead = day - this.#setting.on;
    return ahead >= 0 && ahead < this.#workingDays.length
      ? real(this.#workingDays, ahead)
      : workingDayNumberOnOrAfter(day);
  }

  #firstRefusal(person: number, room: number, day: number): number {
    for (const table of this.#tables) {
      const answer = this.#answer(table, person, room, day);
      if (answer !== PASS) return answer;
    }
    return PASS;
  }

  #answer({ rule, people, rooms, cells, byDay }: Table, person: number, room: number, day: number): number {
    const personKind = int(people.of, person);
    const roomKind = int(rooms.of, room);
    if (personKind === ALWAYS || roomKind === ALWAYS) return PASS;
    const ahead = day - this.#setting.on;
    const isKept = cells <= mostCells && ahead >= 0 && ahead < this.#workingDays.length;
    if (personKind === EACH || roomKind === EACH || !isKept) return this.#ask(rule, person, room, day);
    const answers = byDay[ahead] ?? new Int16Array(cells);
    byDay[ahead] = answers;
    const cell = personKind * rooms.first.length + roomKind;
    if (answers[cell] === UNKNOWN) answers[cell] = this.#ask(rule, person, room, day);
    return answers[cell] ?? NEVER;
  }

  #ask(rule: DatedRule, person: number, room: number, day: number): number {
    const s = this.#subjects[person];
    const p = this.#places[room];
    const at = this.#setting;
    if (!s || !p) return NEVER;
    if (rule.judge(s, p, at, day) === 'pass') return PASS;
    const next = nextTurn(rule, s, p, at, day);
    return next === null ? NEVER : next - at.on + TURNS_AFTER;
  }
}
