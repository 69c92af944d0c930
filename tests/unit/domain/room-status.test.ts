import { expect, test } from 'vitest';
import { Day, Instant } from '../../../shared/domain/day.ts';
import { Room, RoomPeriod } from '../../../shared/domain/room.ts';
import { roomStatus, statusRuns } from '../../../shared/domain/room-status.ts';
import { newHome } from '../../support/scenes.ts';

const now = Instant.parse('2026-04-20T09:00:00Z');
const day = (date: string) => Day.parse(`2026-05-${date}`);
const [bedroom] = newHome('birch').rooms;
const room = Room.parse({ ...bedroom, homeId: 'birch' });
const at = { roomId: room.id, from: '2026-05-01', until: '2026-05-11' };
const who = { personId: 'ada' };

const closed = RoomPeriod.parse({ ...at, kind: 'outOfService', outOfServiceId: 'works' });
const lived = RoomPeriod.parse({ ...at, ...who, kind: 'stay', stayId: 'one', arrived: true });
const promised = RoomPeriod.parse({ ...at, ...who, kind: 'stay', stayId: 'two', arrived: false });
const held = RoomPeriod.parse({
  ...at,
  ...who,
  kind: 'hold',
  proposalId: 'p',
  expiresAt: '2026-04-21T00:00:00Z',
});
const turnaround = RoomPeriod.parse({ ...at, kind: 'turnaround', stayId: 'one' });

test.each([
  ['outOfService', [turnaround, held, promised, lived, closed]],
  ['lived', [turnaround, held, promised, lived]],
  ['promised', [turnaround, held, promised]],
  ['held', [turnaround, held]],
  ['turnaround', [turnaround]],
  ['free', []],
])('of several things a room is at once, it is %s', (status, periods) => {
  expect(roomStatus(room, periods, day('05'), now)).toBe(status);
  expect(roomStatus(room, [...periods].reverse(), day('05'), now)).toBe(status);
});

test('a room that is never let is never anything else', () => {
  for (const kind of ['staffSleepIn', 'communal'] as const)
    expect(roomStatus({ ...room, kind }, [closed, lived], day('05'), now)).toBe('neverLet');
});

test('a period holds from its first night to the one before its end, and only its own room', () => {
  const nights = ['01', '10', '11'].map((date) => roomStatus(room, [lived], day(date), now));
  expect(nights).toEqual(['lived', 'lived', 'free']);
  expect(roomStatus(room, [lived], Day.parse('2026-04-30'), now)).toBe('free');
  const other = Room.parse({ ...room, id: 'birch-2' });
  expect(roomStatus(other, [lived], day('05'), now)).toBe('free');
});

test('runs that meet and are alike are one', () => {
  const then = RoomPeriod.parse({ ...lived, stayId: 'three', from: '2026-05-11', until: null });
  const nights = { from: day('01'), until: day('31') };
  expect(statusRuns(room, [lived, then], nights, now)).toEqual([{ ...nights, status: 'lived' }]);
});
