import { addDays } from '../../../shared/domain/day.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { chains, stays } from '../../../shared/store/kinds/placing.ts';
import { markDirty } from '../../../shared/store/operational.ts';
import { carryOn } from '../../../shared/usecases/cascades/carry-on.ts';
import { rematch } from '../../../shared/usecases/matching/rematch.ts';
import { keepTime } from '../../../shared/usecases/proposals/keep-time.ts';
import type { Answered } from '../ask.ts';
import { newNeeds, newZone } from '../people-scene.ts';
import { prepare } from '../prepared.ts';
import { approval } from '../story.ts';
import { type BusyPartnership, caseOf, type Standing, speakerFor, stayOf } from './partnership.ts';

type Status = Proposal['status'];

/** One thing somebody may do. What it asks about a proposal, it asks about one in a state in which it may make sense. */
export interface Deed {
  /** The states of the proposal it is done to; none where it is about no proposal. */
  readonly to?: readonly Status[];
  /** The states that may come of it, of the proposal it is done to and of those that are decided with it. */
  readonly may: readonly Status[];
  /** Whether others may be cancelled because of it. */
  readonly ends?: boolean;
  /** Whether new proposals may come of it. */
  readonly makes?: boolean;
  /** Whether it must go through: nothing but where the proposal stands is in the way. */
  readonly must?: (at: Standing, busy: BusyPartnership) => boolean;
  /** @returns null for what answers nobody: the clock, the engine */
  readonly go: (busy: BusyPartnership, at: Standing, n: number) => Promise<Answered | null>;
}

const waiting = ['awaitingPerson', 'awaitingProvider', 'awaitingPanel'] as const;
const live = [...waiting, 'approved'] as const;
const because = 'There is a home nearer to their family that they would like better.';
const viewed = { words: 'I have thought about it.', obtained: 'inPerson', onlyOneBecause: 'askedForOne' };
const declining = { ...approval, outcome: 'decline', declineReason: 'noSuitableRoom' };

/** Whether nothing has run out or is stopped yet: time is the only thing that could be in the way. */
const inTime = ({ proposal: { expiresAt, clock } }: Standing, { store, today }: BusyPartnership): boolean =>
  expiresAt > store.deps.writing.now() && clock.answerBy >= today;

const params = ({ proposal: { id } }: Standing) => ({ proposalId: id });

const view = (answer: string) => (busy: BusyPartnership, at: Standing) =>
  busy.ask('recordView', speakerFor(at.proposal), { params: params(at), body: { ...viewed, answer } });

const decide = (body: object) => (busy: BusyPartnership, at: Standing) =>
  busy.ask('decideProposal', 'panel', { params: params(at), body, ifMatch: at.version });

const ofCase = async (busy: BusyPartnership, { proposal, version }: Standing): Promise<number> =>
  proposal.chainId === null ? version : ((await busy.records.get(chains, proposal.chainId))?.version ?? 0);

const decideChain = (body: object) => async (busy: BusyPartnership, at: Standing) =>
  busy.ask('decideChain', 'panel', {
    params: { chainId: at.proposal.chainId ?? 'none' },
    body,
    ifMatch: await ofCase(busy, at),
  });

/** The residents' stays, of which one is chosen by number. */
async function lived({ records }: BusyPartnership, n: number): Promise<string> {
  const found = (await records.all(stays, 'live')).filter(({ data }) => data.stay.status === 'arrived');
  return found[n % Math.max(1, found.length)]?.id ?? 'none';
}

const people = ['patient', 'hmo-resident', 'house-resident', 'care-leaver'];
const asked = ['ask-a', 'ask-b', 'ask-c', 'ask-f'];
const rooms = ['birch-flat', 'oak-1', 'elm-1', 'elm-2', 'oak-2', 'elm-office'];

const callPanel = (busy: BusyPartnership, at: Standing) =>
  busy.ask('planPanel', 'chair', {
    body: { on: busy.today, chair: 'chair', members: ['panel', 'panel-2'], agenda: [at.proposal.id] },
  });

/** Does what is asked for before a move, as far as the stay still allows. */
async function prepareBusily(busy: BusyPartnership, stayId: string): Promise<void> {
  const before = await busy.ask('readBeforeMove', 'officer', { params: { stayId } });
  if (before.status !== 200 || !['provisional', 'confirmed'].includes(before.body.status)) return;
  await prepare((route, { as = '', ...asking }) => busy.ask(route, as, asking), stayId, busy.today);
}

const askReview = (busy: BusyPartnership, at: Standing) =>
  busy.ask('askReview', speakerFor(at.proposal), { params: params(at), body: { because } });

