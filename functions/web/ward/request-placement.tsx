import { londonDay } from '../../../shared/domain/day.ts';
import { PersonId, Reference, RequestId } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import type { Refusal } from '../../../shared/domain/refusals.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readRequest } from '../../../shared/usecases/requests/read-request.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { type Answers, formOfAnswers } from '../../../shared/web/form-fields.ts';
import { RequestPlacementTask, RequestPlacementTasks } from '../../../shared/web/pages/request-placement.tsx';
import { RequestPlacementCheck, RequestSentPage } from '../../../shared/web/pages/request-placement-end.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { isDone, readTask, type Task } from '../../../shared/web/request-placement/task.ts';
import { type Answer, type AskedBy, type Page, reading, refOf } from '../page.ts';
import {
  keepRequestDraft,
  knownPerson,
  type RequestDraft,
  readRequestDraft,
  sectionsFor,
} from './request-draft.ts';
import { requestReference, sendRequest } from './send-request.ts';

// Only wards record that somebody left hospital, and only they ask for a place from there.
const own = { action: 'discharges.record', at: 'patients' } as const;

const doneIn = (draft: RequestDraft | null, { now }: AskedBy) => {
  const today = londonDay(now);
  return (task: Task): boolean => isDone(task, draft?.answers[task.id], today);
};

const overview: Page = {
  ...own,
  path: 'requestPlacement',
  async get(asked) {
    const draft = await readRequestDraft(asked);
    return {
      title: 'Request a placement',
      back: paths.patients,
      show: (
        <RequestPlacementTasks
          sections={sectionsFor(asked, draft)}
          isDone={doneIn(draft, asked)}
          hasBegun={draft !== null}
          token={asked.viewer.formToken}
        />
      ),
    };
  },
  async post(asked) {
    await keepRequestDraft(asked, null);
    return { goTo: paths.requestPlacement };
  },
};

interface Found {
  readonly draft: RequestDraft | null;
  readonly task: Task;
}

const onePart: Page = {
  ...own,
  path: 'requestPlacementTask',
  get: (asked) =>
    withTask(asked, ({ draft, task }) => {
      const answers = draft?.answers[task.id] ?? firstAnswers(task);
      return showTask(asked, { draft, task }, formOfAnswers(task.fields, answers), []);
    }),
  post: (asked) =>
    withTask(asked, async (found) => {
      const { task, draft } = found;
      const { answers, errors } = readTask(task, asked.form, londonDay(asked.now));
      const wrong = errors.length > 0 ? errors : await wrongPerson(asked, task, answers);
      if (wrong.length > 0) return showTask(asked, found, asked.form, wrong);
      const key = draft?.key ?? Reference.parse(asked.deps.writing.newId('asked'));
      await keepRequestDraft(asked, { key, answers: { ...draft?.answers, [task.id]: answers } });
      return { goTo: asked.query.has('change') ? paths.requestPlacementCheck : paths.requestPlacement };
    }),
};

/** What most answer, so that nobody types it. */
const firstAnswers = (task: Task): Answers => (task.id === 'home' ? { adults: '1', children: '0' } : {});

async function withTask(asked: AskedBy, run: (found: Found) => Answer | Promise<Answer>): Promise<Answer> {
  const draft = await readRequestDraft(asked);
  const tasks = sectionsFor(asked, draft).flatMap((section) => section.tasks);
  const task = tasks.find(({ id }) => id === asked.refs.task);
  return task ? run({ draft, task }) : refuse('not-found');
}

/** Whoever is not theirs, and whoever is not there, read alike. */
async function wrongPerson(asked: AskedBy, { id }: Task, answers: Answers): Promise<FieldError[]> {
  if (id !== 'person' || answers.known !== 'yes') return [];
  const personId = PersonId.safeParse(answers.reference).data;
  const found = personId && (await readPerson(asked.deps, reading(asked, { personId }, {})));
  if (found?.ok && found.value.level === 'identity') return [];
  return [{ field: 'reference', message: 'None of your patients has this reference' }];
}

