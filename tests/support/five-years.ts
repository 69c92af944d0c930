import { ContactItem, ContactPlan } from '../../shared/domain/contact-item.ts';
import { addDays, Day, daysBetween, Instant } from '../../shared/domain/day.ts';
import { DischargeFile } from '../../shared/domain/discharge.ts';
import { DelayReason } from '../../shared/domain/discharge-codes.ts';
import { HomeFile, RequestFile, StayFile, VacancyFile } from '../../shared/domain/files.ts';
import { HomeLedger } from '../../shared/domain/ledger.ts';
import { planContacts } from '../../shared/domain/plan-contacts.ts';
import { Proposal } from '../../shared/domain/proposal.ts';
import type { Room, RoomPeriod } from '../../shared/domain/room.ts';
import { DepartureReason } from '../../shared/domain/stay.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { type Item, itemOf } from '../../shared/store/item.ts';
import type { Kind } from '../../shared/store/kind.ts';
import { contactPlans } from '../../shared/store/kinds/contacts.ts';
import { homes, ledgers, vacancies } from '../../shared/store/kinds/homes.ts';
import { discharges, proposals, requests, stays } from '../../shared/store/kinds/placing.ts';
import { factsFor, type ReportFacts } from '../../shared/usecases/reports/report-facts.ts';
import { type Dice, dice } from './random-instance.ts';
import { newHome } from './scenes.ts';
import { stayingConnected } from './staying-connected-contacts.ts';

/** Everything a report may be counted from, made up by chance. */
export type History = Pick<
  ReportFacts,
  | ('requests' | 'proposals' | 'stays' | 'contactPlans')
  | ('homes' | 'ledgers' | 'vacancies' | 'discharges' | 'suggested')
>;

export interface HistoryShape {
  readonly seed: number;
  readonly homes: number;
  /** The day it is told on, and the days before it that it covers. */
  readonly on: string;
  readonly days: number;
}

const offers = [
  ['stayingConnected', 'highSupport'],
  ['stayingConnected', 'extendedSupport'],
  ['secondStep', 'level1'],
  ['secondStep', 'level3'],
  ['stepOut', 'intensiveSupport'],
] as const;
const homeless = ['19', '39', '26', null, '7'] as const;
const ends = ['rejected', 'withdrawn', 'submitted', 'readyToPlace', 'draft', 'inReview', 'paused'] as const;
const digest = '0'.repeat(32);
const digests = {
  ...{ person: digest, request: digest, constraints: digest },
  ...{ home: digest, housemates: digest, policy: digest },
};

/** A partnership in which people come and go for years, room by room, and some ask in vain. */
export function history({ seed, homes: count, on, days }: HistoryShape): History {
  const chance = dice(seed);
  const today = Day.parse(on);
  const told: Mutable = {
    ...{ requests: [], proposals: [], stays: [], contactPlans: [] },
    ...{ homes: [], ledgers: [], vacancies: [], discharges: [], suggested: [] },
  };
  for (let at = 0; at < count; at++) {
    const [serviceModel, stage] = offers[at % offers.length]!;
    const { rooms, ...home } = newHome(`home-${at}`, { offers: [{ serviceModel, stage }] });
    const file = HomeFile.parse({
      ...{ home, outOfService: [], closing: null },
      rooms: rooms.map((room) => ({ ...room, homeId: home.id, weeklyRent: 14_000 + chance.below(3_000) })),
    });
    told.homes.push(file);
    const periods = file.rooms
      .filter(({ kind }) => kind === 'bedroom')
      .flatMap((room) => livesOf({ told, chance, file, room, today, from: addDays(today, -days) }));
    told.ledgers.push(HomeLedger.parse({ homeId: home.id, periods, occupants: [], offered: [] }));
  }
  for (let at = 0; at < count * 3; at++) inVain(told, chance, addDays(today, -chance.below(days)), today);
  for (const { request, discharge } of told.requests)
    if (discharge && chance.next() < 0.7) told.discharges.push(leavingOf(chance, request, today));
  return told;
}

/** The same as facts of a report. */
export const factsOfHistory = (
  told: History,
  programme: string,
  from: string,
  to: string,
  now: string,
): ReportFacts =>
  factsFor(
    {
      ...{ model: serviceModels().get(programme)!, from: Day.parse(from), to: Day.parse(to) },
      now: Instant.parse(now),
    },
    told,
  );

