import { DeclineReason } from '../../domain/declined-move.ts';
import { TermId } from '../../domain/policy.ts';
import { Button } from '../components/button.tsx';
import { Checkboxes, Radios } from '../components/choices.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import { declineWords, termWords } from '../placing-words.ts';
import { reasonLength } from '../ruling.ts';

interface DecideProps {
  readonly who: string;
  readonly home: string;
  readonly decides: 'chain' | 'proposal';
  /** Moves that are decided as one; 1 for one alone. */
  readonly links: number;
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  /** Stands for this decision, however often it is sent. */
  readonly sendKey: string;
  /** The version of the case that was read. */
  readonly version: number;
}

export function DecidePage(props: DecideProps) {
  const { who, home, links, form, errors, action, token, sendKey, version } = props;
  const said = (name: string): string | undefined => form.get(name) ?? undefined;
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
        <p class="govuk-body">
          This is your vote. Once enough members agree, the case is decided with it. Nobody who proposed the
          move, asked for the place or works with the person can vote.
        </p>
        <Form action={action} token={token}>
          <input type="hidden" name="decides" value={props.decides} />
          <input type="hidden" name="key" value={sendKey} />
          <input type="hidden" name="version" value={String(version)} />
          <Radios
            {...{
              id: 'outcome',
              name: 'outcome',
              error: wrong('outcome'),
              value: said('outcome'),
              ...legend,
            }}
            label="Your decision"
            choices={[
              { value: 'approve', text: 'Approve the move' },
              {
                value: 'decline',
                text: 'Decline the move',
                hint: 'The person keeps their place in the queue.',
              },
            ]}
          />
          <Select
            {...{ id: 'decline-reason', name: 'decline-reason', value: said('decline-reason') }}
            error={wrong('decline-reason')}
            label="If you decline, the main reason against the move"
            labelClass="govuk-label--m"
            options={[
              { value: '', text: 'Choose a reason' },
              ...DeclineReason.options.map((one) => ({ value: one, text: declineWords[one] })),
            ]}
          />
          <Checkboxes
            {...{ id: 'criteria', name: 'criteria', error: wrong('criteria'), ...legend }}
            label="What does it rest on?"
            hint="Choose all that matter."
            values={form.getAll('criteria')}
            choices={TermId.options.map((one) => ({ value: one, text: termWords[one] }))}
          />
          <Textarea
            {...{ id: 'reason', name: 'reason', error: wrong('reason'), value: said('reason') }}
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
