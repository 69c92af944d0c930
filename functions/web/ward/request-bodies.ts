import type * as z from 'zod';
import { PreviousAccommodation } from '../../../shared/domain/codes.ts';
import { Day } from '../../../shared/domain/day.ts';
import type { PersonId, RequestId } from '../../../shared/domain/ids.ts';
import { parsePounds } from '../../../shared/domain/money.ts';
import { CareStatus, FundingRoute, type Person, Pet, Sex, Smokes } from '../../../shared/domain/person.ts';
import { NewPerson } from '../../../shared/usecases/people/open-person.ts';
import { NewRequest } from '../../../shared/usecases/requests/new-request.ts';
import type { Answers } from '../../../shared/web/form-fields.ts';
import type { TaskId } from '../../../shared/web/request-placement/task.ts';
import type { SentFacts } from './request-facts.ts';

/** The answers of a request, by task. */
export type Answered = Readonly<Partial<Record<TaskId, Answers>>>;

/** Who asks, in CORE's codes: the health service. */
const healthService = '15';

/** What an answer is as a code; null where there is none, or nobody knows. */
function code<T>(shape: z.ZodType<T>, answer: string | undefined): T | null {
  return shape.safeParse(answer).data ?? null;
}

const asYes = (answer: string | undefined): boolean | null =>
  answer === 'yes' ? true : answer === 'no' ? false : null;

type AboutPerson = Omit<Person, 'id'>;

/** What the answers change of what is on record of a person. Parts that were left out change nothing. */
export function personChanges({ home, money }: Answered): Partial<AboutPerson> {
  return {
    ...(home && {
      householdAdults: Number(home.adults),
      householdChildren: Number(home.children),
      pets: petsOf(home),
      smokes: code(Smokes, home.smokes),
      ...(home.babyDue !== undefined && { babyDueOn: Day.parse(home.babyDue) }),
    }),
    ...(money && {
      funding: code(FundingRoute, money.funding),
      canPayWeekly: money.canPay === undefined ? null : parsePounds(money.canPay),
      localConnection: asYes(money.connection),
    }),
  };
}

function petsOf({ pet, assistance }: Answers): Pet[] | null {
  if (pet === 'none') return [];
  const found = Pet.safeParse({ kind: pet, assistance: assistance === 'yes' }).data;
  return found ? [found] : null;
}

/** A person nobody has a record of, with all the facts the request tells. */
export function newPersonOf(id: PersonId, answered: Answered, facts: SentFacts): NewPerson {
  const { person: told = {} } = answered;
  const nothingYet = {
    childRemoved: null,
    wantsPaidWork: null,
    babyDueOn: null,
    sharedRateExempt: null,
    localConnectionExempt: false,
    primaryWorker: null,
    secondWorker: null,
    householdAdults: 1,
    householdChildren: 0,
    pets: null,
    smokes: null,
    funding: null,
    canPayWeekly: null,
    localConnection: null,
  };
  return NewPerson.parse({
    id,
    identity: { name: told.name, nhsNumber: told.nhsNumber ?? null },
    person: {
      ...nothingYet,
      dateOfBirth: told.born,
      sexRegisteredAtBirth: code(Sex, told.sex),
      clientGroups: told.groups?.split(',') ?? [],
      careStatus: code(CareStatus, told.care),
      leftResidentialCare: asYes(told.residentialCare),
      secondaryMentalHealthCare: asYes(told.mentalHealthTeam),
      ...personChanges(answered),
    },
    ...facts,
  });
}

/** The request itself, sent in at once. */
export function requestOf(
  id: RequestId,
  personId: PersonId,
  { ward = {}, without = {}, money, words = {}, sharing = {} }: Answered,
  hospitalSite: string | null,
): NewRequest {
  const { programme: serviceModel, ready, readyOn, delayReason, attributable } = ward;
  return NewRequest.parse({
    ...{ id, personId, serviceModel, hospitalSite, kind: 'discharge', submit: true },
    referralSource: healthService,
    neededBy: without.neededBy,
    unsafeNow: without.unsafe === 'yes',
    accommodation: code(PreviousAccommodation, money?.before),
    ...(ready === 'yes' && { readyPeriod: { readyOn, delayReason, attributable } }),
    statement: {
      ownWords: ownWordsOf(words),
      sharing: { basis: sharing.basis, on: sharing.agreedOn },
      ifNotHoused: without.ifNotHoused,
    },
  });
}

function ownWordsOf({ asked: answer, said: words, obtained, because }: Answers) {
  if (answer === 'said') return { answer, words, obtained };
  return answer === 'couldNotBeAsked' ? { answer, because } : { answer };
}