/** What the table holds of it. */
export function itemsOfHistory(partnership: string, told: History): Item[] {
  const kept = <T>(kind: Kind<T>, all: readonly T[]): Item[] =>
    all.map((data) => itemOf(partnership, kind, 1, data));
  return [
    ...kept(requests, told.requests),
    ...kept(proposals, told.proposals),
    ...kept(stays, told.stays),
    ...kept(contactPlans, told.contactPlans),
    ...kept(homes, told.homes),
    ...kept(ledgers, told.ledgers),
    ...kept(vacancies, told.vacancies),
    ...kept(discharges, told.discharges),
  ];
}

type Mutable = { [Name in keyof History]: History[Name][number][] };

interface InRoom {
  readonly told: Mutable;
  readonly chance: Dice;
  readonly file: HomeFile;
  readonly room: Room;
  readonly from: Day;
  readonly today: Day;
}

const oneOf = <T>(chance: Dice, some: readonly T[]): T => some[chance.below(some.length)]!;

/** One room: somebody lives there, leaves, it is made ready, sometimes mended, and the next comes. */
function livesOf(where: InRoom): RoomPeriod[] {
  const { told, chance, file, room, today } = where;
  const periods: RoomPeriod[] = [];
  let day = addDays(where.from, chance.below(60));
  while (day < today) {
    const until = addDays(day, 20 + chance.below(300));
    const leaves = until <= today && chance.next() < 0.9 ? until : null;
    periods.push(stayOf(where, day, leaves));
    if (leaves === null) return periods;
    const ready = addDays(leaves, chance.below(8));
    const stayId = told.stays.at(-1)!.stay.id;
    if (ready > leaves)
      periods.push({ kind: 'turnaround', roomId: room.id, from: leaves, until: ready, stayId });
    day = addDays(ready, chance.below(25));
    if (chance.next() < 0.3) {
      const id = `closed-${room.id}-${day}`;
      const mended = chance.next() < 0.1 ? null : addDays(day, 1 + chance.below(20));
      const closed = { id, roomId: room.id, from: day, to: mended && addDays(mended, -1) };
      const reason = oneOf(chance, ['repairs', 'damp', 'other'] as const);
      const whole = HomeFile.shape.outOfService.parse([{ ...closed, reason }]);
      file.outOfService.push(...whole);
      periods.push({
        kind: 'outOfService',
        roomId: room.id,
        from: day,
        until: mended,
        outOfServiceId: whole[0]!.id,
      });
      if (mended === null) return periods;
      day = mended;
    }
  }
  const vacancy = {
    id: `empty-${room.id}`,
    roomId: room.id,
    reason: '13',
    status: 'open',
    from: addDays(today, -9),
  };
  told.vacancies.push(
    VacancyFile.parse({ vacancy, homeId: file.home.id, expectedAs: null, freedBy: null, backups: [] }),
  );
  return periods;
}

/** Somebody asks, is proposed, approved, and moves in; some come back who were here before. */
function stayOf({ told, chance, file, room, today }: InRoom, from: Day, leaves: Day | null): RoomPeriod {
  const n = told.stays.length;
  const personId = whoComes(told, chance, from) ?? `person-${n}-${room.id}`;
  const ids = { stayId: `stay-${n}`, proposalId: `proposal-${n}`, requestId: `request-${n}` };
  const hadProposal = chance.next() < 0.85;
  const model = file.home.offers[0]!.serviceModel;
  const asked = addDays(from, -10 - chance.below(90));
  const lived = { id: ids.stayId, roomId: room.id, personId, from, absences: away(chance, from) };
  const reason = oneOf(chance, DepartureReason.options);
  const stay = leaves
    ? { ...lived, status: 'departed', departedOn: leaves, reason }
    : { ...lived, status: 'arrived', leavesOn: null };
  told.stays.push(
    StayFile.parse({ stay, homeId: file.home.id, proposalId: hadProposal ? ids.proposalId : null }),
  );
  if (hadProposal) {
    const approved = { status: 'approved', decisionId: `decision-${n}`, stayId: ids.stayId };
    told.requests.push(
      requestOf(chance, ids.requestId, personId, model, asked, leaves ? 'closed' : 'placed', today),
    );
    told.proposals.push(proposalOf(chance, { ...ids, personId, room, asked, from, end: approved }));
  }
  if (model === 'stayingConnected')
    told.contactPlans.push(contactsOf(chance, personId, ids.stayId, from, today));
  return {
    ...{ kind: 'stay', roomId: room.id, from, until: leaves, arrived: true },
    ...{ stayId: told.stays.at(-1)!.stay.id, personId: told.stays.at(-1)!.stay.personId },
  };
}

