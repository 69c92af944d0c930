import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { GridPoint, Outcode, outcodeOf, Postcode } from '../../shared/domain/place.ts';

/** Finds the place of a postcode, or of the first half of one; null where it is neither or not on the map. */
export type FindPlace = (text: string) => GridPoint | null;

/** @param points the middle of each outcode */
export function placesOf(points: ReadonlyMap<string, GridPoint>): FindPlace {
  return (text) => {
    const whole = Postcode.safeParse(text).data;
    const outcode = whole === undefined ? Outcode.safeParse(text).data : outcodeOf(whole);
    return (outcode !== undefined && points.get(outcode)) || null;
  };
}

/** Places from the file that lies beside the bundle, read once, when the first is looked for. */
export function placesFrom(file: string): FindPlace {
  let known: FindPlace | null = null;
  return (text) => {
    known ??= placesOf(new Map(Object.entries(Kept.parse(JSON.parse(readFileSync(file, 'utf8'))))));
    return known(text);
  };
}

const Kept = z.record(z.string(), GridPoint);
