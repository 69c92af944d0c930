import type { AsyncCommand } from 'fast-check';
import type { Answered } from '../ask.ts';
import { bringTo } from './bring-to.ts';
import { type Deed, deeds } from './deeds.ts';
import { type BusyPartnership, caseOf, type Standing, type Standings } from './partnership.ts';

/** What is known after each command: where every proposal stands. */
export interface Known {
  standings: Standings;
}

/** How often each deed was done, how often it went through, and how it was refused. */
export type Counts = Map<string, { asked: number; done: number; refused: Set<string> }>;

const over: ReadonlySet<string> = new Set(['declined', 'cancelled', 'expired', 'superseded']);

/** One deed, done to whatever stands where it makes sense. It knows what may change by it, and that nothing else may. */
export class Command implements AsyncCommand<Known, BusyPartnership> {
  readonly #name: string;
  readonly #n: number;
  readonly #counts: Counts;
  readonly #deed: Deed;

  constructor(name: string, n: number, counts: Counts) {
    const deed = deeds[name];
    if (!deed) throw new Error(`There is no deed ${name}.`);
    this.#name = name;
    this.#n = n;
    this.#counts = counts;
    this.#deed = deed;
  }

  /** Anything may be tried at any time; what makes no sense is refused and changes nothing. */
  check(): boolean {
    return true;
  }

  async run(known: Known, busy: BusyPartnership): Promise<void> {
    const before = await this.#prepared(known.standings, busy);
    const standing = [...before.values()];
    const fitting = this.#fitting(before);
    const among = fitting.length > 0 ? fitting : standing;
    const at = among[this.#n % among.length] ?? nobody;
    const target = this.#deed.to && at;
    const mustGo = fitting.length > 0 && this.#deed.must?.(at, busy) === true;
    const answer = await this.#deed.go(busy, at, this.#n);
    const after = await busy.standings(before.keys());
    known.standings = after;
    this.#count(answer);
    const wrong = [...this.#wrongAnswer(answer, mustGo), ...this.#wrongMoves(before, after, target, answer)];
    if (wrong.length > 0) throw new Error(`${this}: ${wrong.join('; ')}`);
  }

  /** Mostly there is made to be something it can be done to; now and then it is tried where it makes no sense. */
  async #prepared(standings: Standings, busy: BusyPartnership): Promise<Standings> {
    const wanted = this.#deed.to?.[this.#n % this.#deed.to.length];
    if (wanted === undefined || this.#fitting(standings).length > 0 || this.#n % 4 === 0) return standings;
    await bringTo(busy, wanted, this.#n);
    return busy.standings(standings.keys());
  }

  #fitting(standings: Standings): Standing[] {
    return [...standings.values()].filter(({ status }) => this.#deed.to?.includes(status));
  }

  toString(): string {
    return `${this.#name}(${this.#n})`;
  }

  #count(answer: Answered | null): void {
    const counted = this.#counts.get(this.#name) ?? { asked: 0, done: 0, refused: new Set() };
    counted.asked++;
    if (answer === null || answer.status < 300) counted.done++;
    else counted.refused.add(answer.body.code);
    this.#counts.set(this.#name, counted);
  }

  #wrongAnswer(answer: Answered | null, mustGo: boolean): string[] {
    if (!answer) return [];
    const said = `${answer.status} ${JSON.stringify(answer.body)}`;
    if (answer.status >= 500) return [said];
    return mustGo && answer.status >= 300 ? [`nothing was in the way, and it answered ${said}`] : [];
  }

  #wrongMoves(
    before: Standings,
    after: Standings,
    target: Standing | undefined,
    answer: Answered | null,
  ): string[] {
    const refused = answer !== null && answer.status >= 300;
    const { may, ends, makes } = this.#deed;
    return [...after].flatMap(([id, now]) => {
      const was = before.get(id);
      if (!was) return makes && !refused ? [] : [`${id} is new`];
      if (was.status === now.status) {
        return refused && was.version !== now.version ? [`it was refused, and ${id} changed`] : [];
      }
      const told = `${id} went from ${was.status} to ${now.status}`;
      if (refused) return [`it was refused, and ${told}`];
      if (over.has(was.status)) return [told];
      const isMeant = target === undefined || caseOf(target.proposal) === caseOf(was.proposal);
      const comesAlong = ends === true && now.status === 'cancelled' && id !== target?.proposal.id;
      const allowed = (isMeant && may.includes(now.status)) || comesAlong;
      return allowed ? [] : [told];
    });
  }
}

/** Stands where there is no proposal at all. */
const nobody: Standing = {
  status: 'draft',
  version: 0,
  proposal: { id: 'none', chainId: null, personId: 'nobody' } as never,
};
