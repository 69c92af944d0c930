import type { FactChanged } from '../../domain/basis.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { Button } from '../components/button.tsx';
import { Checkboxes, Radios } from '../components/choices.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Textarea } from '../components/textarea.tsx';
import { criterionWords, specialWords } from '../placing-words.ts';
import { Criterion, reasonLength } from '../ruling.ts';
import { ChangedSince } from './changed-since.tsx';
import { DecideDetails } from './decide-details.tsx';
import { type VotesSoFar, votesWords } from './votes-words.ts';

export interface DecideProps {
  readonly who: string;
  readonly home: string;
  readonly decides: 'chain' | 'proposal';
  /** Moves that are decided as one; 1 for one alone. */
  readonly links: number;
  readonly special: Proposal['special'];
  readonly votes: VotesSoFar;
  /** Other rooms the person could have instead; empty where no plan named one. */
  readonly alternatives: readonly { readonly value: string; readonly text: string }[];
  /** What changed since the papers, where that is why nothing was decided. */
  readonly changed: readonly FactChanged[] | null;
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  /** Stands for this decision, however often it is sent. */
  readonly sendKey: string;
  /** The versions that were read, of the case and of the proposal in it. */
  readonly versions: { readonly case: number; readonly proposal: number };
}

/** Where a member of the panel says what they decide. */
export function DecidePage(props: DecideProps) {
  const { who, home, links, form, errors, action, token, votes, special, changed } = props;
  const wrong = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const legend = { legendClass: 'govuk-fieldset__legend--m' } as const;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">What do you decide?</h1>
        <p class="govuk-body">
          {who}: a home at {home}.
          {links > 1 && ` ${links} moves hang together. You decide on all of them as one.`}
        </p>
        {special.map((one) => (
          <p class="govuk-inset-text" key={one}>
            {specialWords[one]}
          </p>
        ))}
        <p class="govuk-body">
          This is your vote. {votesWords(votes)} Nobody who proposed the move, asked for the place or works
          with the person can vote.
        </p>
        {changed && <ChangedSince changes={changed} />}
        <Form action={action} token={token}>
          <Hidden {...props} />
          <Radios
            {...{ id: 'outcome', name: 'outcome', error: wrong('outcome'), ...legend }}
            value={form.get('outcome') ?? undefined}
            label="Your decision"
            choices={choicesOf(props)}
          />
          <DecideDetails form={form} alternatives={props.alternatives} wrong={wrong} />
          <Checkboxes
            {...{ id: 'criteria', name: 'criteria', error: wrong('criteria'), ...legend }}
            label="What does it rest on?"
            hint="Choose all that matter."
            class="govuk-checkboxes--small"
            values={form.getAll('criteria')}
            choices={Criterion.options.map((one) => ({ value: one, text: criterionWords[one] }))}
          />
          <Textarea
            {...{ id: 'reason', name: 'reason', error: wrong('reason') }}
            value={form.get('reason') ?? undefined}
            label="Your reason, in your own words"
            labelClass="govuk-label--m"
            hint="At least 20 characters. It stands in the minutes."
            most={reasonLength.most}
          />
          <Button text="Record my decision" />
        </Form>
      </div>
    </div>
  );
}

function Hidden({ decides, sendKey, versions }: DecideProps) {
  return (
    <>
      <input type="hidden" name="decides" value={decides} />
      <input type="hidden" name="key" value={sendKey} />
      <input type="hidden" name="version" value={String(versions.case)} />
      <input type="hidden" name="proposalVersion" value={String(versions.proposal)} />
    </>
  );
}

/** What can be decided. What ends or stops one move of several says so. */
function choicesOf({ links, alternatives }: DecideProps) {
  const alone = links > 1 ? ' Only this move is meant; the others wait or end with it.' : '';
  return [
    { value: 'approve', text: links > 1 ? 'Approve the moves' : 'Approve the move' },
    { value: 'approveWithConditions', text: 'Approve with conditions' },
    { value: 'defer', text: 'Put it off', hint: `Something is missing. The clock stands still.${alone}` },
    {
      value: 'decline',
      text: links > 1 ? 'Decline the moves' : 'Decline the move',
      hint: 'The person keeps their place in the queue.',
    },
    ...(alternatives.length > 0
      ? [
          {
            value: 'preferAlternative',
            text: 'Prefer another room',
            hint: `This proposal ends, and somebody proposes the other room.${alone}`,
          },
        ]
      : []),
  ];
}
