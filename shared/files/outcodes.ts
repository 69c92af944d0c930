import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import proj4 from 'proj4';
import * as z from 'zod';
import { type GridPoint, Outcode } from '../domain/place.ts';

/** British National Grid, with the seven-parameter shift from GPS positions: right to about 5 metres. */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const toGrid = proj4('WGS84', NATIONAL_GRID);

/** A decimal number as text. An empty cell is refused, which `Number` would read as 0, a real longitude. */
const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const Row = z.object({
  outcode: Outcode,
  latitude: Decimal.transform(Number).pipe(z.number().min(49).max(61)),
  longitude: Decimal.transform(Number).pipe(z.number().min(-9).max(2)),
});

/** A GPS position (degrees) on the British National Grid, in whole metres. */
export function gridPointOf(latitude: number, longitude: number): GridPoint {
  const [easting = Number.NaN, northing = Number.NaN] = toGrid.forward([longitude, latitude]);
  return { easting: Math.round(easting), northing: Math.round(northing) };
}

/**
 * Outcodes and their middle points from a table with the columns outcode, latitude and longitude.
 * @throws when a row is not of that shape, or an outcode stands in it twice
 */
export function parseOutcodes(csv: string): ReadonlyMap<string, GridPoint> {
  const points = new Map<string, GridPoint>();
  for (const row of z.array(Row).parse(parse(csv, { columns: true, skip_empty_lines: true }))) {
    if (points.has(row.outcode)) throw new Error(`Outcode ${row.outcode} stands in the table twice`);
    points.set(row.outcode, gridPointOf(row.latitude, row.longitude));
  }
  return points;
}

let table: ReadonlyMap<string, GridPoint> | undefined;

/**
 * The middle points of 2,862 outcodes of the United Kingdom on the British National Grid, in whole metres. Coarse:
 * fit to say how far apart two districts are, not how near two doors. A few outcodes have no area of their own
 * (SO97, BS98), and some points lie at sea.
 *
 * The table beside this file is part of hmpps-approved-premises-api, copyright (c) Crown Copyright (Ministry of
 * Justice), under the MIT licence; the notice is at the end of SOURCES.md.
 * @source Approved premises, Ministry of Justice (SOURCES.md 14)
 */
export function readOutcodes(): ReadonlyMap<string, GridPoint> {
  table ??= parseOutcodes(readFileSync(new URL('./outcodes.csv', import.meta.url), 'utf8'));
  return table;
}
