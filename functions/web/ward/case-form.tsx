import { londonDay } from '../../../shared/domain/day.ts';
import { Reference } from '../../../shared/domain/ids.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { type Answers, type FormField, readFields } from '../../../shared/web/form-fields.ts';
import { CaseFormPage } from '../../../shared/web/pages/case-form.tsx';
import { type PathName, pathTo } from '../../../shared/web/paths.ts';
import type { Answer, AskedBy, Page } from '../page.ts';
import { type FoundPatient, findPatient } from './find-patient.ts';

/** What is asked of a ward about one patient on a page of its own. */
export interface Asking {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly fields: readonly FormField[];
  readonly button: string;
  /** How its form stands at first. */
  readonly first?: Answers;
}

/** What a form was sent with. */
export interface Sent {
  readonly answers: Answers;
  readonly key: string;
  /** The version of the request that was read. */
  readonly version: number;
}

export interface CaseForm {
  readonly path: Extract<PathName, `patient${string}`>;
  /** Null where there is nothing to ask: it leads to the page of the patient. */
  readonly ask: (found: FoundPatient, asked: AskedBy) => Asking | null | Promise<Asking | null>;
  readonly send: (asked: AskedBy, found: FoundPatient, sent: Sent) => Promise<Outcome<unknown>>;
  /** What the page of the patient then says, as its address names it. */
  readonly done: string;
}

/** A page with one form about one patient: what is wrong is said beside what was written, and nothing is sent twice. */
export const caseFormPage = (kind: CaseForm): Page => ({
  path: kind.path,
  action: 'discharges.record',
  at: 'patients',
  get: (asked) => withAsking(asked, kind, (found, asking) => show(asked, kind, found, asking)),
  async post(asked) {
    return withAsking(asked, kind, async (found, asking) => {
      const { answers, errors } = readFields(asking.fields, asked.form, londonDay(asked.now));
      const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('sent');
      if (errors.length > 0) return show(asked, kind, found, asking, { errors, key });
      const version = Number(asked.form.get('version'));
      const sent = await kind.send(asked, found, { answers, key, version });
      const { requestId } = found;
      if (sent.ok) return { goTo: `${pathTo('patient', { requestId })}?done=${kind.done}` };
      const { sentence, fix } = refusalWords[sent.refusal];
      const error = { field: firstOf(asking), message: `${sentence} ${fix}` };
      return show(asked, kind, found, asking, { errors: [error], isRefused: true });
    });
  },
});

/** Where an error leads that is about no one question. */
function firstOf({ fields: [first] }: Asking): string {
  if (!first) return 'main-content';
  return first.kind === 'day' ? `${first.name}-day` : first.name;
}

async function withAsking(
  asked: AskedBy,
  kind: CaseForm,
  run: (found: FoundPatient, asking: Asking) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = await findPatient(asked);
  if (!found.ok) return found;
  const asking = await kind.ask(found.value, asked);
  return asking === null
    ? { goTo: pathTo('patient', { requestId: found.value.requestId }) }
    : run(found.value, asking);
}

interface Wrong {
  readonly errors: readonly FieldError[];
  readonly key?: string;
  readonly isRefused?: boolean;
}

function show(
  asked: AskedBy,
  { path }: CaseForm,
  { requestId, who, reference, file }: FoundPatient,
  { first = {}, ...asking }: Asking,
  { errors, key, isRefused = false }: Wrong = { errors: [] },
): Answer {
  const form = errors.length > 0 ? asked.form : new URLSearchParams(first);
  return {
    title: asking.heading,
    status: errors.length === 0 ? 200 : isRefused ? 409 : 422,
    back: pathTo('patient', { requestId }),
    show: (
      <CaseFormPage
        {...asking}
        {...{ form, errors }}
        who={who === reference ? reference : `${who} · ${reference}`}
        action={pathTo(path, { requestId })}
        // What is sent after a refusal is another deed.
        sendKey={key ?? asked.deps.writing.newId('sent')}
        version={file.version}
        token={asked.viewer.formToken}
      />
    ),
  };
}
