import { type Day, sayDay } from '../../domain/day.ts';
import { Button } from '../components/button.tsx';
import { Radios } from '../components/choices.tsx';
import { DateInput } from '../components/date-input.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Input } from '../components/input.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { Select } from '../components/select.tsx';
import { MissedReason, missedWords } from '../contact-said.ts';
import { dateBoxes } from '../date-answer.ts';

interface ContactProps {
  readonly title: string;
  readonly gridOn: Day;
  readonly said: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  /** Stands for this answer, however often it is sent. */
  readonly sendKey: string;
}

export function ContactPage({ title, gridOn, said, errors, action, token, sendKey }: ContactProps) {
  const wrong = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const text = (name: string) => ({ id: name, name, error: wrong(name), value: said.get(name) ?? undefined });
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <IdentityBar title={title} />
        <h1 class="govuk-heading-l">The contact due on {sayDay(gridOn)}</h1>
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          <Radios
            {...text('outcome')}
            label="What became of it?"
            legendClass="govuk-fieldset__legend--m"
            choices={[
              { value: 'done', text: 'It took place' },
              {
                value: 'missed',
                text: 'It did not take place',
                hint: 'It is told to you and the programme lead, and never held against them.',
              },
              { value: 'rescheduled', text: 'It is put off' },
              { value: 'waived', text: 'It is not needed' },
            ]}
          />
          <DateInput
            id="on"
            namePrefix="on"
            label="If it took place or is put off: the day"
            legendClass="govuk-fieldset__legend--s"
            values={dateBoxes(said, 'on')}
            error={errors.find(({ field }) => field.startsWith('on'))?.message}
          />
          <Select
            {...text('reason')}
            label="If it did not take place: why"
            labelClass="govuk-label--s"
            options={[
              { value: '', text: 'Choose a reason' },
              ...MissedReason.options.map((one) => ({ value: one, text: missedWords[one] })),
            ]}
          />
          <Input {...text('waived')} label="If it is not needed: why" labelClass="govuk-label--s" />
          <Button text="Record it" />
        </Form>
      </div>
    </div>
  );
}
