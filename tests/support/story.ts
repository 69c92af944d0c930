import type { Suggestion } from '../../shared/domain/plan.ts';
import type { Proposal } from '../../shared/domain/proposal.ts';
import { chains, proposals } from '../../shared/store/kinds/placing.ts';
import { currentPlans, suggestions } from '../../shared/store/kinds/plans.ts';
import { markDirty } from '../../shared/store/operational.ts';
import { Records } from '../../shared/store/records.ts';
import { rematch } from '../../shared/usecases/matching/rematch.ts';
import { type Answered, type Asking, asker } from './ask.ts';
import { allHandled } from './doors.ts';
import { loadOneChain, oneChainDay } from './one-chain.ts';
import { prepare } from './prepared.ts';
import { type TestStore, testStore } from './store.ts';

/**
 * How far the chain of three has come. Each chapter begins where the one before ends. With the offers accepted, what the
 * programme asks for before each move is done.
 */
export const chapters = ['planned', 'proposed', 'viewed', 'approved', 'accepted', 'arrived'] as const;
export type Chapter = (typeof chapters)[number];

/** The chain of three at some point of its story, on a table of its own. */
export interface Story {
  readonly store: TestStore;
  /** Asks any route of any door by its name. */
  readonly ask: (route: string, asking?: Asking) => Promise<Answered>;
  /** The three suggestions of the plan in force when the chain was adopted, in the order of the moves. */
  readonly suggestions: readonly Suggestion[];
  readonly chainId: string;
  readonly proposals: readonly Proposal[];
  /** Of a chain or a proposal, as it is now. */
  versionOf(id: string): Promise<number>;
}

/** What a panel member writes when they approve. */
export const approval = {
  outcome: 'approve',
  reason: 'The home fits what this person needs and wants, and the house agrees.',
  criteria: ['support'],
} as const;

/** What somebody says of a move they want. */
export const yes = {
  answer: 'yes',
  words: 'I would like to live there.',
  obtained: 'inPerson',
  onlyOneBecause: 'askedForOne',
} as const;

/** Who speaks for somebody: the ward for its patient, their worker for a resident. */
export const speakerOf = ({ personId }: { readonly personId: string }): string =>
  personId === 'patient' ? 'ward' : 'worker';

const told = new Map<Chapter, Promise<TestStore>>();

/** The story up to the end of a chapter. It is told once in each test file and copied from then on. */
export async function storyUpTo(chapter: Chapter): Promise<Story> {
  return storyOf(await (await master(chapter)).copy());
}

/** The same story on another table: what happens in one does not happen in the other. */
export async function copyOf(story: Story): Promise<Story> {
  return storyOf(await story.store.copy());
}

function master(chapter: Chapter): Promise<TestStore> {
  const known = told.get(chapter) ?? tell(chapter);
  told.set(chapter, known);
  return known;
}

async function tell(chapter: Chapter): Promise<TestStore> {
  const before = chapters[chapters.indexOf(chapter) - 1];
  const store = before ? await (await master(before)).copy() : await testStore();
  await steps[chapter](await storyOf(store));
  return store;
}

/** Reads from the table where the story stands. */
async function storyOf(store: TestStore): Promise<Story> {
  const records = new Records(store.deps.writing.table, 'southampton');
  const current = await records.get(currentPlans, 'current');
  const made = (await records.all(proposals, 'live')).map(({ data }) => data);
  const inOrder = made.sort((a, b) => a.position - b.position);
  const planId = inOrder[0]?.planId ?? current?.data.planId;
  const found = await records.getMany(
    suggestions,
    [1, 2, 3].map((move) => `${planId}-c1-m${move}`),
  );
  return {
    store,
    ask: asker(allHandled, store.deps),
    suggestions: found.map(({ data }) => data),
    chainId: inOrder[0]?.chainId ?? 'no-chain',
    proposals: inOrder,
    async versionOf(id) {
      const kept = (await records.get(proposals, id)) ?? (await records.get(chains, id));
      if (!kept) throw new Error(`There is no proposal or chain ${id}.`);
      return kept.version;
    },
  };
}

const steps: Readonly<Record<Chapter, (story: Story) => Promise<void>>> = {
  async planned({ store }) {
    await loadOneChain(store);
    await markDirty(store.deps.writing.table, 'southampton');
    await rematch(store.deps, 'southampton');
  },
  async proposed({ ask, suggestions: [first] }) {
    const params = { suggestionId: first?.id ?? '' };
    well(await ask('adoptSuggestion', { as: 'officer', params, body: { wholeChain: true } }));
  },
  async viewed({ ask, proposals: made }) {
    for (const proposal of made) {
      const params = { proposalId: proposal.id };
      const viewed = well(await ask('recordView', { as: speakerOf(proposal), params, body: yes }));
      if (viewed.body.status === 'awaitingProvider')
        well(await ask('answerReferral', { as: 'provider', params, body: { answer: 'accept' } }));
    }
  },
  async approved({ ask, chainId, versionOf }) {
    const params = { chainId };
    const ifMatch = await versionOf(chainId);
    well(await ask('decideChain', { as: 'panel', params, body: approval, ifMatch }));
  },
  async accepted({ ask, proposals: made }) {
    for (const proposal of made) {
      const params = { stayId: stayOf(proposal) };
      const body = { answer: 'accepted', obtained: 'inPerson' };
      well(await ask('answerOffer', { as: speakerOf(proposal), params, body }));
      await prepare(ask, stayOf(proposal), oneChainDay);
    }
  },
  async arrived({ store, ask, proposals: [first] }) {
    if (!first) throw new Error('Nobody is proposed.');
    store.setNow(`${first.moveOn}T12:00:00Z`);
    const params = { stayId: stayOf(first) };
    well(await ask('recordArrival', { as: 'officer', params, body: { on: first.moveOn } }));
  },
};

/** The stay an approved proposal became. */
export function stayOf(proposal: Proposal | undefined): string {
  if (proposal?.status !== 'approved') throw new Error('That move has not been approved.');
  return proposal.stayId;
}

function well(answered: Answered): Answered {
  if (answered.status < 300) return answered;
  throw new Error(`The story stops: ${answered.status} ${JSON.stringify(answered.body)}`);
}