/** Often somebody who has just left another room, or who was here before; null for somebody new. */
function whoComes({ stays: lived }: Mutable, chance: Dice, from: Day): string | null {
  const movers = lived.filter(
    ({ stay }) =>
      stay.status === 'departed' && stay.departedOn <= from && from <= addDays(stay.departedOn, 8),
  );
  if (movers.length > 0 && chance.next() < 0.5) return oneOf(chance, movers).stay.personId;
  return lived.length > 3 && chance.next() < 0.3 ? oneOf(chance, lived).stay.personId : null;
}

function away(chance: Dice, from: Day): unknown[] {
  if (chance.next() < 0.8) return [];
  const start = addDays(from, chance.below(40));
  const until = chance.next() < 0.1 ? null : addDays(start, 1 + chance.below(30));
  return [{ from: start, until, reason: oneOf(chance, ['hospital', 'other']) }];
}

/** A request that led nowhere, or has not yet; some were suggested a room, or proposed in vain. */
function inVain(told: Mutable, chance: Dice, asked: Day, today: Day): void {
  const n = `vain-${told.requests.length}`;
  const [serviceModel] = oneOf(chance, offers);
  const known = chance.next() < 0.4 && told.stays.length > 0;
  const personId = known ? told.stays[chance.below(told.stays.length)]!.stay.personId : `person-${n}`;
  told.requests.push(requestOf(chance, n, personId, serviceModel, asked, oneOf(chance, ends), today));
  if (chance.next() < 0.3) told.suggested.push(n);
  const room = oneOf(chance, oneOf(chance, told.homes).rooms);
  const end = { status: 'declined', decisionId: `decision-${n}` };
  const proposed = {
    proposalId: `proposal-${n}`,
    requestId: n,
    personId,
    room,
    asked,
    from: addDays(asked, 40),
    end,
  };
  if (chance.next() < 0.4) told.proposals.push(proposalOf(chance, proposed));
  else if (chance.next() < 0.3) {
    const stayId = `stay-${n}`;
    const approved = { status: 'approved', decisionId: `decision-${n}`, stayId };
    told.proposals.push(proposalOf(chance, { ...proposed, end: approved }));
    const stay = { id: stayId, roomId: room.id, personId, from: addDays(asked, 40), status: 'notArrived' };
    told.stays.push(StayFile.parse({ stay, homeId: room.homeId, proposalId: proposed.proposalId }));
  }
}

function requestOf(
  chance: Dice,
  id: string,
  personId: string,
  serviceModel: string,
  queuedOn: Day,
  status: string,
  today: Day,
): RequestFile {
  const paused = {
    pausedUntil: null,
    pausedBecause: 'Away.',
    pausedFrom: oneOf(chance, ['submitted', 'readyToPlace']),
  };
  const base = { id, personId, kind: 'newPlace', serviceModel, stages: [], queuedOn, earliestOn: null };
  const request = { ...base, neededBy: null, unsafeNow: false, accommodation: oneOf(chance, homeless) };
  const rest = { outcode: null, referralSource: null, referredBy: null, hospitalSite: null, status };
  const discharge =
    serviceModel === 'stepOut'
      ? { requestId: id, status: 'open', periods: readyPeriods(chance, id, queuedOn, today) }
      : null;
  const file = { discharge, openedBy: 'ward', organisationId: null, question: null, answers: [] };
  return RequestFile.parse({
    ...{ ...file, endedBecause: null },
    request: { ...request, ...rest, ...(status === 'paused' && paused) },
  });
}

/** When somebody left hospital, if they have, and the days on which some were back. */
function leavingOf(
  chance: Dice,
  { id, personId, queuedOn }: RequestFile['request'],
  today: Day,
): DischargeFile {
  const left = addDays(queuedOn, chance.below(60));
  const made = {
    ...{
      at: `${left}T${chance.next() < 0.5 ? '11:00' : '23:30'}:00Z`,
      destination: '19',
      accommodation: 'MH01',
    },
    ...{ settled: 'Y', keysAt: null, outOfHoursContact: null, recordedBy: 'ward', followUps: [] },
  };
  const readmissions = Array.from({ length: chance.below(3) }, (_, at) => ({
    ...{ id: `back-${id}-${at}`, on: addDays(left, 1 + chance.below(220)) },
  })).filter(({ on }) => on <= today);
  return DischargeFile.parse({
    ...{ requestId: id, personId, owners: [], arranged: [], made: left < today ? made : null },
    ...{ dutyToRefer: [], crisisContacts: [], readmissions },
  });
}

