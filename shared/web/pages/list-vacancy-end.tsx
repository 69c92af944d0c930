import { sayDay } from '../../domain/day.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { ConfirmationPanel } from '../components/panel.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import type { VacancyDraft, VacancyQuestion } from '../list-vacancy.ts';
import { paths, pathTo } from '../paths.ts';
import { certaintyWords, codeWords, outOfServiceWords, riskWords } from '../words.ts';

interface CheckProps {
  readonly draft: VacancyDraft;
  readonly room: string;
  readonly errors: readonly FieldError[];
  readonly token: string;
}

export function ListVacancyCheck({ draft, room, errors, token }: CheckProps) {
  const rows = rowsOf(draft, room);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">Check your answers</h1>
        <div id="answers">
          <SummaryList
            rows={rows.map(({ question, key, value }) => ({
              key,
              value,
              actions: [
                {
                  href: `${pathTo('listVacancyQuestion', { question })}?change=yes`,
                  text: 'Change',
                  about: key.toLowerCase(),
                },
              ],
            }))}
          />
        </div>
        <p class="govuk-body">When you list it, a new plan is made, and those it would suit are suggested.</p>
        <Form action={paths.listVacancyCheck} token={token}>
          <Button text="List this vacancy" />
        </Form>
      </div>
    </div>
  );
}

function rowsOf({ empty, from, reason, work, notFor }: VacancyDraft, room: string) {
  const rows: { question: VacancyQuestion; key: string; value: string }[] = [
    { question: 'room', key: 'Room', value: room },
    {
      question: 'empty',
      key: 'Empty now',
      value: empty === 'yes' ? 'Yes' : empty === null ? '' : `No: ${certaintyWords[empty].toLowerCase()}`,
    },
    {
      question: 'from',
      key: empty === 'yes' ? 'Somebody could move in' : 'The resident leaves',
      value: from === null ? '' : sayDay(from),
    },
    { question: 'reason', key: 'Why', value: reason === null ? '' : codeWords.vacancyReason(reason) },
    {
      question: 'work',
      key: 'Work needed',
      value: !work || !('to' in work) ? 'None' : `${outOfServiceWords[work.kind]}, until ${sayDay(work.to)}`,
    },
    {
      question: 'not-for',
      key: 'Who may not be placed here',
      value: notFor?.map((one) => riskWords[one]).join(', ') || 'Nobody is ruled out',
    },
  ];
  return rows;
}

export function VacancyListedPage(props: {
  readonly reference: string;
  readonly room: string;
  readonly from: string;
  readonly isForecast: boolean;
}) {
  const { reference, room, from, isForecast } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ConfirmationPanel title="Vacancy listed">
          Your reference
          <br />
          <strong>{reference}</strong>
        </ConfirmationPanel>
        <p class="govuk-body">
          {room}, free from {from}.
        </p>
        <h2 class="govuk-heading-m">What happens next</h2>
        <p class="govuk-body">
          Within a few minutes Homeward makes a new plan. If the room suits somebody, you will see them among
          its suggestions. Nobody moves in before people have proposed it and a panel has decided.
        </p>
        {isForecast && (
          <p class="govuk-body">
            Confirm the vacancy when it is certain. Until then nobody can be approved for it.
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.vacancies}>
            Go to my vacancies
          </a>
        </p>
      </div>
    </div>
  );
}
