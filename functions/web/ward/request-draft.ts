import * as z from 'zod';
import { PersonId, Reference } from '../../../shared/domain/ids.ts';
import { type DraftOf, keepDraft, readDraft } from '../../../shared/store/drafts.ts';
import type { Setting } from '../../../shared/web/request-placement/task.ts';
import { type Section, sectionsOf } from '../../../shared/web/request-placement/tasks.ts';
import type { AskedBy } from '../page.ts';

const OneTask = z.record(z.string(), z.string()).optional();

/** What has been answered so far, by task. */
export const RequestDraft = z.object({
  /** Stands for this one request, however often it is sent. */
  key: Reference,
  answers: z.object({
    person: OneTask,
    words: OneTask,
    sharing: OneTask,
    ward: OneTask,
    without: OneTask,
    where: OneTask,
    needs: OneTask,
    home: OneTask,
    risks: OneTask,
    money: OneTask,
  }),
});
export type RequestDraft = z.infer<typeof RequestDraft>;

const whose = ({ who }: AskedBy): DraftOf => ({
  partnership: who.data.partnershipId,
  member: who.id,
  form: 'requestPlacement',
});

export const readRequestDraft = (asked: AskedBy): Promise<RequestDraft | null> =>
  readDraft(asked.deps.writing.table, whose(asked), RequestDraft, asked.now);

export const keepRequestDraft = (asked: AskedBy, draft: RequestDraft | null): Promise<void> =>
  keepDraft(asked.deps.writing.table, whose(asked), draft, asked.now);

/** The reference of the person a draft is for, where they have a record already. */
export function knownPerson(draft: RequestDraft | null): PersonId | null {
  const { known, reference } = draft?.answers.person ?? {};
  return (known === 'yes' && PersonId.safeParse(reference).data) || null;
}

/** The parts of the request as they are asked of somebody. */
export function sectionsFor(asked: AskedBy, draft: RequestDraft | null): readonly Section[] {
  const isKnown = knownPerson(draft) !== null;
  const { needs, home, risks } = draft?.answers ?? {};
  const setting: Setting = {
    programmes: [...asked.deps.models.values()]
      .filter(({ provides }) => provides === 'homes')
      .map(({ id, name, subject }) => ({ value: id, text: name, hint: subject })),
    ward: asked.who.data.hospitalSite,
    isKnown,
    needsAgain: !isKnown || [needs, home, risks].some((one) => one !== undefined),
    isPlace: (text) => asked.placeOf(text) !== null,
  };
  return sectionsOf(setting);
}
