import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, Day } from '../../../shared/domain/day.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { chains, proposals, stays } from '../../../shared/store/kinds/placing.ts';
import { markDirty } from '../../../shared/store/operational.ts';
import { Records } from '../../../shared/store/records.ts';
import { rematch } from '../../../shared/usecases/matching/rematch.ts';
import { keepTime } from '../../../shared/usecases/proposals/keep-time.ts';
import { type Answered, type Asking, asker } from '../../support/ask.ts';
import { allHandled } from '../../support/doors.ts';
import { findBroken } from '../../support/invariants.ts';
import type { TestStore } from '../../support/store.ts';
import { approval, storyUpTo, yes } from '../../support/story.ts';

const full = process.env.FULL === '1';
const runs = full ? 400 : 20;
const longest = 20;

/** One thing somebody does, with numbers that choose among what there is to do it to. */
const Deed = fc.record({
  what: fc.constantFrom(
    ...(['plan', 'adopt', 'adopt', 'byHand', 'toPanel', 'toPanel', 'toPanel', 'view', 'answer'] as const),
    ...(['decideChain', 'decideChain', 'decideChain', 'decide', 'acceptAll', 'acceptAll', 'accept'] as const),
    ...(['arrive', 'arrive', 'arrive', 'noShow', 'depart', 'withdraw', 'days', 'days', 'expire'] as const),
  ),
  which: fc.nat({ max: 5 }),
  no: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
type Deed = typeof Deed extends fc.Arbitrary<infer T> ? T : never;

/** A partnership in which anybody may do anything at any time. */
class Busy {
  readonly #store: TestStore;
  readonly #ask: (route: string, asking?: Asking) => Promise<Answered>;
  readonly #records: Records;
  #today = Day.parse('2026-04-20');

  constructor(store: TestStore) {
    this.#store = store;
    this.#ask = asker(allHandled, store.deps);
    this.#records = new Records(store.deps.writing.table, 'southampton');
  }

  async act({ what, which, no }: Deed): Promise<Answered | null> {
    const all = await this.#records.all(proposals, 'live');
    const proposal = all[which % Math.max(1, all.length)];
    const params = { proposalId: proposal?.id ?? 'none' };
    const stayId = proposal?.data.status === 'approved' ? proposal.data.stayId : 'none';
    const ifMatch = proposal?.version ?? 1;
    switch (what) {
      case 'toPanel':
        for (const one of all) await this.#bringToPanel(one.data);
        return null;
      case 'acceptAll':
        for (const { data } of all) if (data.status === 'approved') await this.#accept(data, 'accepted');
        return null;
      case 'plan':
        await markDirty(this.#store.deps.writing.table, 'southampton');
        await rematch(this.#store.deps, 'southampton');
        return null;
      case 'days':
        this.#today = addDays(this.#today, which * 2 + 1);
        this.#store.setNow(`${this.#today}T10:00:00Z`);
        return null;
      case 'expire':
        await keepTime(this.#store.deps, 'southampton');
        return null;
      case 'adopt': {
        const { body } = await this.#ask('readCurrentPlan', { as: 'officer' });
        const moves =
          body.chains?.items.flatMap((one: { suggestions: { id: string }[] }) => one.suggestions) ?? [];
        const suggestionId = moves[which % Math.max(1, moves.length)]?.id ?? 'none';
        return this.#ask('adoptSuggestion', {
          as: 'officer',
          params: { suggestionId },
          body: { wholeChain: !no },
        });
      }
      case 'byHand': {
        const request = ['ask-a', 'ask-b', 'ask-c', 'ask-f'][which % 4] ?? '';
        const roomId = ['birch-flat', 'oak-1', 'elm-1', 'elm-2', 'oak-2', 'elm-office'][which] ?? '';
        const body = { requestId: request, roomId, moveOn: addDays(this.#today, 9) };
        return this.#ask('proposeMove', { as: 'officer', body });
      }
      case 'view':
        return this.#ask('recordView', {
          as: speaker(proposal?.data.personId ?? ''),
          params,
          body: { ...yes, answer: no ? 'no' : 'yes' },
        });
      case 'answer': {
        const refusing = { answer: 'refuse', reason: 'noStaffCapacity', words: 'Two of us are away.' };
        return this.#ask('answerReferral', {
          as: 'provider',
          params,
          body: no ? refusing : { answer: 'accept' },
        });
      }
      case 'decide':
        return this.#ask('decideProposal', { as: 'panel', params, body: ruling(no), ifMatch });
      case 'decideChain': {
        const chainId = proposal?.data.chainId ?? 'none';
        const version = (await this.#records.get(chains, chainId))?.version ?? 1;
        return this.#ask('decideChain', {
          as: 'panel',
          params: { chainId },
          body: ruling(no),
          ifMatch: version,
        });
      }
      case 'accept':
        return proposal?.data.status === 'approved'
          ? this.#accept(proposal.data, no ? 'refused' : 'accepted')
          : null;
      case 'arrive':
        return this.#ask('recordArrival', { as: 'officer', params: { stayId }, body: { on: this.#today } });
      case 'noShow':
        return this.#ask('recordNoShow', { as: 'officer', params: { stayId }, body: { reason: 'illness' } });
      case 'depart': {
        const lived = (await this.#records.all(stays, 'live')).filter(
          ({ data }) => data.stay.status === 'arrived',
        );
        const leaving = { stayId: lived[which % Math.max(1, lived.length)]?.id ?? 'none' };
        return this.#ask('recordDeparture', {
          as: 'officer',
          params: leaving,
          body: { on: this.#today, reason: 'ownChoice' },
        });
      }
      case 'withdraw':
        return this.#ask('withdrawProposal', { as: 'officer', params, body: { reason: 'roomLost' } });
    }
  }

  async #bringToPanel({ id: proposalId, personId }: Proposal): Promise<void> {
    await this.#ask('recordView', { as: speaker(personId), params: { proposalId }, body: yes });
    await this.#ask('answerReferral', { as: 'provider', params: { proposalId }, body: { answer: 'accept' } });
  }

  #accept(
    { stayId, personId }: Extract<Proposal, { status: 'approved' }>,
    answer: string,
  ): Promise<Answered> {
    const body = { answer, obtained: 'inPerson' };
    return this.#ask('answerOffer', { as: speaker(personId), params: { stayId }, body });
  }
}

/** Who speaks for somebody. */
const speaker = (personId: string): string => (personId === 'patient' ? 'ward' : 'worker');

const ruling = (no: boolean) =>
  no ? { ...approval, outcome: 'decline', declineReason: 'noSuitableRoom' } : approval;

const chapter = fc.constantFrom('planned', 'proposed', 'viewed', 'approved', 'accepted', 'arrived');

test('whatever people do in whatever order, every promise holds and every book agrees', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      chapter,
      fc.array(Deed, { minLength: 8, maxLength: longest, size: 'max' }),
      async (from, deeds) => {
        const { store } = await storyUpTo(from);
        const busy = new Busy(store);
        for (const deed of deeds) {
          const answer = await busy.act(deed);
          if (answer) expect(answer.status, JSON.stringify([deed, answer.body])).toBeLessThan(500);
        }
        expect(await findBroken(store)).toEqual([]);
      },
    ),
    { numRuns: runs, seed: 3 },
  );
});
