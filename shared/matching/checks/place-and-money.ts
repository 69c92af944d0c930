import { ageOn, birthday, dayFromNumber, dayNumber, sayDay } from '../../domain/day.ts';
import type { FactChange, Verdict } from '../../domain/explanation.ts';
import { type Pence, sayPounds } from '../../domain/money.ts';
import { metresBetween } from '../../domain/place.ts';
import type { ExclusionZone } from '../../domain/risk.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { agesReached } from './ages.ts';
import { ASK, type DatedRule, evidence, kindOf, nothingToChange, PASSES, setting } from './rule.ts';

/** A zone that is set to begin later counts as well: nobody is moved into a home they will have to leave. */
function holds(zone: ExclusionZone, day: number): boolean {
  return zone.expiresOn === null || day <= dayNumber(zone.expiresOn);
}

function zoneAround(s: Subject, p: Place, day: number): ExclusionZone | undefined {
  return s.zones.find(
    (zone) => holds(zone, day) && metresBetween(zone.centre, p.home.location) <= zone.radiusMetres,
  );
}

export const exclusionZoneRule: DatedRule = {
  id: 'exclusion-zone',
  class: 'H',
  level: 'person',
  question: 'Are there areas the person must stay out of?',
  overridableBy: null,
  source: 'Panel practice: licence and court conditions (SOURCES.md 31)',
  kinds: {
    person: (s) => (s.zones.length === 0 ? PASSES : ASK),
    place: () => ASK,
  },
  judge: (s, p, _at, day) => (s.zones.length > 0 && zoneAround(s, p, day) ? 'fail' : 'pass'),
  tell(s, p, _at, day) {
    const zone = zoneAround(s, p, day);
    return {
      sentence: zone
        ? `The home is in an area they must stay out of${zone.expiresOn ? ` until ${sayDay(zone.expiresOn)}` : ''}.`
        : s.zones.length > 0
          ? 'The home is outside the areas they must stay out of.'
          : 'No area is closed to them.',
      evidence: zone ? [evidence(zone.id, 'condition', zone.setBy, zone.from)] : [],
    };
  },
  turns: (s) =>
    s.zones.flatMap((zone) => [
      dayNumber(zone.from),
      ...(zone.expiresOn ? [dayNumber(zone.expiresOn) + 1] : []),
    ]),
  // Lifting a condition that protects somebody is never offered as a change.
  remedy: () => nothingToChange,
};

/**
 * What falls to the person each week whatever the local rate: charges that benefits never pay, or all of it where
 * benefits do not pay the rent.
 * @returns null where nobody has recorded who pays
 */
function ownCharges({ person }: Subject, { room }: Place): Pence | null {
  const never = room.weeklyPersonalCharge + room.weeklySupportCharge;
  if (person.funding === null) return null;
  if (person.funding === 'section117') return 0;
  return person.funding === 'benefits' ? never : never + room.weeklyRent + room.weeklyServiceCharge;
}

/** What of a sum the person cannot pay; null where that is not recorded. */
function beyondMeans({ person }: Subject, sum: Pence | null): Pence | null {
  if (sum === null || sum === 0) return sum;
  return person.canPayWeekly === null ? null : Math.max(0, sum - person.canPayWeekly);
}

/** What the person would lack each week for what falls to them whatever the local rate; null where a fact is missing. */
export const chargesShort = (s: Subject, p: Place): Pence | null => beyondMeans(s, ownCharges(s, p));

/** What the person would have to pay each week beyond what they can; null where a fact is missing. */
function weeklyShortfall(s: Subject, p: Place, at: Setting, day: number): Pence | null {
  const { weeklyRent, weeklyServiceCharge, rentType } = p.room;
  const own = ownCharges(s, p);
  if (own === null || s.person.funding !== 'benefits' || rentType !== 'market') return beyondMeans(s, own);
  const rate = localHousingAllowance(s, at, day);
  return rate === null ? null : beyondMeans(s, own + Math.max(0, weeklyRent + weeklyServiceCharge - rate));
}

/**
 * The weekly Local Housing Allowance that applies to a person on a day: the shared rate for a single person under 35
 * unless exempt, the one-bedroom rate otherwise.
 * @returns null when no rate is on record for the area, or an exemption is not recorded
 * @source Local Housing Allowance, shared accommodation rate and exemptions (SOURCES.md 10)
 */
