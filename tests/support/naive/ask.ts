import type { NeedsAssessment } from '../../../shared/domain/assessment.ts';
import type { Home } from '../../../shared/domain/home.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { PlacementRequest } from '../../../shared/domain/placement-request.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Condition, ServiceModel } from '../../../shared/services/index.ts';
import { ageAt } from './days.ts';
import { stageNow } from './readiness.ts';
import { livesIn, type NaiveWorld } from './world.ts';

/** True: passes; false: fails; null: a fact is missing. */
export type Answer = boolean | null;

/** One pair on one day, with what every rule looks at. */
export interface Ask {
  readonly w: NaiveWorld;
  readonly policy: Policy;
  readonly person: Person;
  readonly request: PlacementRequest;
  readonly model: ServiceModel;
  readonly needs: NeedsAssessment | undefined;
  readonly room: Room;
  readonly home: Home;
  /** Where the person lives now. */
  readonly ownHome: Home | undefined;
  readonly day: string;
}

const all = (answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(null) ? null : true;
const any = (answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : answers.includes(null) ? null : false;

function holds(a: Ask, when: Condition): Answer {
  if ('all' in when) return all(when.all.map((part) => holds(a, part)));
  if ('any' in when) return any(when.any.map((part) => holds(a, part)));
  const { person, request, w } = a;
  const discharge = request.kind === 'discharge';
  switch (when.fact) {
    case 'age':
    case 'needsCount':
    case 'furtherNeedsCount': {
      const groups = person.clientGroups.length;
      const beside = person.clientGroups.filter((code) => !['N', 'O', 'S'].includes(code)).length;
      const needs = when.fact === 'needsCount' ? groups : beside;
      const n = when.fact === 'age' ? ageAt(person.dateOfBirth, a.day) : groups === 0 ? null : needs;
      return n === null ? null : n >= (when.atLeast ?? 0) && n < (when.below ?? Number.POSITIVE_INFINITY);
    }
    case 'leftResidentialCare':
      return person.leftResidentialCare === null ? null : person.leftResidentialCare === when.is;
    case 'childRemoved':
    case 'secondaryMentalHealthCare':
    case 'wantsPaidWork':
      return person[when.fact] === null ? null : person[when.fact] === when.is;
    case 'homeless': {
      const from = request.accommodation;
      const without = livesIn(w, person.id)
        ? false
        : from === null
          ? null
          : a.policy.homelessAccommodation.includes(from);
      return without === null ? null : without === when.is;
    }
    case 'inpatient':
      return discharge === when.is;
    case 'homelessOnLeaving':
      return (discharge && !livesIn(w, person.id)) === when.is;
    case 'careStatus':
      return person.careStatus === null ? null : when.in.includes(person.careStatus);
    case 'sexRegisteredAtBirth':
      return person.sexRegisteredAtBirth === null ? null : when.in.includes(person.sexRegisteredAtBirth);
    case 'clientGroup':
      return person.clientGroups.length === 0
        ? null
        : when.in.some((code) => person.clientGroups.includes(code));
  }
}

/** Rules of entry are asked of people who are not in the programme yet; the others before every move. */
export function eligible(a: Ask): Answer {
  const inside = stageNow(a.w, a.person.id) !== undefined;
  const asked = a.model.eligibility.filter(
    (rule) =>
      !(rule.from && a.day < rule.from) &&
      !(rule.to && a.day > rule.to) &&
      !(inside && rule.appliesTo === 'entry'),
  );
  return all(asked.map((rule) => holds(a, rule.when)));
}

/** Working out who pays: what is left to the person each week, or null where something is not on record. */
export function leftToPay({ person, room, policy, w, day }: Ask): number | null {
  const rent = room.weeklyRent + room.weeklyServiceCharge;
  const never = room.weeklyPersonalCharge + room.weeklySupportCharge;
  let bill: number;
  if (person.funding === null) return null;
  if (person.funding === 'section117') return 0;
  if (person.funding !== 'benefits') bill = rent + never;
  else if (room.rentType !== 'market') bill = never;
  else {
    const rates = policy.localHousingAllowance.filter(
      (one) => one.partnership === w.facts.partnership && one.from <= day,
    );
    const rate = rates.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
    const exempt = paysOneBedRate(person, policy, day);
    if (!rate || exempt === null) return null;
    bill = never + Math.max(0, rent - (exempt ? rate.oneBedWeekly : rate.sharedWeekly));
  }
  if (bill === 0) return 0;
  return person.canPayWeekly === null ? null : Math.max(0, bill - person.canPayWeekly);
}

export const isCareLeaver = (person: Person): boolean =>
  person.careStatus !== null && person.careStatus !== 'none';

function paysOneBedRate(person: Person, policy: Policy, day: string): Answer {
  const age = ageAt(person.dateOfBirth, day);
  const alone = person.householdAdults === 1 && person.householdChildren === 0 && person.babyDueOn === null;
  if (!alone || age >= policy.sharedRateUnderAge) return true;
  if (isCareLeaver(person) && age < policy.careLeaverExemptUnderAge) return true;
  return person.sharedRateExempt;
}
