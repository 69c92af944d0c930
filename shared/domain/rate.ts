/** A part of a whole, in figures. `percent` has one decimal, half up; null where there is nothing to divide by. */
export interface Rate {
  readonly counted: number;
  readonly of: number;
  readonly percent: number | null;
}

/** How much of a whole something is: 75 of 160 are 46.9 %. */
export function rate(counted: number, of: number): Rate {
  return { counted, of, percent: of === 0 ? null : Math.round((counted * 1000) / of) / 10 };
}
