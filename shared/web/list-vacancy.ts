import * as z from 'zod';
import { VacancyReason } from '../domain/codes.ts';
import { addDays, Day, sayDay } from '../domain/day.ts';
import { Reference, RoomId } from '../domain/ids.ts';
import { RiskCategory } from '../domain/risk.ts';
import { OutOfServiceReason } from '../domain/room.ts';
import { Certainty } from '../domain/vacancy.ts';
import type { FieldError } from './components/error-summary.tsx';
import { boxesOf, readDate } from './date-answer.ts';

/** The six questions, in the order in which they are asked. */
export const vacancyQuestions = ['room', 'empty', 'from', 'reason', 'work', 'not-for'] as const;
export type VacancyQuestion = (typeof vacancyQuestions)[number];

/** Days ahead for which a vacancy may be listed. */
const daysAhead = 730;

/** What has been answered so far, each answer as it will be used. */
export const VacancyDraft = z.object({
  /** Stands for this one vacancy, however often its form is sent. */
  key: Reference,
  room: RoomId.nullable(),
  empty: z.enum(['yes', ...Certainty.options]).nullable(),
  from: Day.nullable(),
  reason: VacancyReason.nullable(),
  work: z
    .union([z.object({ kind: z.literal('none') }), z.object({ kind: OutOfServiceReason, to: Day })])
    .nullable(),
  notFor: z.array(RiskCategory).nullable(),
});
export type VacancyDraft = z.infer<typeof VacancyDraft>;

export const emptyDraft = (key: string): VacancyDraft => ({
  ...{ key, room: null, empty: null, from: null, reason: null, work: null, notFor: null },
});

const answers: Readonly<Record<VacancyQuestion, keyof VacancyDraft>> = {
  room: 'room',
  empty: 'empty',
  from: 'from',
  reason: 'reason',
  work: 'work',
  'not-for': 'notFor',
};

/** The first question nobody has answered; null when all are. */
export function firstUnanswered(draft: VacancyDraft): VacancyQuestion | null {
  return vacancyQuestions.find((question) => draft[answers[question]] === null) ?? null;
}

/** What a form says of one question: the draft with it, or what is wrong. */
export type Read =
  | { readonly draft: VacancyDraft; readonly errors?: undefined }
  | { readonly draft?: undefined; readonly errors: readonly FieldError[] };

/** @param rooms that may be chosen */
export function readAnswer(
  question: VacancyQuestion,
  form: URLSearchParams,
  draft: VacancyDraft,
  { rooms, today }: { readonly rooms: ReadonlySet<string>; readonly today: Day },
): Read {
  const one = form.get(question) ?? '';
  switch (question) {
    case 'room': {
      const room = RoomId.safeParse(one).data;
      if (room === undefined || !rooms.has(room)) return wrong('room', 'Choose a room');
      // Who may not be placed goes by the home, so another room asks it again.
      return { draft: { ...draft, room, notFor: draft.room === room ? draft.notFor : null } };
    }
    case 'empty': {
      const empty = VacancyDraft.shape.empty.unwrap().safeParse(one).data;
      if (empty === undefined) return wrong('empty', 'Say whether the room is empty now');
      // The day and the work depend on it.
      const isSame = draft.empty === empty;
      return { draft: { ...draft, empty, ...(!isSame && { from: null, work: null }) } };
    }
    case 'from':
      return readFrom(form, draft, today);
    case 'reason': {
      const reason = VacancyReason.safeParse(one).data;
      if (reason === undefined) return wrong('reason', 'Choose why the room is or will be empty');
      return { draft: { ...draft, reason } };
    }
    case 'work':
      return readWork(form, draft, today);
    case 'not-for': {
      const notFor = z.array(RiskCategory).safeParse(form.getAll('not-for')).data;
      if (notFor === undefined) return wrong('not-for', 'Choose from the list who may not be placed here');
      return { draft: { ...draft, notFor } };
    }
  }
}

function readFrom(form: URLSearchParams, draft: VacancyDraft, today: Day): Read {
  const { day: from, error } = readDate(form, 'from', fromWords(draft).what);
  if (error) return { errors: [error] };
  if (from > addDays(today, daysAhead))
    return wrong('from-day', `The day must be ${sayDay(addDays(today, daysAhead))} or before`);
  if (draft.empty !== 'yes' && from < today) return wrong('from-day', 'The day must be today or later');
  const work = draft.work?.kind === 'none' ? draft.work : null;
  return { draft: { ...draft, from, work: draft.from === from ? draft.work : work } };
}

function readWork(form: URLSearchParams, draft: VacancyDraft, today: Day): Read {
  const said = form.get('work') ?? '';
  if (said === 'none') return { draft: { ...draft, work: { kind: 'none' } } };
  const kind = OutOfServiceReason.safeParse(said).data;
  if (kind === undefined) return wrong('work', 'Say whether the room needs work');
  if (draft.empty === 'leaseEnd' || draft.empty === 'forecast')
    return wrong('work', 'Work can be booked once the resident has given notice. Choose “No” for now');
  const { day: to, error } = readDate(form, 'work-to', 'the last day of the work');
  if (error) return { errors: [error] };
  const begins = draft.empty === 'yes' ? today : (draft.from ?? today);
  if (to < begins) return wrong('work-to-day', `The last day of the work must be ${sayDay(begins)} or later`);
  if (draft.empty === 'yes' && draft.from !== null && to >= draft.from)
    return wrong('work-to-day', `The work must end before somebody could move in, on ${sayDay(draft.from)}`);
  return { draft: { ...draft, work: { kind, to } } };
}

const wrong = (field: string, message: string): Read => ({ errors: [{ field, message }] });

/** What the day of a vacancy is called: it means something else where somebody still lives there. */
export function fromWords({ empty }: Pick<VacancyDraft, 'empty'>): { what: string; asked: string } {
  return empty === 'yes'
    ? { what: 'the day somebody could move in', asked: 'When could somebody move in?' }
    : { what: 'the day the resident leaves', asked: 'When does the resident leave?' };
}

/**
 * The form of a question as it was answered before.
 * @param usual who may not be placed in the home so far
 */
export function formOf(
  question: VacancyQuestion,
  draft: VacancyDraft,
  usual: readonly RiskCategory[],
): URLSearchParams {
  switch (question) {
    case 'from':
      return new URLSearchParams(draft.from === null ? [] : boxesOf('from', draft.from));
    case 'work': {
      const { work } = draft;
      if (work === null) return new URLSearchParams();
      return new URLSearchParams([['work', work.kind], ...('to' in work ? boxesOf('work-to', work.to) : [])]);
    }
    case 'not-for':
      return new URLSearchParams((draft.notFor ?? usual).map((one) => ['not-for', one]));
    default: {
      const said = draft[question];
      return new URLSearchParams(said === null ? [] : [[question, said]]);
    }
  }
}
