import type { Home } from '../../../shared/domain/home.ts';
import { nightsBetween } from './days.ts';
import { homeOfRoom, livesIn, type NaiveWorld, requestOf } from './world.ts';

/** The stage of the person's programme they live in now; undefined for somebody who is not in it yet. */
export function stageNow(w: NaiveWorld, personId: string): string | undefined {
  const stay = livesIn(w, personId);
  const programme = requestOf(w, personId)!.serviceModel;
  if (!stay) return undefined;
  return homeOfRoom(w, stay.roomId).offers.find((offer) => offer.serviceModel === programme)?.stage;
}

/** The stages a person may enter: those their request names, else what the programme allows from where they are. */
export function stagesOpenTo(w: NaiveWorld, personId: string): string[] {
  const request = requestOf(w, personId)!;
  const model = w.models.get(request.serviceModel)!;
  if (request.stages.length > 0) return request.stages;
  if (!livesIn(w, personId)) return model.matching.newcomerStages;
  const now = stageNow(w, personId);
  return model.moves
    .filter((move) => move.from === now && move.direction === 'stepDown')
    .map((move) => move.to)
    .filter((to) => !model.stages.find((stage) => stage.id === to)?.sameHome);
}

/** The stage a home would be for this person, the earliest where it offers several; undefined when it is none of theirs. */
export function stageFor(w: NaiveWorld, personId: string, home: Home): string | undefined {
  const programme = requestOf(w, personId)!.serviceModel;
  const open = stagesOpenTo(w, personId);
  const offered = home.offers.flatMap((offer) => (offer.serviceModel === programme ? [offer.stage] : []));
  return [...w.models.get(programme)!.stages]
    .sort((a, b) => a.order - b.order)
    .map((stage) => stage.id)
    .find((id) => open.includes(id) && offered.includes(id));
}

export interface GateReading {
  readonly least: number;
  /** By domain of the programme: the lowest of the newest fresh ratings by workers, or null. */
  readonly scores: readonly (number | null)[];
  readonly verdict: boolean | null;
}

/** What fresh ratings say of the gate of a stage; null where the stage has none. */
export function gateReading(
  w: NaiveWorld,
  personId: string,
  stageId: string | undefined,
): GateReading | null {
  const model = w.models.get(requestOf(w, personId)!.serviceModel)!;
  const gateId = model.stages.find((stage) => stage.id === stageId)?.gate;
  const gate = model.readiness.gates.find((one) => one.id === gateId);
  if (!gate) return null;
  const { validDays, domains, raters, workerRaters, ownRating } = model.readiness;
  const fresh = w.facts.readiness.filter(
    (one) => one.personId === personId && nightsBetween(one.assessedOn, w.on) <= validDays,
  );
  const by = (one: (typeof fresh)[number]): string =>
    one.rater.kind === 'self' ? 'self' : one.rater.workerId;
  const newest = (self: boolean, domain: string): number | null => {
    const rated = fresh.filter(
      (one) => (one.rater.kind === 'self') === self && one.scores[domain] !== undefined,
    );
    const last = rated
      .map((one) => one.assessedOn)
      .sort()
      .at(-1);
    const sameDay = rated.filter((one) => one.assessedOn === last);
    if (sameDay.length === 0) return null;
    const pairs = new Set(sameDay.map((one) => one.secondTo ?? one.id));
    const counted = self
      ? sameDay
      : w.facts.readiness.filter(
          (one) =>
            one.rater.kind !== 'self' &&
            one.scores[domain] !== undefined &&
            pairs.has(one.secondTo ?? one.id),
        );
    return Math.min(...counted.map((one) => one.scores[domain]!));
  };
  const scores = domains.map((domain) => newest(false, domain.id));
  const own = domains.map((domain) => newest(true, domain.id));
  const tooLow =
    scores.some((score) => score !== null && score < gate.minimumEach) ||
    own.some((score) => score !== null && score < (gate.minimumOwn ?? 0));
  const tooFewRaters = domains.some(({ id }) => {
    const everybody = new Set(fresh.filter((one) => one.scores[id] !== undefined).map(by));
    const workers = [...everybody].filter((one) => one !== 'self').length;
    return everybody.size < raters || workers < workerRaters;
  });
  const open = scores.includes(null) || (ownRating && own.includes(null)) || tooFewRaters;
  return { least: gate.minimumEach, scores, verdict: tooLow ? false : open ? null : true };
}
