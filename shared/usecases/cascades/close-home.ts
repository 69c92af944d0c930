import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Closing, ClosingReason } from '../../domain/cascade.ts';
import { Day, type Instant } from '../../domain/day.ts';
import type { HomeFile } from '../../domain/files.ts';
import { CascadeId, type HomeId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { cascades } from '../../store/kinds/cascades.ts';
import { homes } from '../../store/kinds/homes.ts';
import type { Records } from '../../store/records.ts';
import { change, create } from '../../store/steps.ts';
import { type Call, type Deps, nowOf, Receipt, recordsOf, write } from '../call.ts';
import { makeScene, type Scene } from '../placing/scene.ts';
import { proposalsOfHome, vacanciesOfHome } from './ends-with.ts';
import { barredByOthers, type CascadePreview, endingProposals, MayEnd } from './preview.ts';

export const HomeClosure = z.strictObject({
  /** The first night on which nobody may sleep there; today, where it cannot be lived in now. */
  from: Day,
  reason: ClosingReason,
  mayEnd: MayEnd,
});
export type HomeClosure = z.infer<typeof HomeClosure>;

export const aClosingDay = z.strictObject({ from: Day });

/**
 * Closes a home from a day on. From this commit on nobody new is proposed or approved for nights after it; proposals and
 * vacancies that would be left too few nights end in the minutes after. Nobody who lives there is moved by it.
 */
export function closeHome(
  deps: Deps,
  call: Call<{ homeId: HomeId }, HomeClosure>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'homeClosing', Receipt, async (records, now) => {
    const { from, reason, mayEnd } = call.body;
    const found = await worked(deps, call, records, now, from);
    if (!found.ok) return found;
    const { kept, scene, preview } = found.value;
    if (from < scene.today) return refuse('day-not-possible', { earliest: scene.today });
    const barred = barredByOthers(mayEnd, preview);
    if (barred) return barred;
    const { id: homeId } = kept.data.home;
    const cascade = create(records.partnership, cascades, {
      ...{ id: CascadeId.parse(deps.writing.newId('cascade')), of: 'home', homeId },
      ...{ startedBy: call.who.data.id, startedAt: now, ended: 0, status: 'open' },
    });
    return done({
      steps: [change(kept, { ...kept.data, closing: Closing.parse({ from, reason }) }), cascade],
      answer: { id: kept.id, version: kept.version + 1 },
      told: { homeId: kept.id, from, reason },
    });
  });
}

/** What closing a home from a day on would end, and changes nothing. */
export async function previewClosure(
  deps: Deps,
  call: Call<{ homeId: HomeId }, unknown, z.infer<typeof aClosingDay>>,
): Promise<Outcome<CascadePreview>> {
  const found = await worked(deps, call, recordsOf(deps, call), nowOf(deps), call.query.from);
  return found.ok ? done(found.value.preview) : found;
}

interface Worked {
  readonly kept: Kept<HomeFile>;
  readonly scene: Scene;
  readonly preview: CascadePreview;
}

async function worked(
  deps: Deps,
  call: Call<{ homeId: HomeId }, unknown, unknown>,
  records: Records,
  now: Instant,
  from: Day,
): Promise<Outcome<Worked>> {
  const kept = await records.get(homes, call.params.homeId);
  if (!kept) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'homes.close', { home: kept.data });
  if (barred) return refuse(barred);
  if (kept.data.closing) return refuse('home-closing', { homeId: kept.id, from: kept.data.closing.from });
  const scene = await makeScene(deps, records, now);
  const ending = await proposalsOfHome(scene, call.params.homeId, from);
  return done({
    kept,
    scene,
    preview: {
      proposals: endingProposals(scene, ending),
      requests: [],
      vacancies: vacanciesOfHome(scene, call.params.homeId, from).map(({ vacancy }) => vacancy.id),
      livedIn: scene.stays
        .all()
        .flatMap(({ stay, homeId }) =>
          homeId === kept.id && stay.status === 'arrived' ? [stay.roomId] : [],
        ),
    },
  });
}
