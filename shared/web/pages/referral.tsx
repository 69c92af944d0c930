import { type Day, sayDay } from '../../domain/day.ts';
import { ProviderReason } from '../../domain/declined-move.ts';
import type { Check } from '../../domain/explanation.ts';
import { Button } from '../components/button.tsx';
import { Radios } from '../components/choices.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Details } from '../components/details.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { Select } from '../components/select.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Textarea } from '../components/textarea.tsx';
import { dateBoxes } from '../date-answer.ts';
import { providerReasonWords, referralLength } from '../referral-answer.ts';
import { counted } from '../words.ts';

interface ReferralProps {
  readonly reference: string;
  readonly home: string;
  readonly roomId: string;
  readonly moveOn: Day;
  readonly answerBy: Day;
  /** What the provider asked before, with what it was told. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** What it asked and was not told yet. */
  readonly openQuestion: string | null;
  readonly checks: readonly Check[];
  /** None where there is nothing to answer any more. */
  readonly form: ReferralForm | null;
  /** How it stands, where there is nothing to answer any more. */
  readonly standing: string;
}

interface ReferralForm {
  readonly said: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  /** Stands for this answer, however often it is sent. */
  readonly sendKey: string;
}

export function ReferralPage(props: ReferralProps) {
  const { reference, home, roomId, moveOn, answerBy, form } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {form && <ErrorSummary errors={form.errors} />}
        <IdentityBar title={reference} />
        <h1 class="govuk-heading-l">A referral to {home}</h1>
        <SummaryList
          rows={[
            { key: 'Room', value: roomId },
            { key: 'Would move on', value: sayDay(moveOn) },
            { key: 'Answer by', value: sayDay(answerBy) },
          ]}
        />
        <p class="govuk-body">You see what bears on your home, and not who they are.</p>
        <Needs checks={props.checks} />
        <Told {...props} />
        {form ? <AnswerForm {...form} /> : <p class="govuk-body">{props.standing}</p>}
      </div>
    </div>
  );
}

function Needs({ checks }: { readonly checks: readonly Check[] }) {
  const open = checks.filter(({ verdict }) => verdict !== 'pass');
  const passed = checks.filter(({ verdict }) => verdict === 'pass');
  return (
    <section>
      <h2 class="govuk-heading-m">How they fit your home</h2>
      {open.map(({ rule, verdict, sentence }) => (
        <p class="govuk-body" key={rule}>
          <strong>{verdict === 'fail' ? 'Does not fit' : 'Not known'}:</strong> {sentence}
        </p>
      ))}
      {passed.length === 0 ? (
        <p class="govuk-body">No checks are on record.</p>
      ) : (
        <Details summary={`The ${counted(passed.length, 'thing')} that fit`}>
          <ul class="govuk-list govuk-list--bullet">
            {passed.map(({ rule, sentence }) => (
              <li key={rule}>{sentence}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function Told({ answers, openQuestion }: Pick<ReferralProps, 'answers' | 'openQuestion'>) {
  if (answers.length === 0 && openQuestion === null) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">What you asked</h2>
      <SummaryList
        rows={[
          ...answers.map(({ question, answer }) => ({ key: question, value: answer })),
          ...(openQuestion === null
            ? []
            : [{ key: openQuestion, value: 'Not answered yet. Your time stands still.' }]),
        ]}
      />
    </section>
  );
}

function AnswerForm({ said, errors, action, token, sendKey }: ReferralForm) {
  const wrong = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const text = (name: string) => ({ id: name, name, error: wrong(name), value: said.get(name) ?? undefined });
  const wrongDay = errors.find(({ field }) => field.startsWith('due'))?.message;
  return (
    <Form action={action} token={token}>
      <input type="hidden" name="key" value={sendKey} />
      <Radios
        {...text('answer')}
        label="What do you answer?"
        legendClass="govuk-fieldset__legend--m"
        choices={[
          { value: 'accept', text: 'Yes, we can support them' },
          { value: 'refuse', text: 'No', hint: 'It is never counted against the person.' },
          {
            value: 'ask',
            text: 'We need to know something first',
            hint: 'Your time stands still until you are told.',
          },
        ]}
      />
      <Select
        {...text('reason')}
        label="If no: the main reason"
        labelClass="govuk-label--s"
        options={[
          { value: '', text: 'Choose a reason' },
          ...ProviderReason.options.map((one) => ({ value: one, text: providerReasonWords[one] })),
        ]}
      />
      <Textarea
        {...text('words')}
        label="If no: what stands in the way, and what would help"
        labelClass="govuk-label--s"
        rows={3}
        most={referralLength.words}
      />
      <Textarea
        {...text('question')}
        label="If you need to know something: your question"
        labelClass="govuk-label--s"
        rows={3}
        most={referralLength.question}
      />
      <DateInput
        id="due"
        namePrefix="due"
        label="If you need to know something: by when"
        legendClass="govuk-fieldset__legend--s"
        values={dateBoxes(said, 'due')}
        error={wrongDay}
      />
      <Button text="Send my answer" />
    </Form>
  );
}
