import { ProposalId, Reference } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusals.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { recordView } from '../../../shared/usecases/proposals/record-view.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { ViewPage } from '../../../shared/web/pages/view.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { readView } from '../../../shared/web/view-said.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';
import { titleOf } from './person-title.ts';

type Proposal = Extract<Awaited<ReturnType<typeof readProposal>>, { ok: true }>['value']['proposal'];

/** Where a worker or a ward writes down what somebody thinks of a move, in the person's own words. */
export const viewPage: Page = {
  path: 'personView',
  action: 'views.write',
  at: 'people',
  async get(asked) {
    const found = await find(asked);
    return found.ok ? show(asked, found.value, []) : found;
  },
  async post(asked) {
    const found = await find(asked);
    if (!found.ok) return found;
    const read = readView(asked.form);
    if ('errors' in read) return show(asked, found.value, read.errors);
    const { id: proposalId, personId } = found.value;
    const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('view-sent');
    const { said } = read;
    const body = 'optionsShown' in said ? { ...said, optionsShown: [...said.optionsShown] } : said;
    const taken = await recordView(
      asked.deps,
      writing(asked, 'record view', { params: { proposalId }, body, key }),
    );
    if (taken.ok) return { goTo: pathTo('person', { personId }) };
    const { sentence, fix } = refusalWords[taken.refusal];
    return show(asked, found.value, [{ field: fieldOf(taken.refusal), message: `${sentence} ${fix}` }], 409);
  },
};

const fieldOf = (refusal: string): string => (refusal === 'options-not-shown' ? 'only-one' : 'answer');

/** A move on which somebody may still say what they think. */
async function find(asked: AskedBy) {
  const proposalId = refOf(ProposalId, asked.refs.proposalId);
  if (!proposalId.ok) return proposalId;
  const found = await readProposal(asked.deps, reading(asked, { proposalId: proposalId.value }, {}));
  if (!found.ok) return found;
  const { proposal } = found.value;
  if (!proposal.status.startsWith('awaiting') && asked.form.size === 0)
    return refuse('transition-not-allowed', { proposalId: proposal.id, state: proposal.status });
  return { ok: true as const, value: proposal };
}

async function show(
  asked: AskedBy,
  proposal: Proposal,
  errors: readonly FieldError[],
  status: 409 | 422 = 422,
): Promise<Answer> {
  const { id: proposalId, personId, homeId, moveOn, alternatives } = proposal;
  const [person, home] = await Promise.all([
    readPerson(asked.deps, reading(asked, { personId }, {})),
    readHome(asked.deps, reading(asked, { homeId }, {})),
  ]);
  if (!person.ok) return person;
  return {
    title: 'What do they think?',
    status: errors.length === 0 ? 200 : status,
    back: pathTo('person', { personId }),
    show: (
      <ViewPage
        title={titleOf(person.value)}
        home={home.ok ? home.value.home.name : homeId}
        moveOn={moveOn}
        others={alternatives?.map((roomId) => ({ roomId, text: `Room ${roomId}` })) ?? null}
        {...{ errors, said: asked.form, token: asked.viewer.formToken }}
        action={pathTo('personView', { proposalId })}
        sendKey={asked.deps.writing.newId('view-sent')}
      />
    ),
  };
}
