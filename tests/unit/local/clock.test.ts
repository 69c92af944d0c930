import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ClockMove, openClock } from '../../../infra/local/clock.ts';

const machine = () => Date.parse('2026-11-23T09:00:00Z');
const file = () => join(mkdtempSync(join(tmpdir(), 'homeward-clock-')), 'clock.json');
const to = (move: unknown) => ClockMove.parse(move);

describe('the local clock', () => {
  test('shows the time of the machine until it is moved', () => {
    expect(openClock(file(), machine).now()).toBe('2026-11-23T09:00:00.000Z');
  });

  test('is set to a moment, or forward by days, and remembers it', () => {
    const kept = file();
    const clock = openClock(kept, machine);
    expect(clock.move(to({ now: '2026-12-01T09:00:00Z' }))).toBeNull();
    expect(clock.now()).toBe('2026-12-01T09:00:00.000Z');
    expect(clock.move(to({ forwardDays: 7 }))).toBeNull();
    expect(clock.now()).toBe('2026-12-08T09:00:00.000Z');
    expect(openClock(kept, machine).now()).toBe('2026-12-08T09:00:00.000Z');
  });

  test('never goes back, not even to what the machine shows', () => {
    const clock = openClock(file(), machine);
    clock.move(to({ forwardDays: 2 }));
    expect(clock.move(to({ now: '2026-11-24T09:00:00Z' }))).toContain('Time does not go back');
    expect(clock.now()).toBe('2026-11-25T09:00:00.000Z');
  });

  test.each([
    { forwardDays: -1 },
    { forwardDays: 0.5 },
    { now: 'tomorrow' },
    { now: '2026-12-01' },
    {},
    null,
  ])('is not moved by %j', (move) => {
    expect(ClockMove.safeParse(move).success).toBe(false);
  });
});
