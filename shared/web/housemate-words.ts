import { counted } from './words.ts';

/** Who lives in a home as numbers: never who. */
export interface HousemateFlags {
  readonly people: number;
  readonly highRisk: number;
  readonly earlyRecovery: number;
  readonly exploitsOthers: number;
  readonly exploitable: number;
  readonly keptApart: number;
}

/** What a panel is told of those somebody would live with, a line for each flag that is up. */
export function housemateLines(flags: HousemateFlags): string[] {
  if (flags.people === 0) return ['Nobody else would live there.'];
  const told = [
    line(flags.highRisk, 'has a high risk on record', 'have a high risk on record'),
    line(flags.earlyRecovery, 'is early in recovery', 'are early in recovery'),
    line(flags.exploitsOthers, 'may exploit others', 'may exploit others'),
    line(flags.exploitable, 'could be exploited by others', 'could be exploited by others'),
    line(flags.keptApart, 'is to be kept apart from this person', 'are to be kept apart from this person'),
  ].flat();
  return [
    `${counted(flags.people, 'other person', 'other people')} would live there, children included.`,
    ...(told.length === 0 ? ['Nothing on record of them bears on who lives with them.'] : told),
  ];
}

const line = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${counted(count, 'of them', 'of them')} ${count === 1 ? one : many}.`];
