import { addDays, Day, type Instant } from '../../domain/day.ts';
import type { RequestFile } from '../../domain/files.ts';
import { withHoldUntil } from '../../domain/ledger.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Proposal, StepClock, Waiting } from '../../domain/proposal.ts';
import { addWorkingDays, workingDaysBetween } from '../../domain/working-days.ts';
import type { Deps } from '../call.ts';
import { isLive } from './release.ts';
import type { Scene } from './scene.ts';
import { endOf } from './wanted-move.ts';
import { stepIdOf, stepTaken } from './workflow.ts';

/** Working days after which whoever a proposal waits for is reminded, somebody else is told, and it is given up. */
export interface Limits {
  readonly remind: number;
  readonly escalate: number;
  readonly expire: number;
}

/** The limits of a step: the policy's, which never leave a party less time than the programme does. */
export function limitsOf(deps: Deps, policy: Policy, { request }: RequestFile, waiting: Waiting): Limits {
  const id = stepIdOf(waiting);
  const limits = policy.clocks.steps[id];
  const step = deps.models.get(request.serviceModel)?.proposalSteps.find((one) => one.id === id);
  return { ...limits, expire: Math.max(limits.expire, step?.withinWorkingDays ?? 0) };
}

/** The clock of a step that begins today. */
export function clockFrom(
  deps: Deps,
  { policy, today }: Pick<Scene, 'policy' | 'today'>,
  request: RequestFile,
  waiting: Waiting,
): StepClock {
  const { expire } = limitsOf(deps, policy, request, waiting);
  return { since: today, answerBy: addWorkingDays(today, expire), told: [] };
}

/** Takes a proposal on to a step. With the last of a chain to come before the panel, the panel's time begins for all. */
export function goTo(deps: Deps, scene: Scene, proposal: Proposal, to: Waiting): void {
  begin(deps, scene, proposal, to);
  const links = linksOf(scene, proposal);
  if (to === 'awaitingPanel' && links.every((one) => one.status === to))
    for (const link of links) begin(deps, scene, link, to);
}

function begin(deps: Deps, scene: Scene, proposal: Proposal, to: Waiting): void {
  const request = scene.requests.get(proposal.requestId);
  if (!request || proposal.status === 'approved') return;
  const clock = clockFrom(deps, scene, request, to);
  const taken = proposal.status === to ? {} : stepTaken(scene, proposal);
  scene.proposals.set({ ...proposal, ...taken, status: to, clock, waitingFor: null });
}

/** The live moves of a proposal's chain, itself among them. */
function linksOf(scene: Scene, { id, chainId }: Proposal): Proposal[] {
  const isLink = (one: Proposal): boolean => one.id === id || (chainId !== null && one.chainId === chainId);
  return scene.proposals.all().filter((one) => isLive(one) && isLink(one));
}

/**
 * Whether a proposal can lead nowhere as it is: its hold has run out, or whoever it waits for let their time pass. The
 * panel's time does not run while it waits for other moves of the chain.
 * @param known proposals, those of its chain among them
 */
export function hasRunOut(
  { now, today }: Pick<Scene, 'now' | 'today'>,
  { id, chainId, status, clock, expiresAt }: Proposal,
  known: readonly Proposal[],
): boolean {
  const waitsForLinks =
    status === 'awaitingPanel' &&
    chainId !== null &&
    known.some((one) => one.chainId === chainId && one.id !== id && isBeforePanel(one));
  return now >= expiresAt || (today > clock.answerBy && !waitsForLinks);
}

const isBeforePanel = ({ status }: Proposal): boolean =>
  status === 'draft' || status === 'awaitingPerson' || status === 'awaitingProvider';

/** When the time of a proposal ends or ended, as a refusal tells it. */
export function endOfTime({ expiresAt, clock }: Proposal): Record<string, string> {
  return { expiredAt: expiresAt, answerBy: clock.answerBy };
}

/** Whether the clock of a proposal stands still because a question is open and not yet overdue. */
export function isStopped({ today }: Pick<Scene, 'today'>, { waitingFor }: Proposal): boolean {
  return waitingFor !== null && today <= waitingFor.dueOn;
}

/** Stops the clock of a proposal until a question is answered. Its hold, and its chain's, last as much longer. */
export function stopClock(scene: Scene, proposal: Proposal, question: Question): void {
  const days = workingDaysBetween(scene.today, question.dueOn);
  const daysLeft = Math.max(0, workingDaysBetween(scene.today, proposal.clock.answerBy));
  for (const link of linksOf(scene, proposal)) {
    const expiresAt = endOf(addWorkingDays(lastDayBefore(link.expiresAt), days));
    const clock = { ...link.clock, answerBy: addWorkingDays(link.clock.answerBy, days) };
    const waitingFor = link.id === proposal.id ? { ...question, daysLeft } : link.waitingFor;
    scene.proposals.set({ ...link, expiresAt, clock, waitingFor });
    const ledger = scene.ledgers.get(link.homeId);
    if (ledger) scene.ledgers.set(withHoldUntil(ledger, link.id, expiresAt));
    const file = scene.vacancies.get(link.vacancyId);
    if (file?.vacancy.status === 'reserved' && file.vacancy.proposalId === link.id)
      scene.vacancies.set({ ...file, vacancy: { ...file.vacancy, until: expiresAt } });
  }
}

type Question = Omit<NonNullable<Proposal['waitingFor']>, 'daysLeft'>;

/** The clock of a proposal runs on from where it stood when the question was asked. */
export function runOn({ today }: Pick<Scene, 'today'>, { clock, waitingFor }: Proposal): StepClock {
  return waitingFor ? { ...clock, answerBy: addWorkingDays(today, waitingFor.daysLeft) } : clock;
}

/** What is due to be told of a proposal's clock: nothing while it stands still, or when it was told already. */
export function dueToTell(clock: StepClock, limits: Limits, today: Day): StepClock['told'][number] | null {
  const daysLeft = workingDaysBetween(today, clock.answerBy);
  const isDue = (after: number): boolean => daysLeft <= limits.expire - after;
  if (isDue(limits.escalate)) return clock.told.includes('escalation') ? null : 'escalation';
  return isDue(limits.remind) && !clock.told.includes('reminder') ? 'reminder' : null;
}

const lastDayBefore = (at: Instant): Day => addDays(Day.parse(at.slice(0, 10)), -1);
