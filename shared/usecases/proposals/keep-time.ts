import * as z from 'zod';
import type { Deed } from '../../domain/audit.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Proposal, StepClock } from '../../domain/proposal.ts';
import { ProviderAnswer } from '../../domain/provider-answer.ts';
import { commit, type Decide } from '../../store/commit.ts';
import { proposals, providerAnswers, requests } from '../../store/kinds/placing.ts';
import { Records } from '../../store/records.ts';
import { create, type Step } from '../../store/steps.ts';
import { type Deps, nowOf } from '../call.ts';
import { dueToTell, hasRunOut, isStopped, limitsOf } from '../placing/clocks.ts';
import { rememberDeclined } from '../placing/declined.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { release } from '../placing/release.ts';
import { makeScene, type Scene, stepsOf } from '../placing/scene.ts';
import { isWaiting, waitsForWhom } from '../placing/workflow.ts';

/** Who acts when a date has passed: no person. It can remind and end things, and never approve them. */
const clock = 'clock';

const Kept = z.strictObject({ id: z.string(), ended: z.int() });
type Kept = z.infer<typeof Kept>;

/** How many proposals of a partnership were told of, and how many ended. */
export interface TimeKept {
  readonly told: number;
  readonly ended: number;
}

/**
 * Keeps the time of a partnership's live proposals, one commit each: reminds whoever is waited for, tells somebody else
 * when that does not help, and ends what has run out, so that rooms and people are free again. Whoever reads compares
 * the time themselves; this only tells and tidies up.
 */
export async function keepTime(deps: Deps, partnership: string): Promise<TimeKept> {
  const records = new Records(deps.writing.table, partnership);
  const now = nowOf(deps);
  const scene = await makeScene(deps, records, now);
  const live = (await records.all(proposals, 'live')).map(({ data }) => data).filter(isWaiting);
  scene.requests.add(
    await records.getMany(
      requests,
      live.map((one) => one.requestId),
    ),
  );
  const kept = { told: 0, ended: 0 };
  for (const proposal of live) {
    const due = dueOf(deps, scene, proposal);
    if (hasRunOut(scene, proposal, live)) {
      const outcome = await end(deps, partnership, proposal);
      if (outcome.ok) kept.ended += outcome.value.ended;
    } else if (due) {
      const outcome = await tell(deps, partnership, proposal, due);
      if (outcome.ok) kept.told++;
    }
  }
  return kept;
}

/** What is due to be told of a proposal: its request says which programme's time it keeps. */
function dueOf(deps: Deps, scene: Scene, proposal: Proposal): StepClock['told'][number] | null {
  const request = scene.requests.get(proposal.requestId);
  if (!request || !isWaiting(proposal) || isStopped(scene, proposal)) return null;
  return dueToTell(proposal.clock, limitsOf(deps, scene.policy, request, proposal.status), scene.today);
}

type About = { readonly scene: Scene; readonly proposal: Proposal };

/** Commits what the clock does to one proposal, if it is still to be done. */
function write(
  deps: Deps,
  partnership: string,
  id: ProposalId,
  deed: Deed,
  what: (about: About) => { readonly steps: Step[]; readonly ended: number; readonly told: string } | null,
): Promise<Outcome<Kept>> {
  const decide: Decide<Kept> = async (records, now) => {
    const found = await fetchProposal(deps, records, now, id);
    const work = found && what(found);
    if (!found || !work) return refuse('transition-not-allowed');
    const { personId, roomId, homeId } = found.proposal;
    const told = { proposalId: id, personId, roomId, homeId, waitsFor: work.told, links: String(work.ended) };
    return done({ steps: work.steps, answer: { id, ended: work.ended }, told });
  };
  // The minute tells one look from the next: a proposal is told of again when it has come to another step.
  const key = `${deed}-${id}-${nowOf(deps).slice(0, 16).replaceAll(/\D/g, '')}`;
  return commit(deps.writing, { partnership, by: clock, deed, key, payload: id, answer: Kept }, decide);
}

function tell(deps: Deps, partnership: string, { id }: Proposal, due: StepClock['told'][number]) {
  const deed = due === 'reminder' ? 'proposalReminded' : 'proposalEscalated';
  return write(deps, partnership, id, deed, ({ scene, proposal }) => {
    if (dueOf(deps, scene, proposal) !== due) return null;
    const told = [...proposal.clock.told, due];
    scene.proposals.set({ ...proposal, clock: { ...proposal.clock, told } });
    return { steps: stepsOf(scene), ended: 0, told: waitsForWhom(proposal) };
  });
}

function end(deps: Deps, partnership: string, { id }: Proposal) {
  return write(deps, partnership, id, 'proposalExpired', ({ scene, proposal }) => {
    if (!isWaiting(proposal) || !hasRunOut(scene, proposal, scene.proposals.all())) return null;
    const waitedFor = waitsForWhom(proposal);
    const ending = release(scene, proposal, { status: 'expired', waitedFor });
    const silent = waitedFor === 'provider' ? silence(scene, proposal) : [];
    return { steps: [...stepsOf(scene), ...silent], ended: ending.length, told: waitedFor };
  });
}

/** A provider that let its time pass: counted as that, and the person is not referred to it again for a while. */
function silence(scene: Scene, proposal: Proposal): Step[] {
  const { id: proposalId, personId, homeId } = proposal;
  rememberDeclined(scene, proposal, 'provider', 'noAnswer');
  const organisationId = scene.homes.get(homeId)?.home.supportProvider;
  if (!organisationId) return [];
  const answer = ProviderAnswer.parse({
    ...{ proposalId, personId, homeId, organisationId },
    at: scene.now,
    answer: 'silent',
  });
  return [create(scene.records.partnership, providerAnswers, answer)];
}
