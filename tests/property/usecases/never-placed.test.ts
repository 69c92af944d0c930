import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../shared/domain/person.ts';
import { allRules } from '../../../shared/matching/checks/rules.ts';
import { homes, ledgers } from '../../../shared/store/kinds/homes.ts';
import { people } from '../../../shared/store/kinds/people.ts';
import { decisions, proposals, stays } from '../../../shared/store/kinds/placing.ts';
import { markDirty } from '../../../shared/store/operational.ts';
import { rematch } from '../../../shared/usecases/matching/rematch.ts';
import { Command, type Counts } from '../../support/commands/command.ts';
import { deeds } from '../../support/commands/deeds.ts';
import { BusyPartnership } from '../../support/commands/partnership.ts';
import { loadOneChain, oneChainTexts } from '../../support/one-chain.ts';
import { planTexts, withCells, withoutRow, withRow } from '../../support/planned-folder.ts';
import { testStore } from '../../support/store.ts';
import { type Story, storyUpTo } from '../../support/story.ts';

const runs = process.env.FULL === '1' ? 60 : 4;
const today = '2026-04-20';

/** Something that no way may lead around: the patient as they are on record, the rule that names it, and the homes it bars. */
interface Bar {
  readonly rule: string;
  readonly cells: Readonly<Record<string, string>>;
  /** The same, told to the service about somebody it knows already. */
  readonly change: Partial<Record<keyof Person, unknown>>;
  readonly bars: (home: { readonly ofsted: string; readonly pets: string }) => boolean;
}

const bars: Readonly<Record<string, Bar>> = {
  'aged 17, and a home that is not registered': {
    rule: 'registered-for-16-17',
    cells: { dateOfBirth: '2008-11-02' },
    change: { dateOfBirth: '2008-11-02' },
    bars: ({ ofsted }) => ofsted === 'notRegistered',
  },
  'with a dog, and a home that takes no pets': {
    rule: 'pets',
    cells: { pets: 'dog' },
    change: { pets: [{ kind: 'dog', assistance: false }] },
    bars: ({ pets }) => pets === 'none' || pets === 'assistanceOnly',
  },
};

/** Homes that would take the patient at 16 already, so that only the one rule is in the way. */
const texts = (cells: Bar['cells']) =>
  ['elm', 'oak', 'birch'].reduce(
    (all, home) => withCells(all, 'homes.csv', home, { ageFrom: '16' }),
    withCells(oneChainTexts(), 'people.csv', 'patient', cells),
  );

/** The same with a room of Elm House empty and on offer, into which the patient could move tomorrow. */
const withElmFree = (cells: Bar['cells']) =>
  withRow(
    withoutRow(withoutRow(texts(cells), 'stays.csv', 'stay-b'), 'requests.csv', 'ask-b'),
    'vacancies.csv',
    { sourceReference: 'elm-free', room: 'elm-1', status: 'open', from: '2026-04-20', reason: '13' },
  );

async function partnershipWith(folder: ReadonlyMap<string, string>): Promise<BusyPartnership> {
  const store = await testStore();
  await loadOneChain(store, { texts: folder });
  return new BusyPartnership(store);
}

/** The homes the patient was proposed for and the homes a stay of theirs is in, with who approved it when. */
async function movesOfPatient({ records }: Pick<BusyPartnership, 'records'>) {
  const made = [...(await records.all(proposals, 'live')), ...(await records.all(proposals, 'past'))];
  const theirs = made.map(({ data }) => data).filter(({ personId }) => personId === 'patient');
  const stayed = [...(await records.all(stays, 'live')), ...(await records.all(stays, 'past'))]
    .map(({ data }) => data)
    .filter(({ stay }) => stay.personId === 'patient');
  return { proposed: theirs, homes: [...theirs, ...stayed].map(({ homeId }) => homeId) };
}

async function barredHomes({ records }: Pick<BusyPartnership, 'records'>, bar: Bar): Promise<Set<string>> {
  const all = (await records.all(ledgers)).map(({ id }) => id);
  const files = await records.getMany(homes, all);
  return new Set(files.filter(({ data }) => bar.bars(data.home)).map(({ id }) => id));
}

/** What ends a story before it begins, and what leads to a move. */
const late = new Set(['withdrawPerson', 'closeHome', 'letDaysPass', 'withdraw', 'goAway']);
const often = [
  'plan',
  'plan',
  'adopt',
  'adopt',
  'proposeByHand',
  'renew',
  'approve',
  'approveChain',
  'sayYes',
];

const sequences = (counts: Counts) =>
  fc.commands(
    [...Object.keys(deeds).filter((name) => !late.has(name)), ...often].map((name) =>
      fc.nat({ max: 11 }).map((n) => new Command(name, n, counts)),
    ),
    { maxCommands: 14, size: 'max' },
  );

