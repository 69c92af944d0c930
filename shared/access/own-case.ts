import type { HomeFile, PersonFile, RequestFile } from '../domain/files.ts';
import type { Member } from '../domain/member.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Refusal } from '../domain/refusals.ts';
import { type Action, reachOf } from './actions.ts';

/** What somebody wants to act on, so far as it bears on whether it is theirs. */
export interface Case {
  readonly person?: PersonFile;
  /** The person's requests, live or past. */
  readonly requests?: readonly RequestFile[];
  readonly home?: HomeFile;
}

/**
 * Why somebody may not do this to this, or null when they may. What is not theirs to see reads as not found, so that
 * nobody learns of a case by asking.
 */
export function barredFrom(member: Member, action: Action, about: Case): Refusal | null {
  const reach = member.active ? reachOf(member.roles, action) : null;
  if (reach === null) return 'not-allowed';
  return reach === 'all' || isOwn(member, about) ? null : 'not-found';
}

function isOwn(member: Member, { person, requests = [], home }: Case): boolean {
  return (
    (person !== undefined && isOwnPerson(member, person)) ||
    requests.some((request) => isOwnRequest(member, request)) ||
    (home !== undefined && isOwnStock(member, home))
  );
}

/** Opened by them, or they are first or second worker, or cover today for one who is. */
function isOwnPerson(member: Member, { person, openedBy }: PersonFile): boolean {
  return openedBy === member.id || isWorkerOf(member, person);
}

function isWorkerOf(
  { workerId, covering = [] }: Member,
  person: { readonly primaryWorker: string | null; readonly secondWorker: string | null },
): boolean {
  const theirs: readonly (string | null)[] = [workerId, ...covering];
  return [person.primaryWorker, person.secondWorker].some((one) => one !== null && theirs.includes(one));
}

/** Asked for by them, or from the ward of their hospital site. */
function isOwnRequest(member: Member, { request, openedBy }: RequestFile): boolean {
  return (
    openedBy === member.id ||
    (member.workerId !== null && request.referredBy === member.workerId) ||
    (member.hospitalSite !== null && request.hospitalSite === member.hospitalSite)
  );
}

/** A home of their organisation: its owner, landlord or support provider. A home that names nobody is the council's. */
export function isOwnStock(member: Member, { home }: HomeFile): boolean {
  const named = [home.owner, home.landlord, home.supportProvider].filter((one) => one !== null);
  if (named.length === 0) return member.roles.includes('housingOfficer');
  return member.organisationId !== null && named.includes(member.organisationId);
}

/**
 * Why somebody may not decide on a proposal: they made it, they asked for the place, or they work with the person. It
 * goes by the case, whatever roles they hold.
 */
export function barredFromDeciding(
  member: Member,
  proposal: Proposal,
  person: PersonFile,
  request: RequestFile,
): Refusal | null {
  if (proposal.proposedBy === member.id) return 'proposer-cannot-decide';
  if (
    request.openedBy === member.id ||
    (member.workerId !== null && request.request.referredBy === member.workerId)
  )
    return 'referrer-cannot-decide';
  if (person.openedBy === member.id || isWorkerOf(member, person.person)) return 'key-worker-cannot-decide';
  return null;
}
