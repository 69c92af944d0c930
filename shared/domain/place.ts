import { isValid, toNormalised, toOutcode, validOutcode } from 'postcode';
import * as z from 'zod';

/** A postcode of valid shape, kept in capitals with one space: `SO14 9ZZ`. It need not be in use. */
export const Postcode = z
  .string()
  .overwrite((text) => toNormalised(text.trim()) ?? text)
  .refine(isValid, 'Give a full postcode, such as SO14 9ZZ')
  .brand<'Postcode'>();
export type Postcode = z.infer<typeof Postcode>;

/** The first half of a postcode, kept in capitals: `SO14`. Says roughly where something is, and no more than that. */
export const Outcode = z
  .string()
  .overwrite((text) => text.trim().toUpperCase())
  .refine(validOutcode, 'Give the first half of a postcode, such as SO14')
  .brand<'Outcode'>();
export type Outcode = z.infer<typeof Outcode>;

/** A point in whole metres on the British National Grid: distances on it are plane geometry. */
export const GridPoint = z.strictObject({ easting: z.int(), northing: z.int() });
export type GridPoint = z.infer<typeof GridPoint>;

/** The outcode a postcode begins with. */
export function outcodeOf(postcode: Postcode): Outcode {
  return Outcode.parse(toOutcode(postcode));
}

/** Straight-line distance in whole metres. Not a journey: roads, rivers and buses are not in it. */
export function metresBetween(a: GridPoint, b: GridPoint): number {
  return Math.round(Math.hypot(a.easting - b.easting, a.northing - b.northing));
}

/** Side of the square that stands for a confidential address, in metres: wide enough that it could be any of many streets. */
export const areaMetres = 2000;

/** The middle of the coarse square a point lies in. All points of a square have the same, so it says no more than that. */
export function areaOf({ easting, northing }: GridPoint): GridPoint {
  const middle = (metres: number) => Math.floor(metres / areaMetres) * areaMetres + areaMetres / 2;
  return { easting: middle(easting), northing: middle(northing) };
}
