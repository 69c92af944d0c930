import { homesHandlers } from '../../functions/homes/handlers.ts';
import { addDays, Day, Instant } from '../../shared/domain/day.ts';
import type { HomeFile, StayFile, VacancyFile } from '../../shared/domain/files.ts';
import { HomeId, PersonId, ProposalId, RoomId, StayId } from '../../shared/domain/ids.ts';
import type { HomeLedger, Occupant } from '../../shared/domain/ledger.ts';
import { withPeriod } from '../../shared/domain/ledger.ts';
import type { RoomPeriod } from '../../shared/domain/room.ts';
import { auditOf } from '../../shared/store/audit.ts';
import type { Kept, Kind, Subject } from '../../shared/store/kind.ts';
import { homes, ledgers, vacancies } from '../../shared/store/kinds/homes.ts';
import { moves } from '../../shared/store/kinds/people.ts';
import { stays } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { type Answered, asker } from './ask.ts';
import { newHome } from './scenes.ts';
import { type TestStore, testStore } from './store.ts';

export const today = Day.parse('2026-04-20');
export const inDays = (days: number): Day => addDays(today, days);

const noExploitation = { exploitsOthers: false, exploitable: false };

interface Lives {
  readonly from?: Day;
  readonly leavesOn?: Day | null;
  /** Promised, where they have not moved in yet. */
  readonly arrived?: boolean;
  readonly occupant?: Partial<Occupant>;
}

/** The homes door over a real store, with Birch House in it, an officer, a provider, a ward and somebody from elsewhere. */
export async function homeScene(more: Parameters<typeof newHome>[1] = {}) {
  const store = await testStore();
  await store.member('officer', ['housingOfficer']);
  await store.member('ward', ['wardCoordinator'], { organisationId: 'hospital' });
  await store.member('provider', ['providerManager'], { organisationId: 'harbour' });
  await store.member('stranger', ['housingOfficer'], { partnershipId: 'bristol' });
  const ask = asker(homesHandlers, store.deps);
  await expectMade(ask('addHome', { as: 'officer', body: newHome('birch', more) }));
  return { ...store, ask, ...sceneOf(store) };
}

async function expectMade(answer: Promise<Answered>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(`The scene could not be set: ${JSON.stringify(body)}`);
}

function sceneOf(store: TestStore) {
  const records = new Records(store.deps.writing.table, 'southampton');
  const read = async <T>(kind: Kind<T>, id: string): Promise<Kept<T>> => {
    const found = await records.get(kind, id);
    if (!found) throw new Error(`There is no ${kind.name} ${id}.`);
    return found;
  };
  const ledger = async (): Promise<HomeLedger> => (await read(ledgers, 'birch')).data;
  const add = async (period: RoomPeriod, occupant: Occupant): Promise<void> =>
    store.put('southampton', ledgers, withPeriod(await ledger(), period, occupant));
  return {
    records,
    ledger,
    home: async (): Promise<HomeFile> => (await read(homes, 'birch')).data,
    stay: async (id: string): Promise<StayFile['stay']> => (await read(stays, id)).data.stay,
    vacancy: async (id: string): Promise<VacancyFile> => (await read(vacancies, id)).data,
    audit: (subject: Subject) => auditOf(store.deps.writing.table, 'southampton', subject),

    /** Somebody lives in a room, or is promised it: their stay is called `stay-` and who they are. */
    async lives(who: string, room: string, { from, leavesOn = null, arrived = true, occupant }: Lives = {}) {
      const personId = PersonId.parse(who);
      const stayId = StayId.parse(`stay-${who}`);
      const roomId = RoomId.parse(room);
      const began = from ?? inDays(-100);
      const base = { id: stayId, roomId, personId, from: began };
      const proposalId = ProposalId.parse(`proposal-${who}`);
      await store.put('southampton', stays, {
        stay: arrived
          ? { ...base, status: 'arrived', leavesOn, absences: [] }
          : { ...base, status: 'provisional', proposalId },
        homeId: HomeId.parse('birch'),
        proposalId: arrived ? null : proposalId,
      });
      await store.put('southampton', moves, {
        personId,
        proposalId: null,
        promisedStayId: null,
        stayId: arrived ? stayId : null,
        requestId: null,
      });
      const about = {
        personId,
        size: 1,
        highRisk: false,
        earlyRecovery: false,
        keptApartFrom: [],
        ...noExploitation,
      };
      await add(
        { kind: 'stay', roomId, from: began, until: leavesOn, stayId, personId, arrived },
        { ...about, ...occupant },
      );
    },

    /** Somebody's departure is on record; the ledger knew the day before. */
    async gone(who: string, departedOn: Day) {
      const { data } = await read(stays, `stay-${who}`);
      const { id, roomId, personId, from } = data.stay;
      const stay = { id, roomId, personId, from, absences: [], departedOn };
      await store.put('southampton', stays, {
        ...data,
        stay: { ...stay, status: 'departed', reason: 'plannedMoveOn' },
      });
    },

    /** A room is held for somebody from a day on. */
    async held(who: string, room: string, from: Day, expiresAt = '2026-05-01T00:00:00Z') {
      const personId = PersonId.parse(who);
      await add(
        {
          ...{ kind: 'hold', roomId: RoomId.parse(room), from, until: null, personId },
          proposalId: ProposalId.parse(`proposal-${who}`),
          expiresAt: Instant.parse(expiresAt),
        },
        { personId, size: 1, highRisk: false, earlyRecovery: false, keptApartFrom: [], ...noExploitation },
      );
    },
  };
}

export type HomeScene = Awaited<ReturnType<typeof homeScene>>;
