import { scaleLinear } from 'd3-scale';
import { areaMetres, type GridPoint, metresBetween } from '../../domain/place.ts';
import { rounded } from './picture.tsx';

/** Units of the map, which is a square, and the margin that its words need. */
export const mapSize = { side: 320, margin: 30 } as const;

/** A place on the map. */
export interface MapPlace {
  readonly letter: string;
  readonly place: GridPoint;
  /** True of a confidential address, which is shown as the wide area it lies in. */
  readonly isArea: boolean;
}

export interface MapRing {
  readonly miles: number;
  readonly radius: number;
}

const metresAMile = 1609.344;
const rings = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500] as const;

/** Straight-line miles, to one place after the point. */
export const milesBetween = (a: GridPoint, b: GridPoint): number =>
  Math.round((metresBetween(a, b) / metresAMile) * 10) / 10;

/**
 * Puts places around a middle, north up, as large as the map allows, with rings of whole distances.
 * @param middle what distances are told from
 */
export function mapLayout(middle: GridPoint, places: readonly MapPlace[]) {
  const { side, margin } = mapSize;
  const reach = Math.max(
    800,
    ...places.map(({ place, isArea }) => reachOf(middle, place) + (isArea ? areaMetres / 2 : 0)),
  );
  const scale = scaleLinear([-reach, reach], [margin, side - margin]);
  const put = ({ easting, northing }: GridPoint) => ({
    x: rounded(scale(easting - middle.easting)),
    y: rounded(scale(middle.northing - northing)),
  });
  const half = (side - 2 * margin) / 2;
  const shown = rings
    .map((miles): MapRing => ({ miles, radius: rounded((miles * metresAMile * half) / reach) }))
    .filter(({ radius }) => radius >= 24 && radius <= side / 2 - 14)
    .slice(-3);
  return {
    middle: { x: side / 2, y: side / 2 },
    rings: shown,
    marks: places.map((one, at) => ({ ...put(one.place), at, letter: one.letter, isArea: one.isArea })),
    /** Half the side of the square that stands for a confidential address. */
    areaHalf: rounded(((areaMetres / 2) * half) / reach),
  };
}

/** How far the map has to reach to the sides, or up and down, to show a place. */
const reachOf = (middle: GridPoint, place: GridPoint): number =>
  Math.max(Math.abs(place.easting - middle.easting), Math.abs(place.northing - middle.northing));
