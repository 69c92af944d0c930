import { londonDay, sayDay } from '../../../shared/domain/day.ts';
import { RoomId, VacancyId } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { isLettable } from '../../../shared/domain/room.ts';
import { type DraftOf, keepDraft, readDraft } from '../../../shared/store/drafts.ts';
import { listVacancy, NewVacancy } from '../../../shared/usecases/homes/list-vacancy.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readStock, type Stock } from '../../../shared/usecases/homes/read-stock.ts';
import { readVacancy } from '../../../shared/usecases/homes/read-vacancy.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import {
  emptyDraft,
  firstUnanswered,
  formOf,
  fromWords,
  readAnswer,
  VacancyDraft,
  type VacancyQuestion,
  vacancyQuestions,
} from '../../../shared/web/list-vacancy.ts';
import {
  ListVacancyQuestion,
  ListVacancyStart,
  type RoomChoice,
} from '../../../shared/web/pages/list-vacancy.tsx';
import { ListVacancyCheck, VacancyListedPage } from '../../../shared/web/pages/list-vacancy-end.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';

const own = { action: 'vacancies.write', at: 'vacancies' } as const;

const whose = ({ who }: AskedBy): DraftOf => ({
  partnership: who.data.partnershipId,
  member: who.id,
  form: 'listVacancy',
});

const draftOf = (asked: AskedBy) =>
  readDraft(asked.deps.writing.table, whose(asked), VacancyDraft, asked.now);

const keep = (asked: AskedBy, draft: VacancyDraft | null) =>
  keepDraft(asked.deps.writing.table, whose(asked), draft, asked.now);

const toQuestion = (question: VacancyQuestion): string => pathTo('listVacancyQuestion', { question });

/** Where somebody begins, or goes on from where they were. */
const start: Page = {
  ...own,
  path: 'listVacancy',
  async get(asked) {
    const draft = await draftOf(asked);
    const goOn = draft?.room ? (firstUnanswered(draft) ?? 'check') : null;
    return {
      title: 'List a vacancy',
      back: paths.vacancies,
      show: <ListVacancyStart goOn={goOn} token={asked.viewer.formToken} />,
    };
  },
  async post(asked) {
    await keep(asked, emptyDraft(asked.deps.writing.newId('listing')));
    return { goTo: toQuestion('room') };
  },
};

/** One of the six questions. */
const question: Page = {
  ...own,
  path: 'listVacancyQuestion',
  get: (asked) => withQuestion(asked, (found) => ask(asked, found, null)),
  post: (asked) =>
    withQuestion(asked, async (found) => {
      const rooms = new Set(found.rooms.map(({ id }) => id));
      const read = readAnswer(found.question, asked.form, found.draft, {
        rooms,
        today: londonDay(asked.now),
      });
      if (read.errors) return ask(asked, found, read.errors);
      await keep(asked, read.draft);
      return { goTo: nextAfter(found.question, read.draft, asked.query.has('change')) };
    }),
};

/** Once all is answered before, or on a change, what is still open comes next; otherwise one question after the other. */
function nextAfter(answered: VacancyQuestion, draft: VacancyDraft, isChange: boolean): string {
  const open = firstUnanswered(draft);
  if (open === null) return paths.listVacancyCheck;
  const next = vacancyQuestions[vacancyQuestions.indexOf(answered) + 1];
  return toQuestion(isChange || next === undefined ? open : next);
}

interface Found {
  readonly question: VacancyQuestion;
  readonly draft: VacancyDraft;
  readonly stock: Stock;
  readonly rooms: readonly RoomChoice[];
}

async function withQuestion(
  asked: AskedBy,
  run: (found: Found) => Answer | Promise<Answer>,
): Promise<Answer> {
  const named = vacancyQuestions.find((one) => one === asked.refs.question);
  if (named === undefined) return refuse('not-found');
  const [draft, stock] = await Promise.all([draftOf(asked), readStock(asked.deps, reading(asked, {}, {}))]);
  if (!stock.ok) return stock;
  if (!draft) return { goTo: paths.listVacancy };
  return run({ question: named, draft, stock: stock.value, rooms: roomChoices(stock.value) });
}

function ask(asked: AskedBy, found: Found, errors: readonly FieldError[] | null): Answer {
  const { question: named, draft, stock } = found;
  const home = stock.homes.find(({ rooms }) => rooms.some(({ id }) => id === draft.room));
  const form = errors ? asked.form : formOf(named, draft, home?.home.notSuitableFor ?? []);
  const before = vacancyQuestions[vacancyQuestions.indexOf(named) - 1];
  const isChange = asked.query.has('change');
  const action = `${toQuestion(named)}${isChange ? '?change=yes' : ''}`;
  const back = isChange
    ? paths.listVacancyCheck
    : before === undefined
      ? paths.listVacancy
      : toQuestion(before);
  const props = { action, question: named, draft, form, errors: errors ?? [], rooms: found.rooms };
  return {
    title: titles(draft)[named],
    status: errors ? 422 : 200,
    back,
    show: <ListVacancyQuestion {...props} token={asked.viewer.formToken} />,
  };
}

