import { Button, ButtonLink } from '../components/button.tsx';
import { Checkboxes, type Choice } from '../components/choices.tsx';
import { DateInput } from '../components/date-input.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { dateBoxes } from '../date-answer.ts';

interface PanelNewProps {
  readonly chairs: readonly string[];
  readonly members: readonly string[];
  /** The proposals that wait for a panel. */
  readonly waiting: readonly Choice[];
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  readonly sendKey: string;
}

/** Where a panel is called: when, who sits on it, and what it decides. */
export function PanelNewPage({
  chairs,
  members,
  waiting,
  form,
  errors,
  action,
  token,
  sendKey,
}: PanelNewProps) {
  const wrong = (name: string): string | undefined =>
    errors.find(({ field }) => field === name || field.startsWith(`${name}-`))?.message;
  const medium = 'govuk-fieldset__legend--m';
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">Call a panel</h1>
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          <DateInput
            {...{ id: 'on', namePrefix: 'on', legendClass: medium, error: wrong('on') }}
            label="When does it meet?"
            hint="For example, 27 3 2026"
            values={dateBoxes(form, 'on')}
          />
          <Select
            {...{ id: 'chair', name: 'chair', error: wrong('chair'), value: form.get('chair') ?? undefined }}
            label="Who chairs it?"
            labelClass="govuk-label--m"
            options={[
              { value: '', text: 'Choose a chair' },
              ...chairs.map((one) => ({ value: one, text: one })),
            ]}
          />
          <Checkboxes
            {...{ id: 'members', name: 'members', legendClass: medium, error: wrong('members') }}
            label="Who else sits on it?"
            values={form.getAll('members')}
            choices={members.map((one) => ({ value: one, text: one }))}
          />
          {waiting.length === 0 ? (
            <p class="govuk-body" id="agenda">
              No proposal waits for a panel now. You can call one all the same.
            </p>
          ) : (
            <Checkboxes
              {...{ id: 'agenda', name: 'agenda', legendClass: medium, error: wrong('agenda') }}
              label="Which cases does it decide?"
              hint="Moves that hang together are best decided at one meeting."
              values={form.getAll('agenda')}
              choices={waiting}
            />
          )}
          <Button text="Call this panel" />
        </Form>
      </div>
    </div>
  );
}

/** For somebody who calls panels and sits on none. */
export function PanelCalledPage({
  sendOutAt,
  again,
}: {
  readonly sendOutAt: string;
  readonly again: string;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">The panel is called</h1>
      <p class="govuk-body">Send out its papers when the agenda is complete.</p>
      <ButtonLink text="Send out the papers" href={sendOutAt} />
      <p class="govuk-body">
        <a class="govuk-link" href={again}>
          Call another panel
        </a>
      </p>
    </>
  );
}
