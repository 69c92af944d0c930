import type { NeedsAssessment } from '../domain/assessment.ts';
import type { Day } from '../domain/day.ts';
import type { DeclinedMove } from '../domain/declined-move.ts';
import type { Home } from '../domain/home.ts';
import type { PartnershipId, PersonId, RoomId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { MoveCertainty, Tier } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import type { ExclusionZone, Exploitation, ProviderBan, Risk } from '../domain/risk.ts';
import type { OutOfService, Room } from '../domain/room.ts';
import type { Stay } from '../domain/stay.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import type { Anchor, Preference } from '../domain/wish.ts';
import type { Worker } from '../domain/worker.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { GateFinding, ReadinessRecord } from './readiness.ts';

/** A stay that is being lived today. */
export type LiveStay = Extract<Stay, { status: 'arrived' }>;
/** A vacancy somebody could still be given. */
export type OfferedVacancy = Extract<Vacancy, { status: 'open' | 'expected' }>;

/** Somebody asking for a place, with every fact the rules read looked up once. Days are day numbers. */
export interface Subject extends Exploitation {
  readonly person: Person;
  readonly request: PlacementRequest;
  readonly model: ServiceModel;
  /** Where they live in this partnership today; null for a newcomer. */
  readonly stay: LiveStay | null;
  readonly room: Room | null;
  readonly home: Home | null;
  /** The stage of `model` they live in today, where their home serves it. */
  readonly stage: string | null;
  /** The stages they may enter. */
  readonly stages: ReadonlySet<string>;
  readonly needs: NeedsAssessment | null;
  readonly readiness: ReadinessRecord;
  /** What each readiness gate of the programme finds, by gate. */
  readonly gates: ReadonlyMap<string, GateFinding>;
  /** Current and historic risks that have not expired. */
  readonly risks: readonly Risk[];
  readonly zones: readonly ExclusionZone[];
  readonly bans: readonly ProviderBan[];
  /** Moves somebody said no to that are not to be suggested again for now. */
  readonly declined: readonly DeclinedMove[];
  readonly keptApartFrom: ReadonlySet<PersonId>;
  readonly anchors: readonly Anchor[];
  readonly preferences: readonly Preference[];
  readonly primaryWorker: Worker | null;
  /** Everybody who would sleep in the home, an expected baby included. */
  readonly size: number;
  readonly highRisk: boolean;
  readonly earlyRecovery: boolean;
  readonly tier: Tier;
  readonly waitDays: number;
  /** Days of delay so far, over all periods; null when the person is not waiting in hospital. */
  readonly delayDays: number | null;
  /** First day they could move, by their request. */
  readonly earliest: number;
}

/**
 * Somebody who lives in a home and whom no plan moves. `leaves` is the first night they are gone by the notice they
 * gave, or Infinity: a departure that is only forecast is not counted on.
 */
export interface Housemate extends Exploitation {
  readonly person: Person;
  readonly roomId: RoomId;
  readonly keptApartFrom: ReadonlySet<PersonId>;
  readonly size: number;
  readonly highRisk: boolean;
  readonly earlyRecovery: boolean;
  readonly usingNow: boolean;
  readonly leaves: number;
}

export interface House {
  readonly home: Home;
  readonly housemates: readonly Housemate[];
  /** Residents who may move within this plan. */
  readonly movers: readonly Subject[];
  /** Working days a room of this home stands empty between two people. */
  readonly turnaround: number;
}

/** A room with all the rules read of it. Days are day numbers. */
export interface Place {
  readonly room: Room;
  readonly home: Home;
  readonly house: House;
  /** The vacancy it is offered by; null when it would be freed by its resident's own move, or is not free at all. */
  readonly vacancy: OfferedVacancy | null;
  /** The resident who may move out of it in this plan. */
  readonly resident: Subject | null;
  /** True when it is promised, or somebody lives there whom no plan moves and whose leaving nobody expects. */
  readonly occupied: boolean;
  readonly outOfService: readonly OutOfService[];
  /**
   * First day it is ready, so far as is known before planning: by its vacancy, or no day (-Infinity) where its resident
   * has to move first. Never later than the day it turns out to be.
   */
  readonly ready: number;
  readonly certainty: MoveCertainty;
}

/** What every rule may read besides the person and the place. `on` is the day of the plan, as a day number. */
export interface Setting {
  readonly partnership: PartnershipId;
  readonly on: number;
  readonly onDay: Day;
  readonly policy: Policy;
  /** First workers with room for one more, by team; a team nobody recorded is absent. */
  readonly freePlaces: ReadonlyMap<string, number>;
  /** Workers in each team. */
  readonly teamSize: ReadonlyMap<string, number>;
}