const titles = (draft: VacancyDraft): Readonly<Record<VacancyQuestion, string>> => ({
  room: 'Which room is it?',
  empty: 'Is the room empty now?',
  from: fromWords(draft).asked,
  reason: draft.empty === 'yes' ? 'Why is the room empty?' : 'Why will the room be empty?',
  work: 'Does the room need work before somebody moves in?',
  'not-for': 'Who may not be placed in this home?',
});

/** The rooms somebody may list: their own, that are let and have no vacancy. */
function roomChoices({ homes, vacancies }: Stock): RoomChoice[] {
  const offered = new Set<string>(vacancies.map(({ vacancy }) => vacancy.roomId));
  return homes
    .flatMap(({ home, rooms }) =>
      rooms
        .filter((room) => isLettable(room) && !offered.has(room.id))
        .map(({ id }) => ({ id, text: `${home.name}, ${id}` })),
    )
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB', { numeric: true }));
}

const check: Page = {
  ...own,
  path: 'listVacancyCheck',
  get: (asked) => withAnswers(asked, (draft, room) => showCheck(asked, draft, room, [])),
  post: (asked) =>
    withAnswers(asked, async (draft, room) => {
      const written = await listVacancy(asked.deps, callOf(asked, draft));
      if (!written.ok) {
        const { sentence, fix } = refusalWords[written.refusal];
        return showCheck(asked, draft, room, [{ field: 'answers', message: `${sentence} ${fix}` }]);
      }
      await keep(asked, null);
      return { goTo: pathTo('vacancyListed', { vacancyId: written.value.id }) };
    }),
};

async function withAnswers(
  asked: AskedBy,
  run: (draft: VacancyDraft, room: string) => Answer | Promise<Answer>,
): Promise<Answer> {
  const draft = await draftOf(asked);
  if (!draft) return { goTo: paths.listVacancy };
  const open = firstUnanswered(draft);
  if (open !== null) return { goTo: toQuestion(open) };
  const stock = await readStock(asked.deps, reading(asked, {}, {}));
  if (!stock.ok) return stock;
  const home = stock.value.homes.find(({ rooms }) => rooms.some(({ id }) => id === draft.room));
  return run(draft, `${home?.home.name ?? ''}, ${draft.room}`);
}

function showCheck(
  { viewer }: AskedBy,
  draft: VacancyDraft,
  room: string,
  errors: readonly FieldError[],
): Answer {
  return {
    title: 'Check your answers',
    status: errors.length > 0 ? 422 : 200,
    back: toQuestion('not-for'),
    show: <ListVacancyCheck {...{ draft, room, errors }} token={viewer.formToken} />,
  };
}

/** The same key however often the answers are sent; another once they have changed. */
function callOf(asked: AskedBy, { key, room, empty, from, reason, work, notFor }: VacancyDraft) {
  const body = NewVacancy.parse({
    from,
    reason,
    ...(empty !== 'yes' && { expected: empty }),
    ...(work && 'to' in work && { work: { to: work.to, reason: work.kind } }),
    notSuitableFor: notFor,
  });
  return writing(asked, 'list vacancy', { params: { roomId: RoomId.parse(room) }, body, key });
}

const listed: Page = {
  ...own,
  path: 'vacancyListed',
  async get(asked) {
    const vacancyId = refOf(VacancyId, asked.refs.vacancyId);
    if (!vacancyId.ok) return vacancyId;
    const found = await readVacancy(asked.deps, reading(asked, { vacancyId: vacancyId.value }, {}));
    if (!found.ok) return found;
    const { vacancy, homeId } = found.value;
    const home = await readHome(asked.deps, reading(asked, { homeId }, {}));
    if (!home.ok) return home;
    return {
      title: 'Vacancy listed',
      show: (
        <VacancyListedPage
          reference={vacancy.id}
          room={`${home.value.home.name}, ${vacancy.roomId}`}
          from={'from' in vacancy ? sayDay(vacancy.from) : 'an earlier day'}
          isForecast={vacancy.status === 'expected' && vacancy.certainty === 'forecast'}
        />
      ),
    };
  },
};

/** Listing a vacancy, from the first page to the last. */
export const listVacancyPages: readonly Page[] = [start, question, check, listed];
