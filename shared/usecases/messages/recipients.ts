import type { Member } from '../../domain/member.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { contactPlans } from '../../store/kinds/contacts.ts';
import { homes, ledgers } from '../../store/kinds/homes.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { people } from '../../store/kinds/people.ts';
import { panels, proposals, requests, reviews, stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Due, Party } from './events.ts';

/** Everybody who is told of something, each with what it is about for them. */
export type Recipients = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds who has which part in what an event is about, among the active members of the partnership. */
export async function recipientsOf(records: Records, due: Due): Promise<Recipients> {
  const everybody = (await records.all(members, records.partnership))
    .map(({ data }) => data)
    .filter(({ active }) => active);
  const found = new Map<string, Set<string>>();
  for (const id of due.ids)
    for (const party of due.rule.to)
      for (const { member, about } of await partyOf(records, everybody, due, id, party))
        found.set(member.id, new Set([...(found.get(member.id) ?? []), about]));
  return found;
}

interface Told {
  readonly member: Member;
  readonly about: string;
}

async function partyOf(
  records: Records,
  everybody: readonly Member[],
  { kind, waitsFor }: Due,
  id: string,
  party: Party,
): Promise<Told[]> {
  const all = (matches: (member: Member) => boolean, about: string): Told[] =>
    everybody.filter(matches).map((member) => ({ member, about }));
  if (kind === 'panel') {
    const panel = (await records.get(panels, id))?.data;
    return panel ? all((one) => panel.members.includes(one.id), id) : [];
  }
  if (kind === 'review') {
    const review = (await records.get(reviews, id))?.data;
    if (!review) return [];
    if (party === 'reviewAsker') return all((one) => one.id === review.askedBy, id);
    const role = party === 'chair' ? 'panelChair' : 'programmeLead';
    return all((one) => one.roles.includes(role) && !review.firstPanel.includes(one.id), id);
  }
  if (kind === 'home') {
    if (party === 'lead') return all(({ roles }) => roles.includes('programmeLead'), id);
    const team = await workersOfResidents(records, id);
    return all(({ workerId }) => workerId !== null && team.has(workerId), id);
  }
  if (kind === 'contacts') {
    if (party === 'lead') return all(({ roles }) => roles.includes('programmeLead'), id);
    const plan = (await records.get(contactPlans, id))?.data;
    const team = await teamOf(records, plan?.personId ?? 'nobody');
    return all(({ workerId }) => workerId !== null && team.includes(workerId), id);
  }
  const proposalId = kind === 'stay' ? ((await records.get(stays, id))?.data.proposalId ?? null) : id;
  const proposal = proposalId === null ? null : ((await records.get(proposals, proposalId))?.data ?? null);
  if (!proposal) return [];
  const parties = party === 'waitedFor' ? partiesOf(waitsFor) : [party];
  const matches = await Promise.all(parties.map((one) => inCase(records, proposal, one)));
  return all((member) => matches.some((match) => match(member)), proposal.id);
}

/** Those who work with whoever lives in a home. */
async function workersOfResidents(records: Records, homeId: string): Promise<ReadonlySet<string>> {
  const periods = (await records.get(ledgers, homeId))?.data.periods ?? [];
  const living = periods.flatMap((one) => (one.kind === 'stay' && one.arrived ? one.personId : []));
  const residents = await records.getMany(people, living);
  return new Set(
    residents.flatMap(({ data: { person } }) =>
      [person.primaryWorker ?? [], person.secondWorker ?? []].flat(),
    ),
  );
}

/** The workers of a person. */
async function teamOf(records: Records, personId: string): Promise<(string | null | undefined)[]> {
  const person = (await records.get(people, personId))?.data.person;
  return [person?.primaryWorker, person?.secondWorker];
}

/** Who has a part in a proposal. */
async function inCase(
  records: Records,
  proposal: Proposal,
  party: Party,
): Promise<(member: Member) => boolean> {
  switch (party) {
    case 'worker': {
      const team = await teamOf(records, proposal.personId);
      return ({ workerId }) => workerId !== null && team.includes(workerId);
    }
    case 'referrer': {
      const request = (await records.get(requests, proposal.requestId))?.data;
      return ({ id }) => id === request?.openedBy;
    }
    case 'proposer':
      return ({ id }) => id === proposal.proposedBy;
    case 'provider': {
      const home = (await records.get(homes, proposal.homeId))?.data.home;
      return ({ roles, organisationId }) =>
        roles.includes('providerManager') &&
        organisationId !== null &&
        organisationId === home?.supportProvider;
    }
    case 'panel':
      return ({ roles }) => roles.includes('panelMember') || roles.includes('panelChair');
    case 'lead':
      return ({ roles }) => roles.includes('programmeLead');
    default:
      return () => false;
  }
}

/** Who answers for whoever was waited for: for the person and for information, those who work with them. */
function partiesOf(waitsFor: string | undefined): Party[] {
  return waitsFor === 'provider' || waitsFor === 'panel' ? [waitsFor] : ['worker', 'referrer'];
}