export function localHousingAllowance(s: Subject, at: Setting, day: number): Pence | null {
  const on = dayFromNumber(day);
  const rate = at.policy.localHousingAllowance
    .filter((one) => one.partnership === at.partnership && one.from <= on)
    .reduce<Setting['policy']['localHousingAllowance'][number] | null>(
      (newest, one) => (newest === null || one.from > newest.from ? one : newest),
      null,
    );
  if (rate === null) return null;
  const age = ageOn(s.person.dateOfBirth, on);
  const careLeaver = s.person.careStatus !== null && s.person.careStatus !== 'none';
  if (s.size > 1 || age >= at.policy.sharedRateUnderAge) return rate.oneBedWeekly;
  if (careLeaver && age < at.policy.careLeaverExemptUnderAge) return rate.oneBedWeekly;
  if (s.person.sharedRateExempt === null) return null;
  return s.person.sharedRateExempt ? rate.oneBedWeekly : rate.sharedWeekly;
}

/** The ages at which another rate may apply. */
const ratesTurnAt = ({ policy }: Setting): number[] => [
  policy.careLeaverExemptUnderAge,
  policy.sharedRateUnderAge,
];

export const affordabilityRule: DatedRule = {
  id: 'affordable',
  class: 'H',
  level: 'room',
  question: 'How is the rent paid, and what can the person pay themselves each week?',
  overridableBy: 'programmeLead',
  source: 'Housing Benefit, Local Housing Allowance and charges they do not cover (SOURCES.md 10)',
  kinds: {
    person: (s, at) =>
      kindOf(
        ...[s.person.funding, s.person.canPayWeekly, s.person.careStatus, s.person.sharedRateExempt],
        ...[s.size > 1, agesReached(s, at, ratesTurnAt(at))],
      ),
    place: ({ room }) =>
      kindOf(
        ...[room.rentType, room.weeklyRent, room.weeklyServiceCharge],
        ...[room.weeklyPersonalCharge, room.weeklySupportCharge],
      ),
  },
  judge(s, p, at, day): Verdict {
    const shortfall = weeklyShortfall(s, p, at, day);
    if (shortfall === null) return 'unknown';
    return shortfall <= at.policy.affordability.weeklyShortfallAllowed ? 'pass' : 'fail';
  },
  tell(s, p, at, day) {
    const shortfall = weeklyShortfall(s, p, at, day);
    const most = at.policy.affordability.weeklyShortfallAllowed;
    return {
      sentence:
        shortfall === null
          ? 'How the rent would be paid is not recorded in full.'
          : shortfall === 0
            ? 'They can afford it: nothing is left to pay beyond what they can.'
            : shortfall <= most
              ? `They would be ${sayPounds(shortfall)} short each week, within the ${sayPounds(most)} allowed.`
              : `They would be ${sayPounds(shortfall)} short each week. At most ${sayPounds(most)} is allowed.`,
      evidence: [
        evidence(p.room.id, 'rentType', p.room.rentType),
        evidence(p.room.id, 'weeklyRent', sayPounds(p.room.weeklyRent)),
        evidence(p.room.id, 'weeklyPersonalCharge', sayPounds(p.room.weeklyPersonalCharge)),
        evidence(p.room.id, 'weeklySupportCharge', sayPounds(p.room.weeklySupportCharge)),
        evidence(s.person.id, 'funding', s.person.funding),
        evidence(
          s.person.id,
          'canPayWeekly',
          s.person.canPayWeekly === null ? null : sayPounds(s.person.canPayWeekly),
        ),
      ],
    };
  },
  turns(s, _p, at) {
    return ratesTurnAt(at).map((age) => dayNumber(birthday(s.person.dateOfBirth, age)));
  },
  remedy(s, p, at, day) {
    const { funding, canPayWeekly, sharedRateExempt, id } = s.person;
    const record = (fields: FactChange['fields'], says: string): FactChange[] => [
      setting('people', id, fields, 1, `An open question is answered so: ${says}.`),
    ];
    if (funding === null) return record({ funding: 'benefits' }, 'benefits pay the rent');
    const most = at.policy.affordability.weeklyShortfallAllowed;
    const shortfall = weeklyShortfall(s, p, at, day);
    if (shortfall !== null) {
      // A gap this wide is closed by nobody's promise to pay more.
      if (canPayWeekly === null || shortfall > 2 * most) return nothingToChange;
      const canPay = canPayWeekly + shortfall;
      return [
        setting(
          'people',
          id,
          { canPayWeekly: canPay },
          2,
          `They can pay ${sayPounds(canPay)} a week themselves.`,
        ),
      ];
    }
    if (p.room.rentType === 'market' && funding === 'benefits' && localHousingAllowance(s, at, day) === null)
      return sharedRateExempt === null
        ? record({ sharedRateExempt: true }, 'the shared rate does not apply to them')
        : nothingToChange;
    if (funding !== 'benefits') return nothingToChange;
    const charges = p.room.weeklyPersonalCharge + p.room.weeklySupportCharge;
    return record({ canPayWeekly: charges }, `they can pay charges of ${sayPounds(charges)} a week`);
  },
};
