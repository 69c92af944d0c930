import type { RoomKind } from '../../../shared/matching/room-kinds.ts';

/** The kinds of rooms that would help a plan most, a line each, best first. */
export function roomKindWords(kinds: readonly RoomKind[]): string[] {
  if (kinds.length === 0) return ['There is no room that could be let, so there is none to have more of.'];
  return [
    'The kinds of rooms that would help most, best first. Each is told by a room there is:',
    ...kinds.map((kind, i) => `  ${i + 1}. ${kind.sentence}`),
  ];
}
