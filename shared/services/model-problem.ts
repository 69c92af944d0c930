/** Something a model says that does not fit what it says elsewhere. `message` states what is allowed. */
export interface ModelProblem {
  path: (string | number)[];
  message: string;
}

/** Keys and indexes from the whole model to the value. */
export type Path = ModelProblem['path'];

/** The ids of the parts of a list, in its order. */
export const ids = (things: readonly { id: string }[]) => things.map((thing) => thing.id);

/** One problem at `path` where the rule does not hold. */
export const unless = (holds: boolean, path: Path, message: string): ModelProblem[] =>
  holds ? [] : [{ path, message }];

/** One problem where `value` is none of the ids of `kind`. Null names nothing and is fine. */
export function named(
  value: string | null,
  known: readonly string[],
  kind: string,
  path: Path,
): ModelProblem[] {
  const list = known.length > 0 ? known.join(', ') : 'it has none';
  return unless(
    value === null || known.includes(value),
    path,
    `must be the id of one of the model's ${kind} (${list})`,
  );
}
