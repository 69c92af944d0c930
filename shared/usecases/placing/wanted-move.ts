import { addDays, type Day, Instant } from '../../domain/day.ts';
import type { HomeFile, PersonFile, RequestFile, StayFile, VacancyFile } from '../../domain/files.ts';
import type { HomeId, ProposalId } from '../../domain/ids.ts';
import type { Override } from '../../domain/panel.ts';
import type { Room } from '../../domain/room.ts';
import type { Scene } from './scene.ts';

/** One move with everything about it, as somebody wants it made or has proposed it. */
export interface WantedMove {
  readonly person: PersonFile;
  readonly request: RequestFile;
  readonly room: Room;
  readonly home: HomeFile;
  /** The first night in the new room. */
  readonly on: Day;
  /** Where they live today; null for somebody new. */
  readonly stay: StayFile | null;
  /** The live vacancy of the room; null where an earlier move of the chain frees it. */
  readonly vacancy: VacancyFile | null;
  /** Hard rules set aside for it by whoever may. */
  readonly overrides: readonly Override[];
}

/** The live vacancy a home's ledger names for a room. */
export function offeredVacancy(scene: Scene, homeId: HomeId, roomId: Room['id']): VacancyFile | null {
  const offer = scene.ledgers.get(homeId)?.offered.find((one) => one.roomId === roomId);
  return (offer && scene.vacancies.get(offer.vacancyId)) ?? null;
}

/** Whether a vacancy is kept for some proposal other than these, by a hold that has not run out. */
export function isKeptForAnother(
  { vacancy }: VacancyFile,
  ours: ReadonlySet<ProposalId>,
  now: Instant,
): boolean {
  return vacancy.status === 'reserved' && now < vacancy.until && !ours.has(vacancy.proposalId);
}

/** The end of a day, as the moment from which something that lasts through it no longer holds. */
export function endOf(day: Day): Instant {
  return Instant.parse(`${addDays(day, 1)}T00:00:00Z`);
}
