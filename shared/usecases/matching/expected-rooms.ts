import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day, londonDay } from '../../domain/day.ts';
import { HomeId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { buildPool } from '../../matching/pool.ts';
import { Confidence, forecastRule } from '../../matching/readiness-forecast.ts';
import { homes } from '../../store/kinds/homes.ts';
import { type Call, type Deps, nowOf, policyOf, recordsOf } from '../call.ts';
import { factsOf } from '../engine-facts.ts';
import { readFacts } from './read-facts.ts';

/**
 * Rooms of a home that are expected because of how ready their residents are becoming, by room alone. Nothing is on offer
 * and nothing is promised: whoever has the home lists a room as expected, or does not.
 */
export const ExpectedRooms = z.strictObject({
  homeId: HomeId,
  on: Day,
  rooms: z.array(
    z.strictObject({
      roomId: RoomId,
      /** When its resident would be ready to leave; making the room ready comes after. */
      from: Day,
      certainty: z.literal('forecast'),
      confidence: Confidence,
      sentence: z.string(),
    }),
  ),
  forecastRule: z.strictObject({ method: z.string(), confidence: z.string() }),
});
export type ExpectedRooms = z.infer<typeof ExpectedRooms>;

/** Reads what the engine reads of the partnership, at each call. */
export async function expectedRooms(
  deps: Deps,
  call: Call<{ homeId: HomeId }>,
): Promise<Outcome<ExpectedRooms>> {
  const records = recordsOf(deps, call);
  const { homeId } = call.params;
  const home = await records.get(homes, homeId);
  if (!home) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'matches.read', { home: home.data });
  if (barred) return refuse(barred);
  const now = nowOf(deps);
  const on = londonDay(now);
  const [found, policy] = await Promise.all([readFacts(records), policyOf(deps, records)]);
  const rooms = buildPool(factsOf(found, now), policy, deps.models, on).roomsByReadiness();
  return done({
    ...{ homeId, on, forecastRule },
    rooms: rooms
      .filter((one) => one.homeId === homeId)
      .map(({ roomId, from, confidence, sentence }) => {
        return { roomId, from, certainty: 'forecast' as const, confidence, sentence };
      }),
  });
}
