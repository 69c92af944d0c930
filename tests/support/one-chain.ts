import { fileURLToPath } from 'node:url';
import { addDays, Day } from '../../shared/domain/day.ts';
import type { HomeFile, LiveMove, VacancyFile } from '../../shared/domain/files.ts';
import type { Home } from '../../shared/domain/home.ts';
import { OrganisationId } from '../../shared/domain/ids.ts';
import { emptyLedger, type HomeLedger, leave, withOffer, withPeriod } from '../../shared/domain/ledger.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Stay } from '../../shared/domain/stay.ts';
import { readyAfterTurnaround } from '../../shared/domain/working-days.ts';
import type { Facts } from '../../shared/matching/engine.ts';
import { turnaroundOf } from '../../shared/matching/places.ts';
import { homes, ledgers, roomPlaces, vacancies } from '../../shared/store/kinds/homes.ts';
import { organisations, partnerships, workers } from '../../shared/store/kinds/partnerships.ts';
import { caseloads, identities, moves, people } from '../../shared/store/kinds/people.ts';
import { requests, stays } from '../../shared/store/kinds/placing.ts';
import { occupantOf } from '../../shared/usecases/occupant.ts';
import { castOf } from './cast.ts';
import { homeOf, personFile, requestFile } from './one-chain-files.ts';
import { csvFolder, readOn } from './planned-folder.ts';
import type { TestStore } from './store.ts';

/** The day the fixture is written for. */
export const oneChainDay = '2026-04-20';

/** The CSV texts of the chain of three: a flat, a shared house and a house with high support. */
export const oneChainTexts = (): Map<string, string> =>
  csvFolder(fileURLToPath(new URL('../fixtures/one-chain', import.meta.url)));

export interface OneChain {
  /** Another partnership's members are called `bristol-officer` and so on, since tokens know no partnership. */
  readonly partnership?: string;
  /** The fixture with other rows; see `withCells` and `withRow`. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Puts the one-chain fixture on record as the service would keep it, with a member for every role. All homes are the
 * council's and are supported by `provider-org`.
 */
export async function loadOneChain(store: TestStore, options: OneChain = {}): Promise<Facts> {
  const { partnership = 'southampton', texts = oneChainTexts() } = options;
  const { facts: read, problems } = readOn(texts, oneChainDay, partnership);
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  const facts = { ...read, homes: read.homes.map(withOrganisations) };
  const prefix = partnership === 'southampton' ? '' : `${partnership}-`;
  await Promise.all([
    castOf(store, partnership, prefix),
    putPartnership(store, facts),
    ...facts.homes.map((home) => putHome(store, facts, home)),
    ...facts.people.map((person) => putPerson(store, facts, person, prefix)),
    ...facts.requests.map((request) => store.put(partnership, requests, requestFile(facts, request, prefix))),
    ...facts.vacancies.map((vacancy) => {
      const homeId = homeOf(facts, vacancy.roomId);
      const expectedAs = vacancy.status === 'expected' ? vacancy.certainty : null;
      const file: VacancyFile = { vacancy, homeId, expectedAs, freedBy: null, backups: [] };
      return store.put(partnership, vacancies, file);
    }),
    ...facts.stays.map((stay) =>
      store.put(partnership, stays, { stay, homeId: homeOf(facts, stay.roomId), proposalId: null }),
    ),
  ]);
  return facts;
}

const withOrganisations = (home: Home): Home => ({
  ...home,
  owner: OrganisationId.parse('council'),
  supportProvider: OrganisationId.parse('provider-org'),
});

async function putPartnership(store: TestStore, facts: Facts): Promise<void> {
  const { partnership } = facts;
  const name = 'Partnership of the fixture';
  const organisation = (id: string, role: 'owner' | 'support' | 'clinical') => ({
    id: OrganisationId.parse(id),
    partnershipId: partnership,
    name: `The ${id}`,
    roles: [role],
  });
  await Promise.all([
    store.put('_', partnerships, { id: partnership, name, gssCode: 'E06000045' }),
    store.put(partnership, organisations, organisation('council', 'owner')),
    store.put(partnership, organisations, organisation('provider-org', 'support')),
    store.put(partnership, organisations, organisation('trust', 'clinical')),
    ...facts.workers.map((worker) => store.put(partnership, workers, worker)),
    ...facts.workers.map(({ id }) => {
      const theirs = facts.people.filter((person) => person.primaryWorker === id);
      return store.put(partnership, caseloads, { workerId: id, people: theirs.map((one) => one.id) });
    }),
  ]);
}

async function putHome(store: TestStore, facts: Facts, home: Home): Promise<void> {
  const rooms = facts.rooms.filter((room) => room.homeId === home.id);
  const ids = new Set(rooms.map((room) => room.id));
  const outOfService = facts.outOfService.filter((one) => ids.has(one.roomId));
  const file: HomeFile = { home, rooms, outOfService, closing: null };
  await Promise.all([
    store.put(facts.partnership, homes, file),
    store.put(facts.partnership, ledgers, ledgerOf(store, facts, file)),
    ...rooms.map((room) => store.put(facts.partnership, roomPlaces, { roomId: room.id, homeId: home.id })),
  ]);
}

function ledgerOf(store: TestStore, facts: Facts, { home, rooms, outOfService }: HomeFile): HomeLedger {
  const here = new Set(rooms.map((room) => room.id));
  const lived = facts.stays
    .filter((stay) => here.has(stay.roomId))
    .reduce((ledger, stay) => withStay(store, facts, home, ledger, stay), emptyLedger(home.id));
  const closed = outOfService.map(({ id, roomId, from, to }) => ({
    kind: 'outOfService' as const,
    roomId,
    from,
    until: to === null ? null : addDays(to, 1),
    outOfServiceId: id,
  }));
  return facts.vacancies
    .filter((vacancy) => here.has(vacancy.roomId))
    .reduce((ledger, vacancy) => withOffer(ledger, vacancy.roomId, vacancy.id), {
      ...lived,
      periods: [...lived.periods, ...closed],
    });
}

function withStay(store: TestStore, facts: Facts, home: Home, ledger: HomeLedger, stay: Stay): HomeLedger {
  const person = facts.people.find((one) => one.id === stay.personId);
  if (!person) return ledger;
  const { id: stayId, roomId, personId, from } = stay;
  const given = withPeriod(
    ledger,
    { kind: 'stay', roomId, from, until: null, stayId, personId, arrived: true },
    occupantOf(personFile(facts, person, ''), Day.parse(oneChainDay)),
  );
  const left = 'departedOn' in stay ? stay.departedOn : 'leavesOn' in stay ? stay.leavesOn : null;
  if (left === null) return given;
  const turnaround = turnaroundOf(home, store.deps.policy, store.deps.models);
  return leave(given, stayId, left, readyAfterTurnaround(left, turnaround));
}

async function putPerson(store: TestStore, facts: Facts, person: Person, prefix: string): Promise<void> {
  const { partnership } = facts;
  const stay = facts.stays.find((one) => one.personId === person.id && one.status === 'arrived');
  const move: LiveMove = {
    personId: person.id,
    proposalId: null,
    promisedStayId: null,
    stayId: stay?.id ?? null,
    requestId: facts.requests.find((one) => one.personId === person.id)?.id ?? null,
  };
  await Promise.all([
    store.put(partnership, people, personFile(facts, person, prefix)),
    store.put(partnership, moves, move),
    store.put(partnership, identities, {
      id: person.id,
      name: `Canary ${person.id}`,
      dateOfBirth: person.dateOfBirth,
      nhsNumber: null,
    }),
  ]);
}
