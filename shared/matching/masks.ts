import type { Verdict } from '../domain/explanation.ts';
import type { Rule } from './checks/rule.ts';
import { ALWAYS, EACH, type Kinds, numberKinds } from './kinds.ts';
import { int } from './lanes.ts';
import type { Place, Setting, Subject } from './pool-types.ts';

/** A set of rooms: bit `r & 31` of word `r >>> 5`. */
export type RoomSet = Uint32Array;

export function addRoom(set: RoomSet, room: number): void {
  set[room >>> 5] = (set[room >>> 5] ?? 0) | (1 << (room & 31));
}

export function dropRoom(set: RoomSet, room: number): void {
  set[room >>> 5] = (set[room >>> 5] ?? 0) & ~(1 << (room & 31));
}

/** How many rooms a set holds. */
export function countRooms(set: RoomSet): number {
  let count = 0;
  for (let word of set) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Calls with each room of a set, lowest first. */
export function eachRoom(set: RoomSet, visit: (room: number) => void): void {
  for (let at = 0; at < set.length; at++) {
    for (let word = set[at] ?? 0; word !== 0; word &= word - 1)
      visit((at << 5) + 31 - Math.clz32(word & -word));
  }
}

/** What one rule says of all rooms for one kind of person. */
export interface Mask {
  readonly passes: RoomSet;
  /** Rooms it cannot say anything of, because a fact is missing. */
  readonly unknown: RoomSet;
}

/**
 * Rules compiled to masks: for each rule and kind of person, the rooms it lets them have. What a rule says is asked of
 * it once for each kind of person and kind of place, so a mask can say nothing else than the rule.
 */
export class Masks {
  readonly rules: readonly Rule[];
  /** Every room there is. */
  readonly everyRoom: RoomSet;
  readonly #subjects: readonly Subject[];
  readonly #places: readonly Place[];
  readonly #setting: Setting;
  readonly #people: readonly Kinds[];
  readonly #rooms: readonly Kinds[];
  /** By rule, by kind of person. */
  readonly #masks: (Mask | undefined)[][];

  constructor(
    rules: readonly Rule[],
    subjects: readonly Subject[],
    places: readonly Place[],
    setting: Setting,
  ) {
    this.rules = rules;
    this.#subjects = subjects;
    this.#places = places;
    this.#setting = setting;
    this.#people = rules.map((rule) => numberKinds(subjects, (s) => rule.kinds.person(s, setting)));
    this.#rooms = rules.map((rule) => numberKinds(places, (p) => rule.kinds.place(p, setting)));
    this.#masks = rules.map(() => []);
    this.everyRoom = new Uint32Array(Math.ceil(places.length / 32));
    for (let room = 0; room < places.length; room++) addRoom(this.everyRoom, room);
  }

  /** @returns what one rule says of every room for somebody; null when it passes for all. A reader must not change it. */
  maskOf(rule: number, person: number): Mask | null {
    const kinds = this.#people[rule];
    const kind = kinds ? int(kinds.of, person) : ALWAYS;
    if (kind === ALWAYS) return null;
    if (kind === EACH) return this.#ask(rule, person);
    const masks = this.#masks[rule] ?? [];
    masks[kind] ??= this.#ask(rule, kinds?.first[kind] ?? person);
    return masks[kind];
  }

  /** Writes the rooms that all rules let somebody have into `into`. */
  allowed(person: number, into: RoomSet): void {
    into.set(this.everyRoom);
    for (let rule = 0; rule < this.rules.length; rule++) {
      const passes = this.maskOf(rule, person)?.passes;
      if (passes) for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) & (passes[at] ?? 0);
    }
  }

  #ask(ruleAt: number, person: number): Mask {
    const rule = this.rules[ruleAt];
    const rooms = this.#rooms[ruleAt];
    const s = this.#subjects[person];
    const passes = new Uint32Array(this.everyRoom.length);
    const unknown = new Uint32Array(this.everyRoom.length);
    if (!rule || !rooms || !s) return { passes, unknown };
    const judge = (room: number): Verdict => {
      const p = this.#places[room];
      return p ? rule.judge(s, p, this.#setting, this.#setting.on) : 'fail';
    };
    const ofKind = rooms.first.map(judge);
    for (let room = 0; room < this.#places.length; room++) {
      const kind = int(rooms.of, room);
      const verdict = kind === ALWAYS ? 'pass' : kind === EACH ? judge(room) : ofKind[kind];
      if (verdict === 'pass') addRoom(passes, room);
      if (verdict === 'unknown') addRoom(unknown, room);
    }
    return { passes, unknown };
  }
}
