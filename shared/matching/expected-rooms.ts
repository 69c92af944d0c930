import { type Day, dayFromNumber, dayNumber, sayDay } from '../domain/day.ts';
import type { Home } from '../domain/home.ts';
import type { HomeId, PersonId, RoomId } from '../domain/ids.ts';
import { isLettable, type Room } from '../domain/room.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { Lookups } from './lookups.ts';
import { elsewhere, stagesAfter } from './next-stages.ts';
import type { LiveStay } from './pool-types.ts';
import { gateFinding, gateVerdict, readinessRecord } from './readiness.ts';
import { type Confidence, readinessForecast } from './readiness-forecast.ts';

/**
 * A room whose resident is forecast to be ready for a next stage in another home. It is expected and promised to nobody:
 * no plan fills it, and it becomes a vacancy only once somebody lists it.
 */
export interface RoomByReadiness {
  readonly roomId: RoomId;
  readonly homeId: HomeId;
  readonly personId: PersonId;
  readonly serviceModel: string;
  readonly stage: string;
  /** When its resident would be ready to leave it; today where that day has come already. */
  readonly from: Day;
  readonly confidence: Confidence;
  readonly sentence: string;
}

/**
 * Rooms expected to fall free because of how ready their residents are becoming, the soonest first. A room that is on
 * offer already, that somebody else is promised, or whose resident has a move or a day of leaving, is not among them.
 * @param on day number
 * @param planned residents whose move the plan itself looks for
 */
export function roomsByReadiness(
  look: Lookups,
  models: ReadonlyMap<string, ServiceModel>,
  on: number,
  planned: ReadonlySet<PersonId>,
): readonly RoomByReadiness[] {
  return [...look.stayIn.values()]
    .flatMap((stay) => {
      const room = look.rooms.get(stay.roomId);
      const home = room && look.homes.get(room.homeId);
      if (!room || !home || planned.has(stay.personId) || !isSettled(look, stay, room)) return [];
      const [soonest] = nextSteps(look, models, home, stay, on).sort(sooner);
      return soonest ? [{ ...soonest, roomId: room.id, homeId: home.id, personId: stay.personId }] : [];
    })
    .sort((a, b) => sooner(a, b) || (a.roomId < b.roomId ? -1 : 1));
}

function isSettled(look: Lookups, stay: LiveStay, room: Room): boolean {
  return (
    isLettable(room) &&
    stay.leavesOn === null &&
    !look.vacancyOf.has(room.id) &&
    !look.promisedIn.has(room.id) &&
    !look.promisedTo.has(stay.personId)
  );
}

type Step = Omit<RoomByReadiness, 'roomId' | 'homeId' | 'personId'>;

const sooner = (a: Step, b: Step): number => dayNumber(a.from) - dayNumber(b.from);

function nextSteps(
  look: Lookups,
  models: ReadonlyMap<string, ServiceModel>,
  home: Home,
  { personId }: LiveStay,
  on: number,
): Step[] {
  const assessments = look.readiness.get(personId) ?? [];
  return home.offers.flatMap(({ serviceModel, stage: now }) => {
    const model = models.get(serviceModel);
    if (!model) return [];
    return elsewhere(model, stagesAfter(model, now)).flatMap((stage) => {
      const gate = model.stages.find((one) => one.id === stage)?.gate;
      if (!gate) return [];
      const forecast = readinessForecast(model, gate, assessments, on);
      if (forecast.kind === 'none') return [];
      const reached = forecast.kind === 'reached';
      // Ratings that are high enough open nothing while the gate still misses somebody's view.
      if (reached && gateVerdict(gateFinding(model, gate, readinessRecord(assessments), on)) !== 'pass')
        return [];
      const isPast = dayNumber(forecast.on) < on;
      const confidence = reached ? 'high' : isPast ? 'low' : forecast.confidence;
      const from = isPast ? dayFromNumber(on) : forecast.on;
      return [{ serviceModel, stage, from, confidence, sentence: sentenceFor(from, confidence, reached) }];
    });
  });
}

function sentenceFor(from: Day, confidence: Confidence, reached: boolean): string {
  const when = reached ? 'is ready to move on now' : `is expected to be ready to move on on ${sayDay(from)}`;
  return `Whoever lives there ${when} (${confidence} confidence). The room is expected, and promised to nobody.`;
}
