import { createHash } from 'node:crypto';
import type { Day } from '../../../shared/domain/day.ts';
import { RiskCategory } from '../../../shared/domain/risk.ts';
import { NewAnchor, NewExclusionZone, NewNeeds, NewRisk } from '../../../shared/usecases/people/new-facts.ts';
import type { Answers } from '../../../shared/web/form-fields.ts';
import { areasAsked, placesAsked } from '../../../shared/web/request-placement/where.ts';
import type { FindPlace } from '../places.ts';
import type { Answered } from './request-bodies.ts';

/** What a request tells of a person beside who they are. */
export interface SentFacts {
  readonly needs: readonly NewNeeds[];
  readonly risks: readonly NewRisk[];
  readonly anchors: readonly NewAnchor[];
  readonly exclusionZones: readonly NewExclusionZone[];
}

/** Who set a fact, as panels read it: a role, no name. */
const setBy = 'Ward discharge coordinator';

/**
 * A fact under a reference made of what it says, so that the same fact sent twice is on record once.
 * @param kind stands before the reference
 */
function named<T extends object>(kind: string, fact: T): T & { id: string } {
  const digest = createHash('sha256').update(JSON.stringify(fact)).digest('hex');
  return { ...fact, id: `${kind}-${digest.slice(0, 20)}` };
}

export function factsOf(answered: Answered, today: Day, placeOf: FindPlace): SentFacts {
  return {
    needs: needsOf(answered),
    risks: risksOf(answered, today),
    anchors: anchorsOf(answered.where ?? {}, today, placeOf),
    exclusionZones: zonesOf(answered.where ?? {}, today, placeOf),
  };
}

const known = (answer: string | undefined): string | null =>
  answer === undefined || answer === 'notKnown' ? null : answer;

/** The needs are one assessment, so they are told together or not at all. */
function needsOf({ needs, home, risks }: Answered): NewNeeds[] {
  if (!needs || !home || !risks) return [];
  const fact = {
    assessedOn: needs.assessedOn,
    assessedBy: setBy,
    supportLevel: needs.level,
    supportHoursPerWeek: Number(needs.hours),
    sleepIn: known(needs.sleepIn),
    stepFree: known(home.stepFree),
    wetRoom: known(home.wetRoom),
    highestFloor: home.floor === undefined ? null : Number(home.floor),
    selfContained: known(home.selfContained),
    quiet: home.quiet === 'yes',
    recovery: known(needs.recovery),
    substanceFreeHome: known(needs.substanceFree),
    riskToSelf: known(risks.toSelf),
    safetyPlanOn: risks.safetyPlanOn ?? null,
  };
  return [NewNeeds.parse(named('needs', fact))];
}

/** What is not known is no finding: the question stays open. */
function risksOf({ risks }: Answered, today: Day): NewRisk[] {
  if (!risks) return [];
  return RiskCategory.options.flatMap((category) => {
    const said = known(risks[category]);
    if (said === null) return [];
    const isPast = said === 'past';
    // How high a risk in the past was is not asked: it rules nothing out.
    const level = isPast ? 'low' : said;
    const found = { category, level, current: !isPast && said !== 'none', recordedOn: today };
    return [NewRisk.parse(named('risk', { ...found, expiresOn: null, setBy }))];
  });
}

function anchorsOf(where: Answers, recordedOn: Day, placeOf: FindPlace): NewAnchor[] {
  return placesAsked.flatMap((n) => {
    const place = placeOf(where[`near${n}`] ?? '');
    if (!place) return [];
    const importance = Number(where[`nearMatters${n}`]);
    return [NewAnchor.parse(named('anchor', { kind: where[`nearKind${n}`], place, importance, recordedOn }))];
  });
}

function zonesOf(where: Answers, from: Day, placeOf: FindPlace): NewExclusionZone[] {
  return areasAsked.flatMap((n) => {
    const centre = placeOf(where[`area${n}`] ?? '');
    if (!centre) return [];
    const radiusMetres = Math.round(Number(where[`areaRadius${n}`]) * 1000);
    const expiresOn = where[`areaUntil${n}`] ?? null;
    const zone = { centre, radiusMetres, setBy: where[`areaSetBy${n}`], from, expiresOn };
    return [NewExclusionZone.parse(named('exclusion-zone', zone))];
  });
}
