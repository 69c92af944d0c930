import { anyDelayReasonCodes } from '../../../shared/domain/discharge-codes.ts';
import { toHappenOn } from '../../../shared/domain/plan-contacts.ts';
import { isLettable } from '../../../shared/domain/room.ts';
import type { ReportFacts } from '../../../shared/usecases/reports/report-facts.ts';
import { nightsBetween, plusDays } from './days.ts';

/** What each figure should be, by `measure.figure`, counted one by one from the records; of medians, the numbers. */
export type Counted = Map<string, { sum: number; numbers: number[]; pence: number }>;

const homeless = ['7', '14', '18', '19', '21', '39'];
const said = ['readyToPlace', 'proposed', 'placed', 'closed'];

/** Counts everything in the plainest way there is: no cell, no index, one thing after the other. */
export function countNaively(facts: ReportFacts): Counted {
  const counted: Counted = new Map();
  const add = (figure: string, number: number, pence = 0): void => {
    const known = counted.get(figure) ?? { sum: 0, numbers: [], pence: 0 };
    counted.set(figure, {
      sum: known.sum + number,
      numbers: [...known.numbers, number],
      pence: known.pence + pence,
    });
  };
  const tell: Tell = { facts, add, within: (day) => day >= facts.from && day <= facts.to };
  countRequests(tell);
  countHomelessness(tell);
  countDelays(tell);
  countLeavings(tell);
  countContacts(tell);
  countNights(tell);
  countSteps(tell);
  countEver(tell);
  countLeft(tell);
  return counted;
}

interface Tell {
  readonly facts: ReportFacts;
  readonly add: (figure: string, number: number, pence?: number) => void;
  readonly within: (day: string) => boolean;
}

const proposalsOf = ({ proposals }: ReportFacts, requestId: string) =>
  proposals.filter((one) => one.requestId === requestId);

const hasSaidYes = (facts: ReportFacts, { request }: ReportFacts['requests'][number]): boolean =>
  said.includes(request.status === 'paused' ? request.pausedFrom : request.status) ||
  proposalsOf(facts, request.id).length > 0;

function countRequests({ facts, add, within }: Tell): void {
  for (const file of facts.requests) {
    const { request } = file;
    if (request.serviceModel !== facts.model.id || request.status === 'draft' || !within(request.queuedOn))
      continue;
    add('engagement.referred', 1);
    if (hasSaidYes(facts, file)) add('engagement.engaged', 1);
    const made = proposalsOf(facts, request.id);
    const lived = facts.stays.filter((one) => made.some(({ id }) => id === one.proposalId));
    add('funnel.referred', 1);
    if (facts.suggested.includes(request.id) || made.length > 0) add('funnel.suggested', 1);
    if (made.length > 0) add('funnel.proposed', 1);
    if (lived.length > 0) add('funnel.approved', 1);
    if (lived.some(({ stay }) => stay.status === 'arrived' || stay.status === 'departed'))
      add('funnel.movedIn', 1);
  }
}

function countHomelessness({ facts, add, within }: Tell): void {
  const times = facts.requests
    .map(({ request }) => request)
    .filter((one) => one.status !== 'draft' && homeless.includes(one.accommodation ?? ''));
  const earlier = (one: (typeof times)[number], other: (typeof times)[number]): boolean =>
    other.personId === one.personId &&
    (other.queuedOn < one.queuedOn || (other.queuedOn === one.queuedOn && other.id < one.id));
  const again = new Set<string>();
  for (const one of times)
    if (
      one.serviceModel === facts.model.id &&
      within(one.queuedOn) &&
      times.some((other) => earlier(one, other))
    )
      again.add(`${one.queuedOn.slice(0, 4)} ${one.personId}`);
  for (const one of again) add(`repeatHomelessness.${one.slice(0, 4)}`, 1);
}

function countDelays({ facts, add }: Tell): void {
  for (const { request, discharge } of facts.requests) {
    if (request.serviceModel !== facts.model.id || request.status === 'draft') continue;
    const inOrder = [...(discharge?.periods ?? [])].sort((a, b) => a.readyOn.localeCompare(b.readyOn));
    for (let day: string = facts.from; day < facts.until; day = plusDays(day, 1)) {
      const period = inOrder.find((one) => one.readyOn <= day && (one.endedOn === null || day < one.endedOn));
      if (!period) continue;
      const changes = (period.reasonChanges ?? []).filter((one) => one.from <= day);
      const reason = changes.at(-1)?.delayReason ?? period.delayReason;
      if (!anyDelayReasonCodes.some(({ code }) => code === reason)) throw new Error('An unknown reason.');
      add('delayDays.all', 1);
      add(`delayDays.${reason}`, 1);
    }
  }
}

