import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';

/** Letters by which rooms go in pictures and tables; each has a shape of its own, so that no colour has to tell them apart. */
export const letters = ['A', 'B', 'C', 'D'] as const;

const shapes: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

/** The outline of the shape that stands for a room, around 0, 0. @param at its place among those compared, from 0 */
export function shapeOf(at: number): string {
  const type = shapes[at % shapes.length] ?? symbolCircle;
  return symbol(type, 110)() ?? '';
}
