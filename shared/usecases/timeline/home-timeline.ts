import { barredFrom } from '../../access/own-case.ts';
import type { HomeId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { home } from '../../store/kind.ts';
import { homes } from '../../store/kinds/homes.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { readTimeline, type TimelineAsked, type TimelinePage } from './page.ts';
import { peopleKnownTo } from './people-known.ts';

/** What happened with a home. Whoever may not read a person's record is told of "somebody". */
export async function homeTimeline(
  deps: Deps,
  call: Call<{ homeId: HomeId }, unknown, TimelineAsked>,
): Promise<Outcome<TimelinePage>> {
  const { homeId } = call.params;
  const records = recordsOf(deps, call);
  const found = await records.get(homes, homeId);
  if (!found) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'homes.read', { home: found.data });
  if (barred) return refuse(barred);
  return done(await readTimeline(deps, call, home(homeId), (ids) => peopleKnownTo(records, call, ids)));
}
