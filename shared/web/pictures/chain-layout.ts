/** One move as a picture of its chain tells it. */
export interface ChainLink {
  readonly who: string;
  readonly to: string;
  /** Where they live today; null for somebody new. */
  readonly from: string | null;
  readonly on: string;
}

/** Units of the picture: a box for each place, and room for an arrow with its words between two. */
export const chainSize = { width: 320, box: 44, gap: 46, edge: 4 } as const;

/** A place in the picture, from above. */
export interface ChainBox {
  readonly y: number;
  readonly name: string;
  readonly note: string;
}

/** A move in the picture: from the box below to the one above. */
export interface ChainArrow {
  readonly fromY: number;
  readonly toY: number;
  readonly who: string;
  readonly on: string;
}

/**
 * Puts a chain of moves under each other: the empty room it begins with on top, then each room that falls free, then where
 * the last person comes from. A chain is a path, so one column is enough.
 */
export function chainLayout(links: readonly ChainLink[]): {
  readonly boxes: readonly ChainBox[];
  readonly arrows: readonly ChainArrow[];
  readonly height: number;
} {
  const { box, gap, edge } = chainSize;
  const top = (at: number): number => edge + at * (box + gap);
  const boxes = links.map(
    ({ to }, at): ChainBox => ({
      y: top(at),
      name: to,
      note: at === 0 ? 'Empty room' : 'Falls free by the move above',
    }),
  );
  const last = links.at(-1);
  const all = last ? [...boxes, lastBox(last, top(links.length))] : boxes;
  const arrows = links.map(({ who, on }, at) => ({
    fromY: top(at + 1),
    toY: top(at) + box,
    who,
    on,
  }));
  return { boxes: all, arrows, height: links.length === 0 ? edge : top(links.length) + box + edge };
}

function lastBox({ from }: ChainLink, y: number): ChainBox {
  return from === null
    ? { y, name: 'Not in one of these homes yet', note: 'A new place' }
    : { y, name: from, note: 'Falls free at the end' };
}
