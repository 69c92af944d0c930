import type { LocalSchedule } from './template.ts';

/** How often the clock is looked at, in milliseconds. */
const minute = 60_000;

/** Starts what is due, as EventBridge Scheduler does, each minute and whenever the clock was moved. */
export interface Ticker {
  /** Looks at once. */
  tick(): void;
  stop(): void;
}

/**
 * @param start runs what is due; a run that fails is that function's own log's business
 * @param now the time here, in milliseconds
 */
export function startTicker(
  schedules: readonly LocalSchedule[],
  start: (schedule: LocalSchedule) => Promise<unknown>,
  now: () => number,
): Ticker {
  const last = new Map<LocalSchedule, number>();
  const every = new Map(schedules.map((one) => [one, milliseconds(one.expression)]));
  const tick = (): void => {
    for (const [schedule, interval] of every) {
      // A tick that comes a moment early, because timers are not exact, still counts.
      const before = last.get(schedule);
      if (before !== undefined && now() - before < interval - minute / 2) continue;
      last.set(schedule, now());
      start(schedule).catch(() => undefined);
    }
  };
  const timer = setInterval(tick, minute);
  return { tick, stop: () => clearInterval(timer) };
}

const units = { minute: 1, hour: 60, day: 24 * 60 };

/** @throws RangeError on an expression that is not `rate(…)`: cron is not known here */
export function milliseconds(expression: string): number {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const minutes = Object.entries(units).find(([name]) => name === unit)?.[1];
  if (minutes === undefined)
    throw new RangeError(
      `The local run knows no schedule ${expression}: teach it in infra/local/schedule.ts.`,
    );
  return Number(count) * minutes * minute;
}