/** Ready, unwell again, ready again: with overlaps, and another reason from some day on. */
function readyPeriods(chance: Dice, requestId: string, from: Day, today: Day): unknown[] {
  let start = addDays(from, chance.below(10));
  return Array.from({ length: chance.below(4) }, (_, at) => {
    const readyOn = start;
    const endedOn = chance.next() < 0.1 ? null : addDays(readyOn, chance.below(40));
    start = addDays(readyOn, 5 + chance.below(50));
    const change = {
      from: addDays(readyOn, chance.below(20)),
      delayReason: oneOf(chance, DelayReason.options),
    };
    return {
      ...{ id: `ready-${requestId}-${at}`, requestId, readyOn, endedOn: readyOn > today ? readyOn : endedOn },
      endReason: endedOn === null ? null : 'notReadyAgain',
      ...{ delayReason: oneOf(chance, ['J2', 'I2', 'B1']), attributable: '07' },
      reasonChanges: chance.next() < 0.4 ? [{ ...change, attributable: '04' }] : [],
    };
  });
}

interface Proposed {
  readonly proposalId: string;
  readonly requestId: string;
  readonly personId: string;
  readonly room: Room;
  readonly asked: Day;
  readonly from: Day;
  readonly end: Readonly<Record<string, unknown>>;
}

function proposalOf(
  chance: Dice,
  { proposalId, requestId, personId, room, asked, from, end }: Proposed,
): Proposal {
  const spare = Math.max(3, daysBetween(asked, from));
  const [a, b, c] = [1, 2, 3].map((part) => addDays(asked, Math.floor((spare * part) / 4) - chance.below(2)));
  const steps = ['awaitingPerson', 'awaitingPanel'];
  const stepsTaken = [
    { step: 'awaitingPerson', since: a, until: b },
    { step: 'awaitingPanel', since: b, until: c },
  ];
  return Proposal.parse({
    ...{ id: proposalId, suggestionId: null, planId: null, chainId: null, requestId, personId },
    ...{ roomId: room.id, homeId: room.homeId, fromRoomId: null, fromHomeId: null, vacancyId: null },
    ...{
      position: 0,
      moveOn: from,
      proposedBy: 'officer',
      policyVersion: '2026-11',
      modelVersion: '2026-11',
    },
    ...{
      steps,
      alternatives: [],
      digests,
      special: [],
      overrides: [],
      insteadBecause: null,
      holdsRoom: true,
    },
    ...{ clock: { since: b, answerBy: c, told: [] }, waitingFor: null, answers: [] },
    ...{ expiresAt: `${from}T00:00:00Z`, ...end },
    ...(chance.next() < 0.9 && { stepsTaken }),
  });
}

/** The contacts of Staying Connected after a move: most done, some missed or waived, some said nothing of. */
function contactsOf(chance: Dice, personId: string, stayId: string, movedOn: Day, today: Day): ContactPlan {
  const about = { id: `contacts-${stayId}`, personId, stayId, pattern: stayingConnected.id, movedOn };
  const endsBefore = addDays(movedOn, 600);
  const plan = planContacts(
    ContactPlan.omit({ items: true, extra: true }).parse({ ...about, endsBefore }),
    stayingConnected,
  );
  const items = plan.items.map((item): ContactItem => {
    const { status: _due, ...base } = item;
    const became = chance.next();
    if (item.gridOn > today || became < 0.05) return item;
    if (became < 0.1) return ContactItem.parse({ ...base, status: 'missed', reason: 'notReached' });
    if (became < 0.13) return ContactItem.parse({ ...base, status: 'waived', reason: 'Away.' });
    if (became < 0.16)
      return ContactItem.parse({ ...base, status: 'rescheduled', to: addDays(today, -5 + chance.below(9)) });
    return ContactItem.parse({ ...base, status: 'done', doneOn: item.plannedOn });
  });
  return { ...plan, items };
}
