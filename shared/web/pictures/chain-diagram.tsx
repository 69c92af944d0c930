import { line } from 'd3-shape';
import { type ChainArrow, type ChainBox, type ChainLink, chainLayout, chainSize } from './chain-layout.ts';
import { colours } from './colours.ts';
import { fitted, Picture } from './picture.tsx';

/** The moves that hang together, as boxes and arrows from below upwards. */
export function ChainDiagram({ links }: { readonly links: readonly ChainLink[] }) {
  const { boxes, arrows, height } = chainLayout(links);
  const told = links.map(({ who, to, from, on }, at) => {
    return `Move ${at + 1}: ${who} moves ${from === null ? '' : `from ${from} `}to ${to} on ${on}.`;
  });
  return (
    <Picture
      id="chain"
      title="The moves that hang together"
      description={told.join(' ')}
      width={chainSize.width}
      height={height}
    >
      {boxes.map((box) => (
        <Box {...box} key={box.y} />
      ))}
      {arrows.map((arrow) => (
        <Arrow {...arrow} key={arrow.toY} />
      ))}
    </Picture>
  );
}

function Box({ y, name, note }: ChainBox) {
  const { width, box, edge } = chainSize;
  return (
    <>
      <rect
        x={edge}
        y={y}
        width={width - 2 * edge}
        height={box}
        fill={colours.paper}
        stroke={colours.mark}
        stroke-width="2"
      />
      <text x={edge + 10} y={y + 19} font-size="14" font-weight="bold" fill={colours.ink}>
        {fitted(name, 32)}
      </text>
      <text x={edge + 10} y={y + 36} font-size="13" fill={colours.quiet}>
        {note}
      </text>
    </>
  );
}

const x = 30;

function Arrow({ fromY, toY, who, on }: ChainArrow) {
  const shaft = line()([
    [x, fromY],
    [x, toY + 8],
  ]);
  const head = line()([
    [x - 7, toY + 10],
    [x, toY + 1],
    [x + 7, toY + 10],
  ]);
  return (
    <>
      <path d={shaft ?? ''} fill="none" stroke={colours.mark} stroke-width="3" />
      <path d={`${head ?? ''}Z`} fill={colours.mark} />
      <text x={x + 18} y={toY + 20} font-size="13" fill={colours.ink}>
        {fitted(who, 32)}
      </text>
      <text x={x + 18} y={toY + 37} font-size="13" fill={colours.quiet}>
        {on}
      </text>
    </>
  );
}