describe.each(Object.entries(bars))('somebody %s:', (_name, bar) => {
  test('they are suggested for it by no plan, though somebody without this would be', () => {
    const suggested = (cells: Bar['cells']) =>
      planTexts(texts(cells), today).plan.suggestions.filter(({ personId }) => personId === 'patient');
    expect(suggested({})).not.toEqual([]);
    expect(suggested(bar.cells).filter(({ homeId }) => homeId !== 'birch')).toEqual([]);
  });

  test('neither their options nor those of the room name it, though they would without this', async () => {
    const named = async (cells: Bar['cells']) => {
      const busy = await partnershipWith(withElmFree(cells));
      await markDirty(busy.store.deps.writing.table, 'southampton');
      await rematch(busy.store.deps, 'southampton');
      const { body: theirs } = await busy.ask('personOptions', 'officer', {
        params: { personId: 'patient' },
      });
      const { body: room } = await busy.ask('vacancyOptions', 'officer', {
        params: { vacancyId: 'elm-free' },
      });
      return {
        rooms: theirs.rooms.some(({ homeId }: { homeId: string }) => homeId === 'elm'),
        room: room.couldLiveHere.some(({ personId }: { personId: string }) => personId === 'patient'),
      };
    };
    expect(await named({})).toEqual({ rooms: true, room: true });
    expect(await named(bar.cells)).toEqual({ rooms: false, room: false });
  });

  test('nobody proposes it by hand, whichever rules they set aside', async () => {
    const reason = 'Everybody who works with them agrees that this home is right.';
    const proposing = (overrides: readonly string[]) => ({
      ...{ requestId: 'ask-c', roomId: 'elm-1', moveOn: '2026-05-05' },
      overrides: overrides.map((rule) => ({ rule, reason })),
    });
    const others = await partnershipWith(withElmFree({}));
    const fine = await others.ask('proposeMove', 'lead', { body: proposing([]) });
    expect(fine.status, JSON.stringify(fine.body)).toBe(201);
    const busy = await partnershipWith(withElmFree(bar.cells));
    const known = allRules.map(({ id }) => id).filter((id) => id !== bar.rule);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(known, { maxLength: 4 }),
        fc.constantFrom('officer', 'lead'),
        fc.boolean(),
        async (aside, as, names) => {
          const body = proposing(names ? [...aside, bar.rule] : aside);
          const answer = await busy.ask('proposeMove', as, { body });
          expect(answer.status, JSON.stringify(answer.body)).toBe(409);
        },
      ),
      { seed: 11, numRuns: 12 },
    );
    const bare = await busy.ask('proposeMove', 'lead', { body: proposing([]) });
    expect(bare.body.facts.rules).toContain(bar.rule);
    const named = await busy.ask('proposeMove', 'lead', { body: proposing([bar.rule]) });
    expect(named.body.facts.rules).toContain(bar.rule);
    expect((await movesOfPatient(busy)).proposed).toEqual([]);
  });

  test('whatever people do in whatever order, no proposal or stay of theirs is there', {
    timeout: 1_200_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(sequences(new Map()), async (sequence) => {
        const busy = await partnershipWith(texts(bar.cells));
        await fc.asyncModelRun(
          async () => ({ model: { standings: await busy.standings() }, real: busy }),
          sequence,
        );
        const barred = await barredHomes(busy, bar);
        const { homes: led } = await movesOfPatient(busy);
        expect(led.filter((homeId) => barred.has(homeId))).toEqual([]);
      }),
      { seed: 12, numRuns: runs },
    );
  });

  test('once it is on record of somebody proposed already, that move is not renewed, as it would be without', async () => {
    const renewed = async (change: Bar['change']) => {
      const story = await storyUpTo('viewed');
      await learn(story, change);
      const theirs = story.proposals.find(({ personId }) => personId === 'patient');
      return story.ask('renewProposal', {
        as: 'officer',
        params: { proposalId: theirs?.id ?? 'none' },
        ifMatch: theirs ? await story.versionOf(theirs.id) : 0,
      });
    };
    const harmless = await renewed({ smokes: 'outside' });
    expect(harmless.status, JSON.stringify(harmless.body)).toBeLessThan(300);
    const barred = await renewed(bar.change);
    expect(barred).toMatchObject({ status: 409, body: { code: 'check-failed' } });
    expect(barred.body.facts.rules).toContain(bar.rule);
  });

  test('once it is on record of somebody proposed already, nothing approves or renews that move', {
    timeout: 1_200_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(sequences(new Map()), async (sequence) => {
        const story = await storyUpTo('viewed');
        await learn(story, bar.change);
        const busy = new BusyPartnership(story.store);
        await fc.asyncModelRun(
          async () => ({ model: { standings: await busy.standings() }, real: busy }),
          sequence,
        );
        expect(await approvedInto(busy, bar)).toEqual([]);
      }),
      { seed: 13, numRuns: runs },
    );
  });
});

/** What the service learns of the patient while their move waits for the panel. */
async function learn({ store, ask }: Story, change: Bar['change']): Promise<void> {
  const busy = new BusyPartnership(store);
  const kept = await busy.records.get(people, 'patient');
  const { id: _id, ...person } = { ...kept?.data.person, ...change };
  const told = await ask('changePerson', {
    as: 'ward',
    params: { personId: 'patient' },
    body: person,
    ifMatch: kept?.version ?? 0,
  });
  expect(told.status, JSON.stringify(told.body)).toBe(200);
}

/** Approvals of the patient's moves into homes that are barred to them. */
async function approvedInto(busy: BusyPartnership, bar: Bar): Promise<string[]> {
  const barred = await barredHomes(busy, bar);
  const { proposed } = await movesOfPatient(busy);
  const ruled = await Promise.all(
    proposed.filter(({ homeId }) => barred.has(homeId)).map(({ id }) => busy.records.about(decisions, id)),
  );
  return ruled.flatMap((some) =>
    some.filter(({ data }) => data.outcome.startsWith('approve')).map(({ id }) => id),
  );
}

test.each([
  ['2008-05-04', 201],
  ['2008-05-05', 201],
  ['2008-05-06', 409],
  ['2008-05-07', 409],
])(
  'born on %s, they can be proposed for 5 May 2026 into a home that is not registered: %i',
  async (dateOfBirth, status) => {
    const busy = await partnershipWith(withElmFree({ dateOfBirth }));
    const body = { requestId: 'ask-c', roomId: 'elm-1', moveOn: '2026-05-05' };
    const answer = await busy.ask('proposeMove', 'officer', { body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    if (status === 409) expect(answer.body.facts.rules).toBe('registered-for-16-17');
  },
);
