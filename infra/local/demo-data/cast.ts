import type { Surroundings } from './conditions.ts';
import type { BuiltRoom } from './place.ts';
import type { Team } from './staff.ts';
import type { World } from './world.ts';

/** The workers of a partnership, and what people who wait there may wish. */
export interface Cast {
  readonly world: World;
  readonly around: Surroundings;
  /** Teams whose workers follow a person, by name. */
  readonly teams: ReadonlyMap<string, Team>;
  /** Second workers of people in a tenancy of their own; null where there are none. */
  readonly tenancySupport: Team | null;
  /** Ward staff who ask for places. */
  readonly wardSites: readonly string[];
}

/** @throws RangeError when there is no team of that name */
export function teamNamed(cast: Cast, name: string): Team {
  const team = cast.teams.get(name);
  if (!team) throw new RangeError(`No team ${name}`);
  return team;
}

/** First and second worker of somebody who lives in a room. The second is there for when the first is away. */
export function workersFor(
  cast: Cast,
  room: BuiltRoom,
): { primary: string | null; second: string | null; rater: string } {
  const team = teamNamed(cast, room.home.team);
  const primary = team.takeOn();
  const colleague = team.colleagueOf(primary);
  const second =
    room.home.kind === 'ownTenancy' && cast.tenancySupport ? cast.tenancySupport.anybody() : colleague;
  return { primary, second, rater: primary ?? team.anybody() };
}
