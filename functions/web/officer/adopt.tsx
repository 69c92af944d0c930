import { londonDay, sayDay, sayDayShort } from '../../../shared/domain/day.ts';
import { ProposalId, Reference } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { adoptSuggestion } from '../../../shared/usecases/proposals/adopt-suggestion.ts';
import { readChain, readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { readFields } from '../../../shared/web/form-fields.ts';
import { ChainPart } from '../../../shared/web/pages/pack-chain.tsx';
import { PlanOnItsWay, ProposalMadePage, ProposePage } from '../../../shared/web/pages/propose.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { adoptFields } from '../../../shared/web/propose-fields.ts';
import { counted } from '../../../shared/web/words.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';
import { type FoundOptions, findOptions, madeAlready } from './find-vacancy.ts';
import { readChains } from './planned-chains.ts';

type Moves = readonly NonNullable<FoundOptions['options']['suggestion']>[];

interface Found extends FoundOptions {
  readonly suggestion: Moves[number];
  /** The whole chain it belongs to, in the order of the moves. */
  readonly moves: Moves;
}

/** Adopting what the plan suggests for a room. */
const adopt: Page = {
  path: 'adopt',
  action: 'proposals.make',
  at: 'vacancies',
  get: (asked) => withSuggestion(asked, (found) => show(asked, found)),
  async post(asked) {
    const made = await madeAlready(asked);
    if (made !== null) return { goTo: made };
    return withSuggestion(asked, async (found) => {
      const fields = fieldsOf(found);
      const { answers, errors } = readFields(fields, asked.form, londonDay(asked.now));
      if (errors.length > 0) return show(asked, found, errors);
      const wholeChain = fields.length === 0 ? found.moves.length > 1 : answers.whole === 'yes';
      const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('sent');
      const sent = { params: { suggestionId: found.suggestion.id }, body: { wholeChain }, key };
      const adopted = await adoptSuggestion(asked.deps, writing(asked, 'adopt suggestion', sent));
      if (!adopted.ok) {
        const { sentence, fix } = refusalWords[adopted.refusal];
        return show(asked, found, [{ field: 'main-content', message: `${sentence} ${fix}` }]);
      }
      const [first] = adopted.value.proposals;
      return first ? { goTo: pathTo('proposalMade', { proposalId: first.id }) } : refuse('not-found');
    });
  },
};

const fieldsOf = ({ moves, suggestion }: Found) => adoptFields(moves.length, moves[0]?.id === suggestion.id);

async function withSuggestion(
  asked: AskedBy,
  run: (found: Found) => Answer | Promise<Answer>,
): Promise<Answer> {
  const options = await findOptions(asked);
  if (!options.ok) return options;
  const { suggestion } = options.value.options;
  const back = pathTo('whoCouldLiveHere', { vacancyId: options.value.vacancyId });
  if (suggestion === null) return { goTo: back };
  const moves = await chainOf(asked, suggestion);
  if (!moves.ok) return moves.refusal === 'plan-out-of-date' ? notYet(back) : moves;
  return run({ ...options.value, suggestion, moves: moves.value });
}

/** What is on record has changed since the last plan: the next one, a few minutes later, can be adopted. */
const notYet = (back: string): Answer => ({
  title: 'A new plan is on its way',
  status: 409,
  back,
  show: <PlanOnItsWay back={back} />,
});

/** The moves of the plan in force that hang together with one. Until a new plan is in force, what it would suggest cannot be adopted. */
async function chainOf(asked: AskedBy, suggestion: Moves[number]): Promise<Outcome<Moves>> {
  const chains = await readChains(asked);
  if (!chains.ok) return chains.refusal === 'not-found' ? refuse('plan-out-of-date') : chains;
  const chain = chains.value.find(({ suggestions }) => suggestions.some(({ id }) => id === suggestion.id));
  return chain ? done(chain.suggestions) : refuse('plan-out-of-date');
}

function show(asked: AskedBy, found: Found, errors: readonly FieldError[] = []): Answer {
  const { vacancyId, room, suggestion, moves } = found;
  return {
    title: 'Adopt the suggestion',
    status: errors.length > 0 ? 422 : 200,
    back: pathTo('whoCouldLiveHere', { vacancyId }),
    show: (
      <ProposePage
        heading="Adopt the suggestion"
        rows={[
          { key: 'Room', value: room },
          { key: 'Person', value: suggestion.personId },
          { key: 'First night', value: sayDay(suggestion.moveOn) },
          { key: 'Fit', value: String(suggestion.points) },
          { key: 'Other rooms that fit them', value: suggestion.otherRoomsThatFit.join(', ') || 'None' },
        ]}
        fields={fieldsOf(found)}
        button="Propose this home"
        action={pathTo('adopt', { vacancyId })}
        form={asked.form}
        errors={errors}
        sendKey={asked.deps.writing.newId('sent')}
        token={asked.viewer.formToken}
      >
        {moves.length > 1 ? <Chain {...{ moves, suggestion }} /> : undefined}
      </ProposePage>
    ),
  };
}

function Chain({ moves, suggestion }: Pick<Found, 'moves' | 'suggestion'>) {
  const links = moves.map(({ personId, fromRoomId, roomId, moveOn }) => ({
    who: personId,
    from: fromRoomId,
    to: roomId,
    on: sayDayShort(moveOn),
  }));
  return (
    <>
      <h2 class="govuk-heading-m">{counted(moves.length, 'move')} that hang together</h2>
      <ChainPart links={links} place={moves.findIndex(({ id }) => id === suggestion.id) + 1} />
    </>
  );
}

const steps: Readonly<Record<string, string>> = {
  awaitingPerson: 'Their ward or support worker asks the person what they think, and shows them other rooms.',
  awaitingProvider: 'The provider says whether they can support the person.',
  awaitingPanel: 'A panel decides. You cannot decide on it, as you proposed it.',
};

const made: Page = {
  path: 'proposalMade',
  action: 'proposals.make',
  at: 'vacancies',
  async get(asked) {
    const proposalId = refOf(ProposalId, asked.refs.proposalId);
    if (!proposalId.ok) return proposalId;
    const found = await readProposal(asked.deps, reading(asked, { proposalId: proposalId.value }, {}));
    if (!found.ok) return found;
    const { id, chainId, personId, roomId, moveOn, alternatives } = found.value.proposal;
    const chain = chainId === null ? null : await readChain(asked.deps, reading(asked, { chainId }, {}));
    const links = chain?.ok ? chain.value.proposals.length : 1;
    return {
      title: 'Home proposed',
      show: (
        <ProposalMadePage
          reference={id}
          rows={[
            { key: 'Person', value: personId },
            { key: 'Room', value: roomId },
            { key: 'First night', value: sayDay(moveOn) },
            { key: 'Other rooms to show them', value: alternatives?.join(', ') || 'None' },
            ...(links > 1 ? [{ key: 'Moves decided as one', value: String(links) }] : []),
          ]}
          next={found.value.proposal.steps.flatMap((step) => steps[step] ?? [])}
        />
      ),
    };
  },
};

/** Adopting a suggestion, and what comes after a proposal was made. */
export const adoptPages: readonly Page[] = [adopt, made];
