import * as z from 'zod';
import type { Cascade } from '../../domain/cascade.ts';
import type { Instant } from '../../domain/day.ts';
import type { HomeId, PersonId } from '../../domain/ids.ts';
import { withoutOffer } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { commit } from '../../store/commit.ts';
import { cascades } from '../../store/kinds/cascades.ts';
import { homes } from '../../store/kinds/homes.ts';
import { people } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import { Records } from '../../store/records.ts';
import { change, type Step } from '../../store/steps.ts';
import type { Deps } from '../call.ts';
import { requestsOf } from '../people/find-person.ts';
import { release } from '../placing/release.ts';
import { makeScene, type Scene, stepsOf } from '../placing/scene.ts';
import { isLive, requestIn } from '../requests/next-state.ts';
import { proposalsOfHome, proposalsOfPerson, vacanciesOfHome } from './ends-with.ts';

/** Who carries on what somebody decided: no person. It ends things, and never begins or approves any. */
const clock = 'clock';

const Carried = z.strictObject({ version: z.int(), ended: z.int(), isDone: z.boolean() });
type Carried = z.infer<typeof Carried>;

/** What ends next, and how many things with it; `null` where nothing is left. */
type Next = { readonly steps: readonly Step[]; readonly ended: number; readonly told: Told } | null;
type Told = Readonly<Record<string, string>>;

/**
 * Carries on what people decided, one commit for each thing that ends, until nothing is left. It may be begun again at
 * any point, by several at once: each commit ends what is next on the records as they are, and writes the cascade,
 * which whoever takes the decision back writes too.
 * @returns how many things ended
 */
export async function carryOn(deps: Deps, partnership: string): Promise<number> {
  const open = await new Records(deps.writing.table, partnership).all(cascades, 'open');
  let ended = 0;
  for (const { id, version } of open) {
    let step = await endNext(deps, partnership, id, version);
    while (step.ok) {
      ended += step.value.ended;
      if (step.value.isDone) break;
      step = await endNext(deps, partnership, id, step.value.version);
    }
  }
  return ended;
}

/** @param version of the cascade, which each step changes: the same step is never taken twice */
function endNext(deps: Deps, partnership: string, id: string, version: number): Promise<Outcome<Carried>> {
  const key = `cascade-${id}-${version}`;
  const intent = { partnership, by: clock, deed: 'carriedOn' as const, key, payload: id, answer: Carried };
  return commit(deps.writing, intent, async (records, now) => {
    const kept = await records.get(cascades, id);
    if (kept?.data.status !== 'open' || kept.version !== version) return refuse('transition-not-allowed');
    const { data } = kept;
    const next =
      data.of === 'person'
        ? await nextOfPerson(deps, records, now, data.personId)
        : await nextOfHome(deps, records, now, data.homeId);
    const ended = next?.ended ?? 0;
    const after: Cascade = { ...data, ended: data.ended + ended, status: next ? 'open' : 'done' };
    const about: Told = data.of === 'person' ? { personId: data.personId } : { homeId: data.homeId };
    return done({
      steps: [...(next?.steps ?? []), change(kept, after)],
      answer: { version: version + 1, ended, isDone: next === null },
      told: { ...about, ...(next ? next.told : { ended: String(after.ended) }) },
    });
  });
}

async function nextOfPerson(deps: Deps, records: Records, now: Instant, id: PersonId): Promise<Next> {
  const person = await records.get(people, id);
  if (!person?.data.withdrawn) return null;
  const scene = await makeScene(deps, records, now);
  const [proposal] = await proposalsOfPerson(scene, id);
  if (proposal) return endProposal(scene, proposal, 'personWithdrew');
  const asked = (await requestsOf(records, id)).find(({ request }) => isLive(request));
  const kept = asked ? await records.get(requests, asked.request.id) : null;
  const withdrawn = kept ? requestIn(kept.data.request, 'withdrawn') : null;
  if (!kept || !withdrawn?.ok) return null;
  const file = { ...kept.data, request: withdrawn.value, question: null, endedBecause: 'withdrawn' };
  return { steps: [change(kept, file)], ended: 1, told: { requestId: kept.id } };
}

async function nextOfHome(deps: Deps, records: Records, now: Instant, id: HomeId): Promise<Next> {
  const home = await records.get(homes, id);
  if (!home?.data.closing) return null;
  const { from } = home.data.closing;
  const scene = await makeScene(deps, records, now);
  const [proposal] = await proposalsOfHome(scene, id, from);
  if (proposal) return endProposal(scene, proposal, 'roomLost');
  const [file] = vacanciesOfHome(scene, id, from);
  if (!file) return null;
  const { id: vacancyId, roomId, reason } = file.vacancy;
  const vacancy = { id: vacancyId, roomId, reason, status: 'withdrawn', because: 'homeClosing' } as const;
  scene.vacancies.set({ ...file, vacancy });
  const ledger = scene.ledgers.get(id);
  if (ledger) scene.ledgers.set(withoutOffer(ledger, vacancyId));
  return { steps: stepsOf(scene), ended: 1, told: { vacancyId, roomId } };
}

/** Ends a proposal and what cannot stand without it. */
function endProposal(scene: Scene, proposal: Proposal, reason: 'personWithdrew' | 'roomLost'): Next {
  const { id: proposalId, roomId } = proposal;
  const { length: ended } = release(scene, proposal, { status: 'cancelled', reason });
  return { steps: stepsOf(scene), ended, told: { proposalId, roomId, links: String(ended) } };
}