function showTask(
  asked: AskedBy,
  { draft, task }: Found,
  form: URLSearchParams,
  errors: readonly FieldError[],
): Answer {
  const isChange = asked.query.has('change');
  const action = `${pathTo('requestPlacementTask', { task: task.id })}${isChange ? '?change=yes' : ''}`;
  return {
    title: task.title,
    status: errors.length > 0 ? 422 : 200,
    back: isChange ? paths.requestPlacementCheck : paths.requestPlacement,
    show: (
      <RequestPlacementTask
        {...{ action, task, form, errors }}
        isKnown={knownPerson(draft) !== null}
        token={asked.viewer.formToken}
      />
    ),
  };
}

const check: Page = {
  ...own,
  path: 'requestPlacementCheck',
  get: (asked) => withAll(asked, (draft) => showCheck(asked, draft, null)),
  async post(asked) {
    const sent = await sentBefore(asked);
    if (sent !== null) return { goTo: sent };
    return withAll(asked, async (draft) => {
      const written = await sendRequest(asked, draft.key, draft.answers);
      if (!written.ok) return showCheck(asked, draft, written.refusal);
      await keepRequestDraft(asked, null);
      return { goTo: pathTo('requestSent', { requestId: written.value }) };
    });
  },
};

/** Where a request stands that was sent from the same form before; null where it was not. */
async function sentBefore(asked: AskedBy): Promise<string | null> {
  const key = Reference.safeParse(asked.form.get('key')).data;
  if (key === undefined) return null;
  const requestId = RequestId.safeParse(requestReference(key)).data;
  if (requestId === undefined) return null;
  const found = await readRequest(asked.deps, reading(asked, { requestId }, {}));
  if (!found.ok) return null;
  const draft = await readRequestDraft(asked);
  if (draft?.key === key) await keepRequestDraft(asked, null);
  return pathTo('requestSent', { requestId });
}

async function withAll(
  asked: AskedBy,
  run: (draft: RequestDraft) => Answer | Promise<Answer>,
): Promise<Answer> {
  const draft = await readRequestDraft(asked);
  const isAnswered = doneIn(draft, asked);
  const tasks = sectionsFor(asked, draft).flatMap((section) => section.tasks);
  const isOpen = tasks.some((task) => !isAnswered(task) && !task.optional);
  return draft && !isOpen ? run(draft) : { goTo: paths.requestPlacement };
}

function showCheck(asked: AskedBy, draft: RequestDraft, refusal: Refusal | null): Answer {
  const errors = refusal === null ? [] : [{ field: 'answers', message: refusedWords(refusal) }];
  return {
    title: 'Check your answers',
    status: refusal === null ? 200 : 422,
    back: paths.requestPlacement,
    show: (
      <RequestPlacementCheck
        sections={sectionsFor(asked, draft)}
        answersOf={({ id }) => draft.answers[id]}
        sendKey={draft.key}
        errors={errors}
        token={asked.viewer.formToken}
      />
    ),
  };
}

function refusedWords(refusal: Refusal): string {
  if (refusal === 'already-exists') return 'There is a live request for this person already.';
  const { sentence, fix } = refusalWords[refusal];
  return `${sentence} ${fix}`;
}

const sent: Page = {
  ...own,
  path: 'requestSent',
  async get(asked) {
    const requestId = refOf(RequestId, asked.refs.requestId);
    if (!requestId.ok) return requestId;
    const found = await readRequest(asked.deps, reading(asked, { requestId: requestId.value }, {}));
    if (!found.ok) return found;
    const { id } = found.value.request;
    return {
      title: 'Request sent',
      show: <RequestSentPage reference={id} caseAt={pathTo('patient', { requestId: id })} />,
    };
  },
};

/** Asking for a place for a patient, from the first part to what happens next. */
export const requestPlacementPages: readonly Page[] = [overview, onePart, check, sent];
