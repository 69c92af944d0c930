import { type Day, londonDay } from '../../domain/day.ts';
import type { DischargeFile } from '../../domain/discharge.ts';
import type { HomeFile, RequestFile, StayFile } from '../../domain/files.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import type { Stay } from '../../domain/stay.ts';
import type { ReportFacts } from './report-facts.ts';

type Lived = Extract<Stay, { absences: unknown }>;

/** A stay somebody has moved in for, and where. */
export interface LivedStay {
  readonly stay: Lived;
  readonly file: StayFile;
  readonly home: HomeFile | undefined;
}

/** Whether a day is one of those asked for. */
export const isAskedFor = ({ from, to }: Pick<ReportFacts, 'from' | 'to'>, on: Day): boolean =>
  from <= on && on <= to;

/** The state of a request; of a paused one, the state it goes back to. */
export const stateOf = (request: PlacementRequest): PlacementRequest['status'] =>
  request.status === 'paused' ? request.pausedFrom : request.status;

/** Requests sent to the programme, drafts apart. */
export function referrals({ requests, model }: ReportFacts): RequestFile[] {
  return requests.filter(({ request }) => request.serviceModel === model.id && request.status !== 'draft');
}

/** Requests sent to the programme on the days asked for. */
export function newReferrals(facts: ReportFacts): RequestFile[] {
  return referrals(facts).filter(({ request }) => isAskedFor(facts, request.queuedOn));
}

/** Requests that have a proposal. */
export function proposedRequests({ proposals }: ReportFacts): ReadonlySet<string> {
  return new Set(proposals.filter(({ status }) => status !== 'draft').map(({ requestId }) => requestId));
}

const accepted = new Set<PlacementRequest['status']>(['readyToPlace', 'proposed', 'placed', 'closed']);

/** Whether the programme took somebody on: it said yes to their request, or somebody was proposed for a home. */
export function isTakenOn({ request }: RequestFile, proposed: ReadonlySet<string>): boolean {
  return accepted.has(stateOf(request)) || proposed.has(request.id);
}

/**
 * The stays of the programme that people have moved in for: those that came from a request to it, and of those who lived
 * there before, those in a home whose first offer is the programme's.
 */
export function livedStays(facts: ReportFacts): LivedStay[] {
  const asked = new Map(facts.requests.map(({ request }) => [String(request.id), request.serviceModel]));
  const requestOf = new Map(facts.proposals.map(({ id, requestId }) => [String(id), String(requestId)]));
  const homes = new Map(facts.homes.map((home) => [String(home.home.id), home]));
  return facts.stays.flatMap((file) => {
    const { stay, homeId, proposalId } = file;
    if (!('absences' in stay)) return [];
    const home = homes.get(homeId);
    const request = proposalId === null ? undefined : requestOf.get(proposalId);
    const model = request === undefined ? home?.home.offers[0]?.serviceModel : asked.get(request);
    return model === facts.model.id ? [{ stay, file, home }] : [];
  });
}

/** The stage of the programme that a home is for; null where it offers none. */
export function stageOf({ model }: ReportFacts, home: HomeFile | undefined): string | null {
  return home?.home.offers.find((one) => one.serviceModel === model.id)?.stage ?? null;
}

/** Somebody who has left hospital, and the day they left. */
export interface Left {
  readonly file: DischargeFile;
  readonly on: Day;
}

/** Those who left hospital on the days asked for, of the programme's requests. */
export function leftHospital(facts: ReportFacts): Left[] {
  const ours = new Set(referrals(facts).map(({ request }) => request.id));
  return facts.discharges.flatMap((file) => {
    const on = file.made && londonDay(file.made.at);
    return on && ours.has(file.requestId) && isAskedFor(facts, on) ? [{ file, on }] : [];
  });
}
