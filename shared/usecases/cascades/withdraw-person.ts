import * as z from 'zod';
import { Withdrawn, WithdrawnReason } from '../../domain/cascade.ts';
import type { Instant } from '../../domain/day.ts';
import type { PersonFile } from '../../domain/files.ts';
import { CascadeId, type PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { cascades } from '../../store/kinds/cascades.ts';
import type { Records } from '../../store/records.ts';
import { change, create } from '../../store/steps.ts';
import { type Call, type Deps, nowOf, Receipt, recordsOf, write } from '../call.ts';
import { findPerson, requestsOf } from '../people/find-person.ts';
import { fetchPeople, makeScene, type Scene } from '../placing/scene.ts';
import { isLive } from '../requests/next-state.ts';
import { proposalsOfPerson } from './ends-with.ts';
import { barredByOthers, type CascadePreview, endingProposals, MayEnd } from './preview.ts';

export const PersonWithdrawal = z.strictObject({ reason: WithdrawnReason, mayEnd: MayEnd });
export type PersonWithdrawal = z.infer<typeof PersonWithdrawal>;

type OfPerson = Call<{ personId: PersonId }, unknown>;

/**
 * Ends all planning for somebody. From this commit on nothing new is proposed or approved for them; what is proposed,
 * promised or asked for ends in the minutes after. Where they live and what is on record of them stays.
 */
export function withdrawPerson(
  deps: Deps,
  call: Call<{ personId: PersonId }, PersonWithdrawal>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'personWithdrawn', Receipt, async (records, now) => {
    const found = await worked(deps, call, records, now);
    if (!found.ok) return found;
    const { kept, scene, preview } = found.value;
    const { reason, mayEnd } = call.body;
    const barred = barredByOthers(mayEnd, preview);
    if (barred) return barred;
    const withdrawn = Withdrawn.parse({ on: scene.today, reason });
    const { id: personId } = kept.data.person;
    const cascade = create(records.partnership, cascades, {
      ...{ id: CascadeId.parse(deps.writing.newId('cascade')), of: 'person', personId },
      ...{ startedBy: call.who.data.id, startedAt: now, ended: 0, status: 'open' },
    });
    return done({
      steps: [change(kept, { ...kept.data, withdrawn }), cascade],
      answer: { id: kept.id, version: kept.version + 1 },
      told: { personId: kept.id, reason },
    });
  });
}

/** What withdrawing somebody would end, and changes nothing. */
export async function previewPersonWithdrawal(deps: Deps, call: OfPerson): Promise<Outcome<CascadePreview>> {
  const found = await worked(deps, call, recordsOf(deps, call), nowOf(deps));
  return found.ok ? done(found.value.preview) : found;
}

interface Worked {
  readonly kept: Kept<PersonFile>;
  readonly scene: Scene;
  readonly preview: CascadePreview;
}

async function worked(deps: Deps, call: OfPerson, records: Records, now: Instant): Promise<Outcome<Worked>> {
  const found = await findPerson(records, call, 'people.withdraw', call.params.personId);
  if (!found.ok) return found;
  const kept = found.value;
  if (kept.data.withdrawn) return refuse('person-withdrawn', { personId: kept.id });
  const scene = await makeScene(deps, records, now);
  await fetchPeople(scene, [call.params.personId]);
  const ending = await proposalsOfPerson(scene, call.params.personId);
  const asked = (await requestsOf(records, kept.id)).filter(({ request }) => isLive(request));
  return done({
    kept,
    scene,
    preview: {
      proposals: endingProposals(scene, ending),
      requests: asked.map(({ request }) => request.id),
      vacancies: [],
      livedIn: scene.stays
        .all()
        .flatMap(({ stay }) => (stay.personId === kept.id && stay.status === 'arrived' ? [stay.roomId] : [])),
    },
  });
}
