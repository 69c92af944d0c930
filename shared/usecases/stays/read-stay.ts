import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { StayFile } from '../../domain/files.ts';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { homes } from '../../store/kinds/homes.ts';
import { people } from '../../store/kinds/people.ts';
import { stays } from '../../store/kinds/placing.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

export const StayShown = z.strictObject({ ...StayFile.shape, version: z.int() });
export type StayShown = z.infer<typeof StayShown>;

/** A stay, for whoever may read it: their own case, or in a home of their organisation. */
export async function readStay(deps: Deps, call: Call<{ stayId: StayId }>): Promise<Outcome<StayShown>> {
  const records = recordsOf(deps, call);
  const found = await records.get(stays, call.params.stayId);
  if (!found) return refuse('not-found');
  const [person, home] = await Promise.all([
    records.get(people, found.data.stay.personId),
    records.get(homes, found.data.homeId),
  ]);
  const barred = barredFrom(call.who.data, 'stays.read', {
    ...(person && { person: person.data }),
    ...(home && { home: home.data }),
  });
  return barred ? refuse(barred) : done({ ...found.data, version: found.version });
}
