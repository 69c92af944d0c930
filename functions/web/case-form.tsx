import type { Action } from '../../shared/access/actions.ts';
import { londonDay } from '../../shared/domain/day.ts';
import { Reference } from '../../shared/domain/ids.ts';
import type { Outcome } from '../../shared/domain/outcome.ts';
import { refusalWords } from '../../shared/domain/refusal-words.ts';
import type { FieldError } from '../../shared/web/components/error-summary.tsx';
import { type Answers, type FormField, formOfAnswers, readFields } from '../../shared/web/form-fields.ts';
import { CaseFormPage } from '../../shared/web/pages/case-form.tsx';
import type { PathName } from '../../shared/web/paths.ts';
import type { Answer, AskedBy, Page } from './page.ts';

/** What is asked about one person on a page of its own. */
export interface Asking {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly fields: readonly FormField[];
  readonly button: string;
  /** How its form stands at first. */
  readonly first?: Answers;
  /** What is wrong with the answers together, once each is right. */
  readonly wrong?: (answers: Answers) => readonly FieldError[];
}

/** What a form was sent with. */
export interface Sent {
  readonly answers: Answers;
  readonly key: string;
  /** The version of what was read. */
  readonly version: number;
}

/** Whom a form is about, and where it stands. */
export interface Standing {
  readonly who: string;
  /** Of what somebody has read. */
  readonly version: number;
  /** The address of the form. */
  readonly at: string;
  /** The page it belongs to, which it leads back to. */
  readonly back: string;
}

export interface CaseForm<Found> {
  readonly path: PathName;
  readonly action: Action;
  /** The way of the menu it belongs to. */
  readonly at: PathName;
  readonly find: (asked: AskedBy) => Promise<Outcome<Found>>;
  readonly standing: (found: Found, asked: AskedBy) => Standing;
  /** Null where there is nothing to ask: it leads back. */
  readonly ask: (found: Found, asked: AskedBy) => Asking | null | Promise<Asking | null>;
  readonly send: (asked: AskedBy, found: Found, sent: Sent) => Promise<Outcome<unknown>>;
  /** What the page it leads back to then says, as its address names it. */
  readonly done: (found: Found, asked: AskedBy) => string;
}

/** A page with one form about one person: what is wrong is said beside what was written, and nothing is sent twice. */
export const caseFormPage = <Found,>(kind: CaseForm<Found>): Page => ({
  path: kind.path,
  action: kind.action,
  at: kind.at,
  get: (asked) =>
    withAsking(asked, kind, (found, asking) => show(asked, kind.standing(found, asked), asking)),
  async post(asked) {
    return withAsking(asked, kind, async (found, asking) => {
      const standing = kind.standing(found, asked);
      const { answers, errors: each } = readFields(asking.fields, asked.form, londonDay(asked.now));
      const errors = each.length > 0 ? each : (asking.wrong?.(answers) ?? []);
      const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('sent');
      if (errors.length > 0) return show(asked, standing, asking, { errors, key });
      const version = Number(asked.form.get('version'));
      const sent = await kind.send(asked, found, { answers, key, version });
      if (sent.ok) return { goTo: `${standing.back}?done=${kind.done(found, asked)}` };
      const { sentence, fix } = refusalWords[sent.refusal];
      const error = { field: firstOf(asking), message: `${sentence} ${fix}` };
      return show(asked, standing, asking, { errors: [error], isRefused: true });
    });
  },
});

/** Where an error leads that is about no one question. */
function firstOf({ fields: [first] }: Asking): string {
  if (!first) return 'main-content';
  return first.kind === 'day' ? `${first.name}-day` : first.name;
}

async function withAsking<Found>(
  asked: AskedBy,
  kind: CaseForm<Found>,
  run: (found: Found, asking: Asking) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = await kind.find(asked);
  if (!found.ok) return found;
  const asking = await kind.ask(found.value, asked);
  return asking === null ? { goTo: kind.standing(found.value, asked).back } : run(found.value, asking);
}

interface Wrong {
  readonly errors: readonly FieldError[];
  readonly key?: string;
  readonly isRefused?: boolean;
}

function show(
  asked: AskedBy,
  { who, version, at, back }: Standing,
  { first = {}, heading, intro, fields, button }: Asking,
  { errors, key, isRefused = false }: Wrong = { errors: [] },
): Answer {
  const form = errors.length > 0 ? asked.form : formOfAnswers(fields, first);
  return {
    title: heading,
    status: errors.length === 0 ? 200 : isRefused ? 409 : 422,
    back,
    show: (
      <CaseFormPage
        {...{ heading, intro, fields, button }}
        {...{ form, errors, who, version }}
        action={at}
        // What is sent after a refusal is another deed.
        sendKey={key ?? asked.deps.writing.newId('sent')}
        token={asked.viewer.formToken}
      />
    ),
  };
}
