import { type Day, sayDay } from '../../domain/day.ts';
import { AskedField } from '../components/asked-field.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Table } from '../components/table.tsx';
import type { FormField } from '../form-fields.ts';
import { paths } from '../paths.ts';
import { BarChart } from '../pictures/bar-chart.tsx';
import { barsOf, columnsOf, type MeasureTold } from '../report-words.ts';

interface AskProps {
  readonly fields: readonly FormField[];
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly token: string;
}

/** Where somebody says what a report is to be about. */
export function ReportAskedPage({ fields, form, errors, token }: AskProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">Reports</h1>
        <p class="govuk-body">
          A report counts what is on record. It names nobody, and numbers of fewer than five people are kept
          back.
        </p>
        <Form action={paths.reports} token={token}>
          {fields.map((field) => (
            <AskedField key={field.name} {...{ field, form, errors }} />
          ))}
          <Button text="Make the report" />
        </Form>
      </div>
    </div>
  );
}

interface ReportProps {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly measures: readonly MeasureTold[];
  /** Where its file is. */
  readonly fileAt: string;
}

/** What a programme did over some days, in figures: each as a picture and a table, with how it is counted. */
export function ReportPage({ name, from, to, measures, fileAt }: ReportProps) {
  return (
    <>
      <span class="govuk-caption-l">
        {sayDay(from)} to {sayDay(to)}
      </span>
      <h1 class="govuk-heading-l">{name}: report</h1>
      <p class="govuk-body">
        Numbers of fewer than five people are kept back, and others with which they could be worked out.
      </p>
      <div class="govuk-button-group">
        <ButtonLink text="Download this report (CSV)" href={fileAt} kind="secondary" />
      </div>
      {measures.map((measure) => (
        <Measure key={measure.code} measure={measure} />
      ))}
    </>
  );
}

function Measure({ measure }: { readonly measure: MeasureTold }) {
  const { code, words, counted, denominator, figures } = measure;
  const bars = barsOf(measure);
  const columns = columnsOf(measure);
  const table = (
    <Table
      caption={words}
      captionClass="govuk-visually-hidden"
      firstIsName
      stacks
      columns={[{ text: 'What' }, ...columns.map(({ text }) => ({ text, isNumber: true }))]}
      rows={figures.map((one) => [one.words, ...columns.map(({ tell }) => tell(one))])}
    />
  );
  return (
    <section>
      <h2 class="govuk-heading-m">{words}</h2>
      {bars.length === 0 ? (
        table
      ) : (
        <div class="app-beside">
          <BarChart id={code} title={words} bars={bars} />
          {table}
        </div>
      )}
      <Details summary="How this is counted">
        <p class="govuk-body">{counted}</p>
        {denominator !== null && <p class="govuk-body">Parts are parts of this: {denominator}</p>}
      </Details>
    </section>
  );
}
