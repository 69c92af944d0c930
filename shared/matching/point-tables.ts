import { type Kinds, numberKinds } from './kinds.ts';
import { int } from './lanes.ts';
import type { Place, Setting, Subject } from './pool-types.ts';
import { pointsOf } from './scores/score.ts';
import { type Term, terms } from './scores/terms.ts';

/** Larger tables than this are not kept: the term is worked out instead. Cells. */
const mostCells = 1 << 23;
const UNKNOWN = -1;

interface Table {
  readonly term: Term;
  readonly people: Kinds;
  readonly rooms: Kinds;
  /** Points by kind of person and kind of place, as they are asked for; null when there would be too many. */
  readonly points: Int16Array | null;
}

/** The terms of a score, each worked out once for each kind of person and kind of place. */
export class PointTables {
  readonly #tables: readonly Table[];
  readonly #subjects: readonly Subject[];
  readonly #places: readonly Place[];
  readonly #setting: Setting;

  constructor(subjects: readonly Subject[], places: readonly Place[], setting: Setting) {
    this.#subjects = subjects;
    this.#places = places;
    this.#setting = setting;
    this.#tables = terms.map((term) => {
      const people = numberKinds(subjects, (s) => `${s.model.id} ${term.kinds.person(s)}`);
      const rooms = numberKinds(places, (p) => term.kinds.place(p));
      const cells = people.first.length * rooms.first.length;
      return { term, people, rooms, points: cells <= mostCells ? new Int16Array(cells).fill(UNKNOWN) : null };
    });
  }

  /** The points of a pair, as `points`. */
  points(person: number, room: number): number {
    let sum = 0;
    for (const { term, people, rooms, points } of this.#tables) {
      if (points === null) {
        sum += this.#work(term, person, room);
        continue;
      }
      const cell = int(people.of, person) * rooms.first.length + int(rooms.of, room);
      let known = points[cell] ?? 0;
      if (known === UNKNOWN) {
        known = this.#work(term, person, room);
        points[cell] = known;
      }
      sum += known;
    }
    return sum;
  }

  #work(term: Term, person: number, room: number): number {
    const s = this.#subjects[person];
    const p = this.#places[room];
    return s && p ? pointsOf(term, s, p, this.#setting) : 0;
  }
}
