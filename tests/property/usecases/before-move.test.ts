import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BeforeMove } from '../../../shared/domain/before-move.ts';
import type { ServiceModel } from '../../../shared/services/index.ts';
import { Preparation } from '../../../shared/services/stages.ts';
import { whatIsMissing } from '../../../shared/usecases/before-move/what-is-missing.ts';
import { type Answered, type Asking, asker } from '../../support/ask.ts';
import { allHandled } from '../../support/doors.ts';
import { findBroken } from '../../support/invariants.ts';
import { type Story, stayOf, storyUpTo } from '../../support/story.ts';

const full = process.env.FULL === '1';
const runs = full ? 300 : 6;

/** What may have become of a step by the day of the move. Only the first is done; the last is answered for. */
const fates = ['done', 'nothing', 'planned', 'missed', 'declined', 'setAside'] as const;
type Fate = (typeof fates)[number];

const steps = ['workerIntroduction', 'homeSeen', 'tenancySupportWorkerNamed', 'keysArranged'] as const;
type StepId = (typeof steps)[number];

/** The programme with other needs: the flat asks for some of the steps, of which some may be waived. */
function asking(
  models: ReadonlyMap<string, ServiceModel>,
  needs: readonly StepId[],
  waivable: readonly StepId[],
): ReadonlyMap<string, ServiceModel> {
  const known: ReadonlySet<string> = new Set(waivable);
  return new Map(
    [...models].map(([id, model]) => [
      id,
      {
        ...model,
        stages: model.stages.map((stage) =>
          stage.id === 'ownTenancy' ? { ...stage, needs: [...needs] } : stage,
        ),
        beforeMoveIn: model.beforeMoveIn.map((step) => ({
          ...step,
          mayBeWaivedWithReason: known.has(step.id),
        })),
      },
    ]),
  );
}

type Ask = (route: string, asking?: Asking) => Promise<Answered>;

/** Brings a step to its fate, as far as there is such a thing for it. */
async function bring(ask: Ask, stayId: string, step: StepId, fate: Fate, on: string): Promise<void> {
  const params = { stayId };
  if (fate === 'setAside') {
    const body = { item: step, reason: 'The person asked for it and knows what it means.' };
    await ask('setAsidePreparation', { as: 'lead', params, body });
    return;
  }
  if (step === 'tenancySupportWorkerNamed' || step === 'keysArranged') {
    if (fate !== 'done') return;
    const worker = step === 'keysArranged' ? {} : { workerId: 'w-3' };
    await ask('recordPreparation', { as: 'officer', params, body: { item: step, on, ...worker } });
    return;
  }
  const met = step === 'homeSeen' ? { to: 'home' } : { to: 'worker', workerId: 'w-1' };
  const meeting = {
    done: { status: 'tookPlace', words: null },
    planned: { status: 'planned' },
    missed: { status: 'missed', reason: 'workerAway' },
    declined: { status: 'declined', reason: 'noReasonGiven' },
    nothing: null,
  }[fate];
  if (meeting) await ask('recordIntroduction', { as: 'officer', params, body: { on, met, meeting } });
}

/** The flat is promised and accepted, its day has come, and nothing is prepared. */
async function atTheDoor(): Promise<{ readonly story: Story; readonly stayId: string; readonly on: string }> {
  const story = await storyUpTo('approved');
  const stayId = stayOf(story.proposals[0]);
  const on: string = story.proposals[0]?.moveOn ?? '';
  const body = { answer: 'accepted', obtained: 'inPerson' };
  await story.ask('answerOffer', { as: 'worker', params: { stayId }, body });
  await story.ask('addWorker', {
    as: 'lead',
    body: {
      ...{ id: 'w-3', serviceModel: 'stayingConnected', role: 'tenancySupportWorker', team: null },
      ...{ fullTimeEquivalent: 1, caseloadLimit: null, coveredBy: null },
    },
  });
  story.store.setNow(`${on}T12:00:00Z`);
  return { story, stayId, on };
}

