import { scaleLinear } from 'd3-scale';
import { addDays, type Day, daysBetween, sayDayShort } from '../../domain/day.ts';
import type { RoomStatus, StatusRun } from '../../domain/room-status.ts';

/** What each status is called, and the letter that stands for it where there is no room for a word. */
export const roomStatusWords: Readonly<
  Record<RoomStatus, { readonly text: string; readonly letter: string }>
> = {
  free: { text: 'Free', letter: 'F' },
  lived: { text: 'Lived in', letter: 'L' },
  promised: { text: 'Promised', letter: 'P' },
  held: { text: 'Held for a proposal', letter: 'H' },
  turnaround: { text: 'Being made ready', letter: 'R' },
  outOfService: { text: 'Out of service', letter: 'O' },
  neverLet: { text: 'Never let', letter: 'N' },
};

interface StripProps {
  readonly title: string;
  readonly from: Day;
  /** The first day after the last. */
  readonly until: Day;
  readonly rooms: readonly { readonly roomId: string; readonly runs: readonly StatusRun[] }[];
}

/** In the picture’s own units; the page scales it to its width. */
const size = { label: 120, days: 840, row: 44, top: 28, gap: 6 } as const;

/** Rooms one under the other, days from left to right. The table beside it says the same. */
export function CalendarStrip({ title, from, until, rooms }: StripProps) {
  const x = scaleLinear([0, daysBetween(from, until)], [size.label, size.label + size.days]);
  const at = (day: Day): number => x(daysBetween(from, day));
  const height = size.top + rooms.length * size.row;
  const weeks = Array.from({ length: Math.ceil(daysBetween(from, until) / 7) }, (_, n) =>
    addDays(from, 7 * n),
  );
  return (
    <svg
      class="app-strip"
      viewBox={`0 0 ${size.label + size.days} ${height}`}
      role="img"
      aria-labelledby="strip-title strip-desc"
    >
      <title id="strip-title">{title}</title>
      <desc id="strip-desc">One line a room, one step a day. The table below says the same in words.</desc>
      {weeks.map((day) => (
        <g key={day}>
          <line class="app-strip__rule" x1={at(day)} x2={at(day)} y1={size.top - 8} y2={height} />
          <text class="app-strip__small" x={at(day) + 4} y={size.top - 10}>
            {sayDayShort(day).replace(/^\w+ | \d+$/g, '')}
          </text>
        </g>
      ))}
      {rooms.map(({ roomId, runs }, row) => (
        <g key={roomId} transform={`translate(0 ${size.top + row * size.row})`}>
          <text class="app-strip__label" x="0" y={size.row / 2 + 5}>
            {roomId}
          </text>
          {runs.map((run) => (
            <Run key={run.from} status={run.status} left={at(run.from)} right={at(run.until)} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Units a letter of a label needs, and then a little more. */
const letterWidth = 9;

function Run({
  status,
  left,
  right,
}: {
  readonly status: RoomStatus;
  readonly left: number;
  readonly right: number;
}) {
  const { text, letter } = roomStatusWords[status];
  const width = right - left;
  const says = text.length * letterWidth + 8 < width ? text : letter;
  return (
    <>
      <rect
        class={`app-strip__run app-strip__run--${status}`}
        x={left}
        y={size.gap / 2}
        width={width}
        height={size.row - size.gap}
      />
      <text class="app-strip__in" x={left + width / 2} y={size.row / 2 + 5} text-anchor="middle">
        {says}
      </text>
    </>
  );
}