export const deeds: Readonly<Record<string, Deed>> = {
  plan: {
    may: [],
    async go({ store }) {
      await markDirty(store.deps.writing.table, 'southampton');
      await rematch(store.deps, 'southampton');
      return null;
    },
  },
  adopt: {
    may: [],
    makes: true,
    async go(busy, _, n) {
      const { body } = await busy.ask('readCurrentPlan', 'officer');
      const moves = body.chains?.items.flatMap((one: { suggestions: unknown[] }) => one.suggestions) ?? [];
      const suggestionId = moves[n % Math.max(1, moves.length)]?.id ?? 'none';
      return busy.ask('adoptSuggestion', 'officer', {
        params: { suggestionId },
        body: { wholeChain: n % 4 > 0 },
      });
    },
  },
  proposeByHand: {
    may: [],
    makes: true,
    go: (busy, _, n) =>
      busy.ask('proposeMove', 'officer', {
        body: {
          // Half of the time a move that fits where nothing is in the way.
          requestId: n % 2 === 0 ? 'ask-a' : asked[n % asked.length],
          roomId: n % 2 === 0 ? 'birch-flat' : rooms[n % rooms.length],
          moveOn: addDays(busy.today, 9),
          insteadBecause: because,
        },
      }),
  },
  sayYes: { to: waiting, may: ['awaitingProvider', 'awaitingPanel'], must: inTime, go: view('yes') },
  sayNo: { to: waiting, may: ['declined'], ends: true, must: inTime, go: view('no') },
  wantToTalk: { to: waiting, may: [], must: inTime, go: view('wantsToTalk') },
  acceptReferral: {
    to: ['awaitingProvider'],
    may: ['awaitingPanel'],
    must: (at, busy) => inTime(at, busy) && at.proposal.waitingFor === null,
    go: (busy, at) =>
      busy.ask('answerReferral', 'provider', { params: params(at), body: { answer: 'accept' } }),
  },
  refuseReferral: {
    to: ['awaitingProvider'],
    may: ['declined'],
    ends: true,
    go: (busy, at) =>
      busy.ask('answerReferral', 'provider', {
        params: params(at),
        body: { answer: 'refuse', reason: 'noStaffCapacity', words: 'Two of us are away.' },
      }),
  },
  askQuestion: {
    to: ['awaitingProvider', 'awaitingPanel'],
    may: [],
    go: (busy, at) =>
      busy.ask('askQuestion', at.status === 'awaitingPanel' ? 'panel' : 'provider', {
        params: params(at),
        body: { question: 'Can they manage stairs?', dueOn: addDays(busy.today, 1) },
      }),
  },
  answerQuestion: {
    to: ['awaitingProvider', 'awaitingPanel'],
    may: [],
    must: (at) => at.proposal.waitingFor !== null,
    go: (busy, at) =>
      busy.ask('answerQuestion', speakerFor(at.proposal), {
        params: params(at),
        body: { answer: 'They manage stairs well.' },
      }),
  },
  renew: {
    to: waiting,
    may: [],
    go: (busy, at) => busy.ask('renewProposal', 'officer', { params: params(at), ifMatch: at.version }),
  },
  callPanel: { to: ['awaitingPanel'], may: [], go: callPanel },
  circulate: {
    to: ['awaitingPanel'],
    may: [],
    async go(busy, at) {
      const params = { panelId: (await callPanel(busy, at)).body.id ?? 'none' };
      return busy.ask('circulate', 'chair', { params, ifMatch: 1 });
    },
  },
  vote: {
    to: ['awaitingPanel'],
    may: [],
    go: async (busy, at, n) =>
      busy.ask('castVote', n % 2 === 0 ? 'panel-2' : 'chair', {
        params: { caseId: caseOf(at.proposal) },
        body: { for: n % 5 === 0 ? 'decline' : 'approve', reason: because, criteria: ['support'] },
        ifMatch: await ofCase(busy, at),
      }),
  },
  declareConflict: {
    to: ['awaitingPanel'],
    may: [],
    go: (busy, at) =>
      busy.ask('declareConflict', 'panel-2', {
        params: { caseId: caseOf(at.proposal) },
        body: { kind: 'friend' },
      }),
  },
  approve: { to: ['awaitingPanel'], may: ['approved'], ends: true, go: decide(approval) },
  approveWithConditions: {
    to: ['awaitingPanel'],
    may: ['approved'],
    ends: true,
    go: decide({ ...approval, outcome: 'approveWithConditions', conditions: ['A visit each week.'] }),
  },
  defer: {
    to: ['awaitingPanel'],
    may: [],
    go: (busy, at) =>
      decide({ ...approval, outcome: 'defer', question: 'Who cooks?', dueOn: addDays(busy.today, 1) })(
        busy,
        at,
      ),
  },
  decline: { to: ['awaitingPanel'], may: ['declined'], ends: true, go: decide(declining) },
  preferAnother: {
    to: ['awaitingPanel'],
    may: ['declined'],
    ends: true,
    go: decide({ ...approval, outcome: 'preferAlternative', alternative: 'elm-2' }),
  },
  approveChain: { to: ['awaitingPanel'], may: ['approved'], ends: true, go: decideChain(approval) },
  declineChain: {
    to: ['awaitingPanel'],
    may: ['declined', 'cancelled'],
    ends: true,
    go: decideChain(declining),
  },
  acceptOffer: {
    to: ['approved'],
    may: [],
    go: (busy, { proposal }) =>
      busy.ask('answerOffer', speakerFor(proposal), {
        params: { stayId: stayOf(proposal) },
        body: { answer: 'accepted', obtained: 'inPerson' },
      }),
  },
  refuseOffer: {
    to: ['approved'],
    may: ['declined', 'cancelled'],
    ends: true,
    go: (busy, { proposal }) =>
      busy.ask('answerOffer', speakerFor(proposal), {
        params: { stayId: stayOf(proposal) },
        body: { answer: 'refused', obtained: 'inPerson' },
      }),
  },
  arrive: {
    to: ['approved'],
    may: [],
    ends: true,
    go: async (busy, { proposal }, n) => {
      busy.passUntil(proposal.moveOn);
      // Now and then nothing is prepared, and nobody moves in.
      if (n % 5 > 0) await prepareBusily(busy, stayOf(proposal));
      return busy.ask('recordArrival', 'officer', {
        params: { stayId: stayOf(proposal) },
        body: { on: busy.today },
      });
    },
  },
  noShow: {
    to: ['approved'],
    may: ['cancelled'],
    ends: true,
    go: (busy, { proposal }) => {
      busy.passUntil(proposal.moveOn);
      return busy.ask('recordNoShow', 'officer', {
        params: { stayId: stayOf(proposal) },
        body: { reason: 'illness' },
      });
    },
  },
  depart: {
    may: [],
    ends: true,
    go: async (busy, _, n) =>
      busy.ask('recordDeparture', 'officer', {
        params: { stayId: await lived(busy, n) },
        body: { on: busy.today, reason: 'ownChoice' },
      }),
  },
  goAway: {
    may: [],
    go: async (busy, _, n) =>
      busy.ask('recordAbsence', 'officer', {
        params: { stayId: await lived(busy, n) },
        body: { from: busy.today, until: null, reason: 'hospital' },
      }),
  },
  withdraw: {
    to: live,
    may: ['cancelled'],
    ends: true,
    go: (busy, at) =>
      busy.ask('withdrawProposal', 'officer', { params: params(at), body: { reason: 'roomLost' } }),
  },
  closeRoom: {
    may: [],
    go: (busy, _, n) =>
      busy.ask('takeOutOfService', 'officer', {
        params: { roomId: rooms[n % rooms.length] ?? '' },
        body: { from: busy.today, to: busy.today, reason: 'repairs' },
      }),
  },
  assessNeeds: {
    may: [],
    go: (busy, _, n) =>
      busy.ask('assessNeeds', n % 4 === 0 ? 'ward' : 'worker', {
        params: { personId: people[n % 4] ?? '' },
        body: { ...newNeeds, assessedOn: busy.today, supportLevel: 'floating', stepFree: 'notRequired' },
      }),
  },
  keepOutOfArea: {
    may: [],
    go: (busy, _, n) =>
      busy.ask('recordExclusionZone', 'lead', { params: { personId: people[n % 4] ?? '' }, body: newZone }),
  },
  letDaysPass: {
    may: [],
    go: async (busy, _, n) => {
      busy.pass((n % 4) + 1);
      return null;
    },
  },
  keepTime: {
    may: ['expired'],
    ends: true,
    async go(busy, _, n) {
      // Most of the time runs out meanwhile.
      if (n % 2 === 1) busy.pass(12);
      await keepTime(busy.store.deps, 'southampton');
      return null;
    },
  },
  askReview: { to: ['declined'], may: [], go: askReview },
  decideReview: {
    to: ['declined'],
    may: [],
    async go(busy, at, n) {
      const params = { reviewId: (await askReview(busy, at)).body.id ?? 'none' };
      const body = { outcome: n % 2 === 0 ? 'upheld' : 'reopened', reason: because };
      return busy.ask('decideReview', 'chair', { params, body, ifMatch: 1 });
    },
  },
  withdrawPerson: {
    may: [],
    go: (busy, _, n) =>
      busy.ask('withdrawPerson', 'lead', {
        params: { personId: people[n % 4] ?? '' },
        body: { reason: 'movedAway' },
      }),
  },
  changeOnesMind: {
    may: [],
    async go(busy, _, n) {
      const params = { personId: people[n % 4] ?? '' };
      await busy.ask('withdrawPerson', 'lead', { params, body: { reason: 'askedForNoMore' } });
      return busy.ask('returnPerson', 'lead', { params });
    },
  },
  closeHome: {
    may: [],
    go: (busy) =>
      busy.ask('closeHome', 'officer', {
        params: { homeId: 'oak' },
        body: { from: busy.today, reason: 'unsafe' },
      }),
  },
  keepHomeOpen: { may: [], go: (busy) => busy.ask('reopenHome', 'officer', { params: { homeId: 'oak' } }) },
  carryOn: {
    may: ['cancelled'],
    ends: true,
    go: async ({ store }) => {
      await carryOn(store.deps, 'southampton');
      return null;
    },
  },
};