test('somebody moves in exactly when every step that is required is done, or set aside where it may be', async () => {
  const { story, stayId, on } = await atTheDoor();
  const accepted = { yes: 0, no: 0 };
  const some = fc.subarray([...steps]);
  const fate = fc.constantFrom(...fates, 'done', 'done', 'setAside');
  await fc.assert(
    fc.asyncProperty(some, some, fc.tuple(fate, fate, fate, fate), async (needs, waivable, came) => {
      const store = await story.store.copy();
      const ask = asker(allHandled, { ...store.deps, models: asking(store.deps.models, needs, waivable) });
      for (const [i, step] of steps.entries()) await bring(ask, stayId, step, came[i] ?? 'nothing', on);
      const open = needs.filter((step) => {
        const is = came[steps.indexOf(step)];
        return is !== 'done' && !(is === 'setAside' && waivable.includes(step));
      });
      const params = { stayId };
      const told = await ask('readBeforeMove', { as: 'officer', params });
      expect(told.body.missing.map((one: { item: string }) => one.item).sort()).toEqual([...open].sort());
      const arrived = await ask('recordArrival', { as: 'officer', params, body: { on } });
      if (open.length === 0) {
        accepted.yes += 1;
        expect(arrived.status, JSON.stringify(arrived.body)).toBe(201);
        const kept = await ask('readStay', { as: 'officer', params });
        const without = needs.filter((step) => came[steps.indexOf(step)] === 'setAside');
        const named = (kept.body.movedInWithout ?? []).map((one: { item: string }) => one.item);
        expect(named.sort()).toEqual([...without].sort());
        expect(await findBroken(store)).toEqual([]);
      } else {
        accepted.no += 1;
        expect(arrived).toMatchObject({ status: 409, body: { code: 'before-move-incomplete' } });
        expect(arrived.body.facts.missing.split(', ').sort()).toEqual([...open].sort());
      }
    }),
    { numRuns: runs, seed: 7 },
  );
  expect(Math.min(accepted.yes, accepted.no)).toBeGreaterThan(runs / 10);
}, 1_800_000);

const meeting = fc.constantFrom(
  { status: 'planned' },
  { status: 'tookPlace', words: null },
  { status: 'missed', reason: 'other' },
  { status: 'declined', reason: 'notYet' },
);
const anyMet = fc.constantFrom(
  { to: 'worker', workerId: 'w-1' },
  { to: 'housemates', housemates: ['ada'] },
  { to: 'home' },
);
const at = { on: '2026-05-01', recordedBy: 'officer' };
const anyRecord = fc.record({
  introductions: fc.array(fc.record({ met: anyMet, meeting }), { maxLength: 6 }),
  visits: fc.array(fc.record({ kind: fc.constantFrom('visit', 'trialNight'), meeting }), { maxLength: 2 }),
  prepared: fc.subarray(['named', 'keys']),
  setAside: fc.subarray(['worker', 'housemates', 'home', 'named', 'keys']),
});

const step = { mayBeWaivedWithReason: true, source: 'A made-up programme' };
const required = (atLeast: number) =>
  [
    ...(['worker', 'housemates', 'home'] as const).map((to) => ({
      ...{ ...step, id: to, name: to, kind: 'introduction', to, atLeast },
    })),
    { ...step, id: 'named', name: 'Named', kind: 'namedWorker', role: 'coach' },
    { ...step, id: 'keys', name: 'Keys', kind: 'record', what: 'The keys' },
  ].map((one) => Preparation.parse(one));

test('only meetings that took place count, a visit for the home alone, and nobody has to meet whom there is none of', () => {
  const times = fc.integer({ min: 1, max: 3 });
  const person = fc.record({ housemates: fc.subarray(['ada', 'ben']), isNewHome: fc.boolean() });
  fc.assert(
    fc.property(anyRecord, times, person, (made, atLeast, { housemates, isNewHome }) => {
      const file = BeforeMove.parse({
        ...{ stayId: 's', personId: 'p', homeId: 'h', residentViews: [] },
        introductions: made.introductions.map((one, i) => ({ ...one, ...at, id: `i-${i}` })),
        visits: made.visits.map((one, i) => ({
          ...{ ...one, id: `v-${i}`, from: at.on, to: '2026-05-02', recordedBy: at.recordedBy },
        })),
        prepared: made.prepared.map((item) => ({ item, on: at.on, by: 'officer', workerId: null })),
        setAside: made.setAside.map((item) => ({
          ...{ item, by: 'lead', at: '2026-05-01T09:00:00Z', reason: 'A reason of twenty letters.' },
        })),
      });
      const steps = required(atLeast);
      const asked = { all: steps, required: steps, housemates: housemates as never, isNewHome };
      const { open, setAside } = whatIsMissing(asked, file);
      const took = (to: string) =>
        made.introductions.filter((one) => one.met.to === to && one.meeting.status === 'tookPlace').length;
      const seen = took('home') + made.visits.filter((one) => one.meeting.status === 'tookPlace').length;
      const undone = [
        ...(took('worker') < atLeast ? ['worker'] : []),
        ...(took('housemates') < atLeast && housemates.length > 0 && isNewHome ? ['housemates'] : []),
        ...(seen < atLeast && isNewHome ? ['home'] : []),
        ...['named', 'keys'].filter((id) => !made.prepared.includes(id)),
      ];
      const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
      expect(ids(open)).toEqual(undone.filter((id) => !made.setAside.includes(id)));
      expect(ids(setAside)).toEqual(undone.filter((id) => made.setAside.includes(id)));
    }),
    { numRuns: 300, seed: 11 },
  );
});
