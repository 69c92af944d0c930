import type { Action } from '../../shared/access/actions.ts';
import { Reference } from '../../shared/domain/ids.ts';
import type { Outcome } from '../../shared/domain/outcome.ts';
import { refusalWords } from '../../shared/domain/refusal-words.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import type { FieldError } from '../../shared/web/components/error-summary.tsx';
import type { PathName } from '../../shared/web/paths.ts';
import type { Answer, AskedBy, Page } from './page.ts';

/** What a form is shown with. */
export interface FormShown {
  /** The answers as they stand. */
  readonly said: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly token: string;
  /** Stands for what is sent, however often: another one each time, as what is sent after a refusal is something new. */
  readonly sendKey: string;
}

/** A page with one form about something that is found by the address. */
interface FormPage<Found, Said> {
  readonly path: PathName;
  readonly action: Action;
  readonly at: PathName;
  readonly find: (asked: AskedBy) => Promise<Outcome<Found>>;
  readonly show: (asked: AskedBy, found: Found, form: FormShown) => Answer | Promise<Answer>;
  readonly read: (
    form: URLSearchParams,
  ) => { readonly said: Said } | { readonly errors: readonly FieldError[] };
  readonly send: (asked: AskedBy, found: Found, said: Said, key: string) => Promise<Outcome<unknown>>;
  /** Where it leads once it is done. */
  readonly leadsTo: (found: Found) => string;
  /** Which answer a refusal is about. */
  readonly fieldOf: (refusal: Refusal) => string;
}

/** What is wrong is said beside what was written, 422; what stands in the way likewise, 409; nothing is done twice. */
export function formPage<Found, Said>(form: FormPage<Found, Said>): Page {
  const show = async (
    asked: AskedBy,
    found: Found,
    errors: readonly FieldError[],
    status: 200 | 409 | 422,
  ): Promise<Answer> => {
    const sendKey = asked.deps.writing.newId('form');
    const shown = await form.show(asked, found, {
      ...{ errors, sendKey, said: asked.form, token: asked.viewer.formToken },
    });
    return 'show' in shown ? { ...shown, status } : shown;
  };
  return {
    path: form.path,
    action: form.action,
    at: form.at,
    async get(asked) {
      const found = await form.find(asked);
      return found.ok ? show(asked, found.value, [], 200) : found;
    },
    async post(asked) {
      const found = await form.find(asked);
      if (!found.ok) return found;
      const read = form.read(asked.form);
      if ('errors' in read) return show(asked, found.value, read.errors, 422);
      const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('form');
      const taken = await form.send(asked, found.value, read.said, key);
      if (taken.ok) return { goTo: form.leadsTo(found.value) };
      const { sentence, fix } = refusalWords[taken.refusal];
      const error = { field: form.fieldOf(taken.refusal), message: `${sentence} ${fix}` };
      return show(asked, found.value, [error], 409);
    },
  };
}