/** Stays of the programme that were lived. */
function ours(facts: ReportFacts) {
  return facts.stays.filter(({ proposalId, homeId, stay }) => {
    if (!('absences' in stay)) return false;
    const proposal = facts.proposals.find(({ id }) => id === proposalId);
    const request = facts.requests.find((one) => one.request.id === proposal?.requestId);
    const home = facts.homes.find((one) => one.home.id === homeId);
    return (request?.request.serviceModel ?? home?.home.offers[0]?.serviceModel) === facts.model.id;
  });
}

function countLeavings({ facts, add, within }: Tell): void {
  const stageOf = (homeId: string) => {
    const offers = facts.homes.find((one) => one.home.id === homeId)?.home.offers ?? [];
    const offer = offers.find((one) => one.serviceModel === facts.model.id);
    return facts.model.stages.find(({ id }) => id === offer?.stage);
  };
  const lived = ours(facts);
  for (const { stay, homeId } of lived) {
    if (stay.status !== 'departed' || !within(stay.departedOn)) continue;
    const { departedOn } = stay;
    const next = lived
      .filter((one) => one.stay.personId === stay.personId && one.stay.id !== stay.id)
      .filter((one) => one.stay.from >= departedOn && one.stay.from <= plusDays(departedOn, 7))
      .sort((a, b) => a.stay.from.localeCompare(b.stay.from))[0];
    const [before, after] = [stageOf(homeId)?.order, next && stageOf(next.homeId)?.order];
    const further = next && before !== undefined && after !== undefined ? after - before : 1;
    if (stay.reason === 'died' || stay.reason === 'homeClosed') add(`plannedMoveOn.${stay.reason}`, 1);
    else if (stay.reason === 'stepUp' || further < 0) add('plannedMoveOn.steppedUp', 1);
    else if (further === 0) add('plannedMoveOn.sameLevel', 1);
    else {
      const level = stageOf(homeId)?.id ?? 'noLevel';
      const planned = Number(stay.reason === 'plannedMoveOn');
      add('plannedMoveOn.all', planned);
      add('plannedMoveOn.all of', 1);
      add(`plannedMoveOn.${level}`, planned);
      add(`plannedMoveOn.${level} of`, 1);
    }
  }
}

function countContacts({ facts, add, within }: Tell): void {
  const lived = ours(facts).map(({ stay }) => stay.id);
  for (const plan of facts.contactPlans.filter(({ stayId }) => lived.includes(stayId)))
    for (const item of plan.items.filter(({ gridOn }) => within(gridOn))) {
      const absences = facts.stays.flatMap(({ stay }) =>
        stay.personId === plan.personId && 'absences' in stay ? stay.absences : [],
      );
      const on = toHappenOn(item, absences, plan.endsBefore);
      add('contactsOwed.owed', 1);
      if (item.status === 'due' || item.status === 'rescheduled')
        add(on !== null && on < facts.now.slice(0, 10) ? 'contactsOwed.overdue' : 'contactsOwed.toCome', 1);
      else add(`contactsOwed.${item.status}`, 1);
    }
}

