import { vacancyReasonCodes } from '../../domain/codes.ts';
import { RiskCategory } from '../../domain/risk.ts';
import { OutOfServiceReason } from '../../domain/room.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { Checkboxes, Radios } from '../components/choices.tsx';
import { DateInput, type DatePart } from '../components/date-input.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { dateBoxes } from '../date-answer.ts';
import { fromWords, type VacancyDraft, type VacancyQuestion } from '../list-vacancy.ts';
import { paths, pathTo } from '../paths.ts';
import { outOfServiceWords, riskWords } from '../words.ts';

/** A room that may be listed. */
export interface RoomChoice {
  readonly id: string;
  readonly text: string;
}

export function ListVacancyStart({
  goOn,
  token,
}: {
  readonly goOn: VacancyQuestion | 'check' | null;
  readonly token: string;
}) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">List a vacancy</h1>
        <p class="govuk-body">
          List a room once you know it is or will be empty. Homeward then looks for people it would suit.
        </p>
        <p class="govuk-body">There are six questions. They take about three minutes. You will need:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>the room</li>
          <li>the day it is free, and why</li>
          <li>the last day of any work it needs</li>
        </ul>
        <p class="govuk-body">
          Each answer is saved when you continue. You can leave at any time and come back within 30 days.
        </p>
        {goOn !== null && (
          <>
            <h2 class="govuk-heading-m">You have begun to list a vacancy</h2>
            <ButtonLink
              text="Carry on"
              href={
                goOn === 'check' ? paths.listVacancyCheck : pathTo('listVacancyQuestion', { question: goOn })
              }
            />
          </>
        )}
        <Form action={paths.listVacancy} token={token}>
          <Button
            text={goOn === null ? 'Start' : 'Start again'}
            kind={goOn === null ? undefined : 'secondary'}
          />
        </Form>
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly action: string;
  readonly question: VacancyQuestion;
  readonly draft: VacancyDraft;
  /** The answers as they stand in the form. */
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly rooms: readonly RoomChoice[];
  readonly token: string;
}

export function ListVacancyQuestion(props: QuestionProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={props.errors} />
        <Form action={props.action} token={props.token}>
          <Asked {...props} />
          <Button text="Save and continue" />
        </Form>
      </div>
    </div>
  );
}

const heading = { isHeading: true, legendClass: 'govuk-fieldset__legend--l' } as const;

function Asked({ question, draft, form, errors, rooms }: QuestionProps) {
  const said = form.get(question) ?? undefined;
  const error = errors.find(({ field }) => field === question)?.message;
  const own = { id: question, name: question, error, ...heading };
  switch (question) {
    case 'room':
      return (
        <Select
          {...{ id: 'room', name: 'room', error, value: said, isHeading: true }}
          label="Which room is it?"
          labelClass="govuk-label--l"
          hint="Rooms that have a vacancy already are left out."
          options={[
            { value: '', text: 'Choose a room' },
            ...rooms.map(({ id, text }) => ({ value: id, text })),
          ]}
        />
      );
    case 'empty':
      return <Radios {...own} label="Is the room empty now?" value={said} choices={emptyChoices} />;
    case 'from': {
      const asked = fromWords(draft).asked;
      return <DayAsked name="from" label={asked} {...{ form, errors }} isHeading />;
    }
    case 'reason':
      return (
        <Radios
          {...own}
          label={draft.empty === 'yes' ? 'Why is the room empty?' : 'Why will the room be empty?'}
          hint="These are the reasons the government asks landlords for."
          value={said}
          choices={vacancyReasonCodes.map(({ code, label }) => ({ value: code, text: label }))}
        />
      );
    case 'work':
      return (
        <>
          <Radios
            {...own}
            label="Does the room need work before somebody moves in?"
            value={said}
            choices={[
              { value: 'none', text: 'No' },
              ...OutOfServiceReason.options.map((one) => ({ value: one, text: outOfServiceWords[one] })),
            ]}
          />
          <DayAsked
            name="work-to"
            label="If it does, what is the last day of the work?"
            {...{ form, errors }}
            legendClass="govuk-fieldset__legend--m"
          />
        </>
      );
    case 'not-for':
      return (
        <Checkboxes
          {...own}
          label="Who may not be placed in this home?"
          hint="Because of a risk that there is now. It goes for the whole home and for later vacancies. Choose none if nobody is ruled out."
          values={form.getAll('not-for')}
          choices={RiskCategory.options.map((one) => ({ value: one, text: riskWords[one] }))}
        />
      );
  }
}

const emptyChoices = [
  { value: 'yes', text: 'Yes' },
  { value: 'noticeGiven', text: 'No, the resident has given notice' },
  { value: 'leaseEnd', text: 'No, the resident’s agreement ends' },
  {
    value: 'forecast',
    text: 'No, and it is not certain that the resident leaves',
    hint: 'People can be suggested for it. Nobody can be approved before you confirm it.',
  },
];

function DayAsked(props: {
  readonly name: string;
  readonly label: string;
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly isHeading?: boolean;
  readonly legendClass?: string;
}) {
  const { name, label, form, errors, isHeading, legendClass = 'govuk-fieldset__legend--l' } = props;
  const error = errors.find(({ field }) => field.startsWith(`${name}-`));
  const values = dateBoxes(form, name);
  return (
    <DateInput
      {...{ id: name, namePrefix: name, label, values, isHeading, legendClass }}
      hint="For example, 27 3 2026"
      error={error?.message}
      wrong={error && wrongBoxes(error.field, values)}
    />
  );
}

/** The one box that is missing, or all of them. */
function wrongBoxes(field: string, values: Readonly<Record<DatePart, string>>): DatePart[] {
  const parts: DatePart[] = ['day', 'month', 'year'];
  const missing = parts.filter((part) => values[part] === '');
  return missing.length === 0 || missing.length === 3
    ? parts
    : parts.filter((part) => field.endsWith(`-${part}`));
}
