import * as z from 'zod';
import { barredFrom, isOwnStock } from '../../access/own-case.ts';
import { HomeFile } from '../../domain/files.ts';
import type { HomeId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { areaOf } from '../../domain/place.ts';
import { homes } from '../../store/kinds/homes.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

export const HomeShown = z.strictObject({ ...HomeFile.shape, version: z.int() });
export type HomeShown = z.infer<typeof HomeShown>;

/**
 * A home with its rooms, for whoever may see it. Where a confidential home lies is told to those alone who own, let or
 * support it; everybody else reads the middle of a square around it.
 */
export async function readHome(deps: Deps, call: Call<{ homeId: HomeId }>): Promise<Outcome<HomeShown>> {
  const found = await recordsOf(deps, call).get(homes, call.params.homeId);
  if (!found) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'homes.read', { home: found.data });
  if (barred) return refuse(barred);
  const { home } = found.data;
  const isHidden = home.confidentialAddress && !isOwnStock(call.who.data, found.data);
  const shown = isHidden ? { ...home, location: areaOf(home.location) } : home;
  return done({ ...found.data, home: shown, version: found.version });
}