function countNights({ facts, add }: Tell): void {
  for (const { home, rooms, outOfService } of facts.homes) {
    if (!home.offers.some((one) => one.serviceModel === facts.model.id)) continue;
    const ledger = facts.ledgers.find(({ homeId }) => homeId === home.id);
    for (const room of rooms.filter(isLettable)) {
      const periods = (ledger?.periods ?? []).filter(({ roomId }) => roomId === room.id);
      const listed = facts.vacancies.flatMap(({ vacancy }) =>
        vacancy.roomId === room.id && 'from' in vacancy ? [vacancy.from] : [],
      );
      const known = [...periods.map(({ from }) => from), ...listed].sort()[0];
      let run = { cause: '', nights: 0 };
      const close = (): void => {
        const weekly = room.weeklyRent + room.weeklyServiceCharge;
        const pence = Math.round((weekly * run.nights) / 7);
        if (run.nights > 0) add('voidDays.all', run.nights, pence);
        if (run.nights > 0) add(`voidDays.${run.cause}`, run.nights, pence);
      };
      for (let day: string = facts.from; day < facts.until; day = plusDays(day, 1)) {
        const there = periods.filter((one) => one.from <= day && (one.until === null || day < one.until));
        const closed = there.find(({ kind }) => kind === 'outOfService');
        const stay = there.find((one) => one.kind === 'stay');
        const reason = outOfService.find(
          ({ id }) => closed?.kind === 'outOfService' && id === closed.outOfServiceId,
        );
        const turning = there.some(({ kind }) => kind === 'turnaround') ? 'turnaround' : 'free';
        const cause = closed ? (reason?.reason ?? 'other') : stay ? 'lived' : turning;
        const isEmpty = known !== undefined && day >= known && cause !== 'lived';
        const now = isEmpty ? cause : '';
        if (now !== run.cause) {
          close();
          run = { cause: now, nights: 0 };
        }
        if (isEmpty) run = { cause: now, nights: run.nights + 1 };
      }
      close();
    }
  }
}

function countSteps({ facts, add, within }: Tell): void {
  const asked = facts.requests.filter(
    ({ request }) => request.serviceModel === facts.model.id && request.status !== 'draft',
  );
  for (const proposal of facts.proposals)
    if (asked.some(({ request }) => request.id === proposal.requestId))
      for (const { step, since, until } of proposal.stepsTaken ?? [])
        if (within(until)) add(`timePerStep.${step}`, nightsBetween(since, until));
  for (const { stay, proposalId } of ours(facts)) {
    const proposal = facts.proposals.find(({ id }) => id === proposalId);
    const request = facts.requests.find((one) => one.request.id === proposal?.requestId);
    if (!within(stay.from) || !request) continue;
    add('timePerStep.requestToArrived', nightsBetween(request.request.queuedOn, stay.from));
    const approved = proposal?.stepsTaken?.find(({ step }) => step === 'awaitingPanel');
    if (approved) add('timePerStep.approvedToArrived', nightsBetween(approved.until, stay.from));
  }
}

function countEver({ facts, add }: Tell): void {
  const days = new Map<string, string[]>();
  const note = (who: string, day: string): void => {
    if (day <= facts.to) days.set(who, [...(days.get(who) ?? []), day]);
  };
  for (const file of facts.requests)
    if (
      file.request.serviceModel === facts.model.id &&
      file.request.status !== 'draft' &&
      hasSaidYes(facts, file)
    )
      note(file.request.personId, file.request.queuedOn);
  for (const { stay } of ours(facts)) note(stay.personId, stay.from);
  for (const since of days.values()) {
    add('peopleEverSupported.ever', 1);
    if (since.toSorted()[0]! >= facts.from) add('peopleEverSupported.new', 1);
  }
}

function countLeft({ facts, add, within }: Tell): void {
  const rules = facts.model.wardDischarge;
  for (const { requestId, made, readmissions } of facts.discharges) {
    const request = facts.requests.find((one) => one.request.id === requestId)?.request;
    if (!made || request?.serviceModel !== facts.model.id || request.status === 'draft') continue;
    const london = new Date(made.at).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
    if (!within(london)) continue;
    const days = readmissions.map(({ on }) => nightsBetween(london, on));
    add('readmission.left', 1);
    for (const limit of rules?.readmissionWithinDays ?? [])
      if (days.some((one) => one <= limit)) add(`readmission.within${limit}`, 1);
    const last = Math.max(...(rules?.readmissionWithinDays ?? []));
    const since = nightsBetween(london, facts.now.slice(0, 10));
    for (const limit of rules?.readmissionWithinDays ?? [])
      if (days.some((one) => one <= last) || since > limit) add(`readmission.within${limit} of`, 1);
    if (!rules) continue;
    let released = 0;
    for (let day = london; day < facts.now.slice(0, 10); day = plusDays(day, 1)) {
      const isBack = readmissions.some(({ on }) => on <= day);
      if (!isBack && nightsBetween(london, day) < rules.bedDays.otherwise.days) released++;
    }
    add('bedDaysReleased.released', released, released * rules.bedDays.pencePerDay);
  }
}
