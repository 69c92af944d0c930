import type { GridPoint } from '../../domain/place.ts';
import { colours } from './colours.ts';
import { type MapPlace, mapLayout, mapSize, milesBetween } from './map-layout.ts';
import { Picture } from './picture.tsx';
import { shapeOf } from './symbols.ts';

/**
 * Where homes lie around what matters to somebody, north up: rings of straight-line miles and nothing of the ground, so
 * nobody outside is asked for a map. A confidential address is a wide square.
 */
export function PlaceMap({
  middle,
  middleName,
  places,
}: {
  readonly middle: GridPoint;
  /** What distances are told from. */
  readonly middleName: string;
  readonly places: readonly MapPlace[];
}) {
  const { rings, marks, areaHalf, middle: centre } = mapLayout(middle, places);
  const told = places.map(({ letter, place, isArea }) =>
    isArea
      ? `${letter} lies somewhere in an area about ${milesBetween(middle, place)} miles away.`
      : `${letter} is ${milesBetween(middle, place)} miles away.`,
  );
  return (
    <Picture
      id="map"
      title={`Where the homes lie around: ${middleName}`}
      description={told.join(' ')}
      width={mapSize.side}
      height={mapSize.side}
    >
      {rings.map(({ miles, radius }) => (
        <Ring {...{ miles, radius, ...centre }} key={miles} />
      ))}
      <path
        d={`M${centre.x - 7} ${centre.y}h14M${centre.x} ${centre.y - 7}v14`}
        stroke={colours.ink}
        stroke-width="3"
      />
      {marks.map(({ at, letter, x, y, isArea }) => (
        <g key={letter}>
          {isArea ? (
            <rect
              x={x - areaHalf}
              y={y - areaHalf}
              width={2 * areaHalf}
              height={2 * areaHalf}
              fill="none"
              stroke={colours.mark}
              stroke-width="2"
              stroke-dasharray="5 4"
            />
          ) : (
            <path
              d={shapeOf(at)}
              transform={`translate(${x} ${y})`}
              fill={at === 0 ? colours.mark : colours.paper}
              stroke={colours.mark}
              stroke-width="2"
            />
          )}
          <text x={x + 10} y={y - 8} font-size="14" font-weight="bold" fill={colours.ink}>
            {letter}
          </text>
        </g>
      ))}
    </Picture>
  );
}

function Ring({
  miles,
  radius,
  x,
  y,
}: {
  readonly miles: number;
  readonly radius: number;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <>
      <circle cx={x} cy={y} r={radius} fill="none" stroke={colours.track} />
      <text x={x} y={y + radius + 12} font-size="12" text-anchor="middle" fill={colours.quiet}>
        {`${miles} ${miles === 1 ? 'mile' : 'miles'}`}
      </text>
    </>
  );
}
