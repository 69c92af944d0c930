import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { HomeFile } from '../../domain/files.ts';
import type { HomeId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { homes } from '../../store/kinds/homes.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

export const HomeShown = z.strictObject({ ...HomeFile.shape, version: z.int() });
export type HomeShown = z.infer<typeof HomeShown>;

/** A home with its rooms, for whoever may see it. */
export async function readHome(deps: Deps, call: Call<{ homeId: HomeId }>): Promise<Outcome<HomeShown>> {
  const found = await recordsOf(deps, call).get(homes, call.params.homeId);
  if (!found) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'homes.read', { home: found.data });
  return barred ? refuse(barred) : done({ ...found.data, version: found.version });
}
