import { type Day, type Instant, londonDay } from '../../domain/day.ts';
import type {
  Caseload,
  HomeFile,
  LiveMove,
  PersonFile,
  RequestFile,
  StayFile,
  VacancyFile,
} from '../../domain/files.ts';
import type { HomeId, PersonId, RoomId } from '../../domain/ids.ts';
import type { HomeLedger } from '../../domain/ledger.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Chain, Proposal, ProposalExplanation } from '../../domain/proposal.ts';
import type { Worker } from '../../domain/worker.ts';
import { homes, ledgers, roomPlaces, vacancies } from '../../store/kinds/homes.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { caseloads, moves, people } from '../../store/kinds/people.ts';
import { chains, explanations, proposals, requests, stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { Shelf } from '../../store/shelf.ts';
import type { Step } from '../../store/steps.ts';
import { type Deps, policyOf } from '../call.ts';

/**
 * Everything some moves rest on or change, read by key: the people, the homes they go to and come from, everybody who
 * lives there. What is changed on its shelves is written by its steps.
 */
export interface Scene {
  readonly records: Records;
  readonly now: Instant;
  readonly today: Day;
  readonly policy: Policy;
  readonly people: Shelf<PersonFile>;
  readonly moves: Shelf<LiveMove>;
  readonly requests: Shelf<RequestFile>;
  readonly stays: Shelf<StayFile>;
  readonly homes: Shelf<HomeFile>;
  readonly ledgers: Shelf<HomeLedger>;
  readonly vacancies: Shelf<VacancyFile>;
  readonly proposals: Shelf<Proposal>;
  readonly explanations: Shelf<ProposalExplanation>;
  readonly chains: Shelf<Chain>;
  /** Those of the homes' teams. */
  readonly loads: Shelf<Caseload>;
  readonly workers: Worker[];
}

/** An empty scene; what a use case needs is fetched into it. */
export async function makeScene(deps: Deps, records: Records, now: Instant): Promise<Scene> {
  const { partnership } = records;
  return {
    records,
    now,
    today: londonDay(now),
    policy: await policyOf(deps, records),
    people: new Shelf(partnership, people),
    moves: new Shelf(partnership, moves),
    requests: new Shelf(partnership, requests),
    stays: new Shelf(partnership, stays),
    homes: new Shelf(partnership, homes),
    ledgers: new Shelf(partnership, ledgers),
    vacancies: new Shelf(partnership, vacancies),
    proposals: new Shelf(partnership, proposals),
    explanations: new Shelf(partnership, explanations),
    chains: new Shelf(partnership, chains),
    loads: new Shelf(partnership, caseloads),
    workers: [],
  };
}

/** Fetches people with their live moves, where they live, and whoever lives there. */
export async function fetchPeople(scene: Scene, ids: readonly PersonId[]): Promise<void> {
  const { records } = scene;
  const [files, live] = await Promise.all([records.getMany(people, ids), records.getMany(moves, ids)]);
  scene.people.add(files);
  scene.moves.add(live);
  const lived = await records.getMany(
    stays,
    live.flatMap(({ data }) => [data.stayId, data.promisedStayId].filter((id) => id !== null)),
  );
  scene.stays.add(lived);
  await fetchHomes(
    scene,
    lived.map(({ data }) => data.homeId),
  );
}

/** Fetches the homes of rooms. @returns the home of each room that there is */
export async function fetchRooms(scene: Scene, ids: readonly RoomId[]): Promise<ReadonlyMap<RoomId, HomeId>> {
  const places = await scene.records.getMany(roomPlaces, ids);
  await fetchHomes(
    scene,
    places.map(({ data }) => data.homeId),
  );
  return new Map(places.map(({ data }) => [data.roomId, data.homeId]));
}

/** Fetches homes with their ledgers, live vacancies, stays and everybody who lives there or is promised a room. */
export async function fetchHomes(scene: Scene, ids: readonly HomeId[]): Promise<void> {
  const { records } = scene;
  const wanted = [...new Set(ids)].filter((id) => scene.homes.get(id) === undefined);
  const [files, books] = await Promise.all([
    records.getMany(homes, wanted),
    records.getMany(ledgers, wanted),
  ]);
  const kept = books.map(({ data }) => data);
  const periods = kept.flatMap((ledger) =>
    ledger.periods.filter((one) => one.until === null || one.until > scene.today),
  );
  const [offered, living, residents] = await Promise.all([
    records.getMany(
      vacancies,
      kept.flatMap((ledger) => ledger.offered.map((one) => one.vacancyId)),
    ),
    records.getMany(
      stays,
      periods.flatMap((one) => (one.kind === 'stay' ? [one.stayId] : [])),
    ),
    records.getMany(
      people,
      periods.flatMap((one) => (one.kind === 'stay' || one.kind === 'hold' ? [one.personId] : [])),
    ),
  ]);
  scene.homes.add(files);
  scene.ledgers.add(books);
  scene.vacancies.add(offered);
  scene.stays.add(living);
  scene.people.add(residents);
}

/** Fetches the workers, and whom those of the homes' teams support: for people who bring no worker of their own. */
export async function fetchTeams(scene: Scene): Promise<void> {
  const { records } = scene;
  const everyone = await records.all(workers);
  scene.workers.push(...everyone.map(({ data }) => data));
  const teams = new Set(scene.homes.all().flatMap(({ home }) => home.team ?? []));
  const team = scene.workers.filter((one) => one.team !== null && teams.has(one.team));
  const loads = await records.getMany(
    caseloads,
    team.map((one) => one.id),
  );
  scene.loads.add(loads);
  scene.people.add(
    await records.getMany(
      people,
      loads.flatMap(({ data }) => data.people),
    ),
  );
}

/** What the scene writes and what it relies on, in one list for the commit. */
export function stepsOf(scene: Scene): Step[] {
  return [
    ...scene.proposals.steps(),
    ...scene.explanations.steps(),
    ...scene.chains.steps(),
    ...scene.requests.steps(),
    ...scene.vacancies.steps(),
    ...scene.stays.steps(),
    ...scene.ledgers.steps(),
    ...scene.moves.steps(),
    ...scene.people.steps(),
    ...scene.homes.steps(),
    ...scene.loads.steps(),
  ];
}
