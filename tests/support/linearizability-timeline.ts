/** Something one client asked for, from the moment it asked. Moments are numbers of one counter that all clients share. */
interface Asked<Input> {
  readonly client: number;
  readonly input: Input;
  readonly invoked: number;
}

/**
 * What was asked with what came of it. Where no answer came, both are null: it may have taken effect at any moment
 * since, may yet, or never.
 */
export type Operation<Input, Output> = Asked<Input> &
  (
    | { readonly returned: number; readonly output: Output }
    | { readonly returned: null; readonly output: null }
  );

/** The moment something was asked. */
export interface Call<Input, Output> extends Link<Input, Output> {
  readonly kind: 'call';
  readonly operation: Operation<Input, Output>;
  /** Stands for the operation in a set of them. */
  readonly bit: bigint;
  /** Its answer further on; null where none came. */
  answer: Answer<Input, Output> | null;
}

/** The moment its answer came. */
export interface Answer<Input, Output> extends Link<Input, Output> {
  readonly kind: 'answer';
  readonly operation: Operation<Input, Output>;
}

interface Link<Input, Output> {
  previous: Link<Input, Output> | null;
  next: Call<Input, Output> | Answer<Input, Output> | null;
}

/** Calls and answers in the order of their moments, linked, behind a link of no meaning. Of one moment, calls first. */
export function timelineOf<Input, Output>(history: readonly Operation<Input, Output>[]): Link<Input, Output> {
  const moments = history.flatMap((operation, i) => {
    const unlinked = { operation, previous: null, next: null };
    const call: Call<Input, Output> = { ...unlinked, kind: 'call', bit: 1n << BigInt(i), answer: null };
    if (operation.returned === null) return [{ moment: operation.invoked, link: call }];
    call.answer = { ...unlinked, kind: 'answer' };
    return [
      { moment: operation.invoked, link: call },
      { moment: operation.returned, link: call.answer },
    ];
  });
  const callsFirst = (link: { readonly kind: string }): number => Number(link.kind === 'answer');
  moments.sort((a, b) => a.moment - b.moment || callsFirst(a.link) - callsFirst(b.link));
  const first: Link<Input, Output> = { previous: null, next: null };
  let last = first;
  for (const { link } of moments) {
    link.previous = last;
    last.next = link;
    last = link;
  }
  return first;
}

/** Takes a call and its answer out of the timeline. */
export function lift<Input, Output>({ previous, next, answer }: Call<Input, Output>): void {
  if (previous) previous.next = next;
  if (next) next.previous = previous;
  if (answer?.previous) answer.previous.next = answer.next;
  if (answer?.next) answer.next.previous = answer.previous;
}

/** Undoes the last `lift` that has not been undone. */
export function putBack<Input, Output>(call: Call<Input, Output>): void {
  const { answer } = call;
  if (answer?.next) answer.next.previous = answer;
  if (answer?.previous) answer.previous.next = answer;
  if (call.next) call.next.previous = call;
  if (call.previous) call.previous.next = call;
}
