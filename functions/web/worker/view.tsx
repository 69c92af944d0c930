import { ProposalId } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { recordView } from '../../../shared/usecases/proposals/record-view.ts';
import { ViewPage } from '../../../shared/web/pages/view.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { readView } from '../../../shared/web/view-said.ts';
import { type FormShown, formPage } from '../form-page.ts';
import { type Answer, type AskedBy, reading, refOf, writing } from '../page.ts';
import { titleOf } from './person-title.ts';

type Proposal = Extract<Awaited<ReturnType<typeof readProposal>>, { ok: true }>['value']['proposal'];

interface Found {
  readonly proposal: Proposal;
  /** The page of the person: a ward has one of its own. */
  readonly back: string;
}

/** Where a worker or a ward writes down what somebody thinks of a move, in the person's own words. */
export const viewPage = formPage({
  path: 'personView',
  action: 'views.write',
  at: 'people',
  find,
  show,
  read: readView,
  send(asked, { proposal: { id: proposalId } }, said, key) {
    const body = 'optionsShown' in said ? { ...said, optionsShown: [...said.optionsShown] } : said;
    return recordView(asked.deps, writing(asked, 'record view', { params: { proposalId }, body, key }));
  },
  leadsTo: ({ back }) => `${back}?done=asked`,
  fieldOf: (refusal) => (refusal === 'options-not-shown' ? 'only-one' : 'answer'),
});

async function find(asked: AskedBy): Promise<Outcome<Found>> {
  const proposalId = refOf(ProposalId, asked.refs.proposalId);
  if (!proposalId.ok) return proposalId;
  const found = await readProposal(asked.deps, reading(asked, { proposalId: proposalId.value }, {}));
  if (!found.ok) return found;
  const { proposal } = found.value;
  const { personId, requestId } = proposal;
  const isWard = asked.who.data.roles.includes('wardCoordinator');
  return done({ proposal, back: isWard ? pathTo('patient', { requestId }) : pathTo('person', { personId }) });
}

async function show(asked: AskedBy, { proposal, back }: Found, form: FormShown): Promise<Answer> {
  // What was sent before may be sent again; there is nothing to ask any more.
  if (!proposal.status.startsWith('awaiting'))
    return refuse('transition-not-allowed', { proposalId: proposal.id, state: proposal.status });
  const { id: proposalId, personId, homeId, moveOn, alternatives } = proposal;
  const [person, home] = await Promise.all([
    readPerson(asked.deps, reading(asked, { personId }, {})),
    readHome(asked.deps, reading(asked, { homeId }, {})),
  ]);
  if (!person.ok) return person;
  return {
    title: 'What do they think?',
    back,
    show: (
      <ViewPage
        title={titleOf(person.value)}
        home={home.ok ? home.value.home.name : homeId}
        moveOn={moveOn}
        others={alternatives?.map((roomId) => ({ roomId, text: `Room ${roomId}` })) ?? null}
        {...form}
        action={pathTo('personView', { proposalId })}
      />
    ),
  };
}
