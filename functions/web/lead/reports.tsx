import { addDays, londonDay } from '../../../shared/domain/day.ts';
import { ServiceModelId } from '../../../shared/domain/ids.ts';
import { type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { ReportAsked } from '../../../shared/usecases/reports/asked.ts';
import { type ReportShown, readReport } from '../../../shared/usecases/reports/read-report.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { boxesOf } from '../../../shared/web/date-answer.ts';
import { readFields } from '../../../shared/web/form-fields.ts';
import { ReportAskedPage, ReportPage } from '../../../shared/web/pages/report.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { reportFields, wrongDays } from '../../../shared/web/report-fields.ts';
import { reportFile } from '../../reports/files.ts';
import { type Answer, type AskedBy, type Page, reading, refOf } from '../page.ts';

const own = { action: 'reports.read', at: 'reports' } as const;

/** Days that a report is about unless somebody says otherwise: a year. */
const usualDays = 365;

const ask: Page = {
  ...own,
  path: 'reports',
  get: (asked) => form(asked, usualForm(asked), []),
  post(asked) {
    const { answers, errors } = readFields(fieldsOf(asked), asked.form, londonDay(asked.now));
    const wrong = errors.length > 0 ? errors : wrongDays(answers);
    if (wrong.length > 0) return form(asked, asked.form, wrong);
    const { programme = '', from = '', to = '' } = answers;
    return { goTo: `${pathTo('report', { programme })}?${new URLSearchParams({ from, to })}` };
  },
};

const fieldsOf = ({ deps }: AskedBy) =>
  reportFields(Array.from(deps.models.values(), ({ id, name }) => ({ value: id, text: name })));

function usualForm({ now }: AskedBy): URLSearchParams {
  const today = londonDay(now);
  return new URLSearchParams([...boxesOf('from', addDays(today, 1 - usualDays)), ...boxesOf('to', today)]);
}

function form(asked: AskedBy, said: URLSearchParams, errors: readonly FieldError[]): Answer {
  return {
    title: 'Reports',
    status: errors.length > 0 ? 422 : 200,
    show: (
      <ReportAskedPage fields={fieldsOf(asked)} form={said} {...{ errors, token: asked.viewer.formToken }} />
    ),
  };
}

const report: Page = {
  ...own,
  path: 'report',
  async get(asked) {
    const found = await find(asked);
    if (!found.ok) return notRun(asked) ?? found;
    const { programme, name, from, to, measures } = found.value;
    return {
      title: `${name}: report`,
      crumbs: [{ text: 'Reports', href: paths.reports }, { text: name }],
      show: (
        <ReportPage
          {...{ name, from, to, measures }}
          fileAt={`${pathTo('reportFile', { programme })}?${new URLSearchParams({ from, to })}`}
        />
      ),
    };
  },
};

/** A programme there is, of which nothing is on record here. */
function notRun(asked: AskedBy): Answer | null {
  const model = [...asked.deps.models.values()].find(({ id }) => id === asked.refs.programme);
  if (!model || !daysOf(asked).success) return null;
  const message = `Nobody here has asked for ${model.name}, and no home offers it. Choose another programme`;
  return form(asked, usualForm(asked), [{ field: 'programme', message }]);
}

const file: Page = {
  ...own,
  path: 'reportFile',
  async get(asked) {
    const found = await find(asked);
    if (!found.ok) return found;
    const { programme, from, to } = found.value;
    return { file: reportFile(found.value), name: `${programme}-${from}-${to}.csv`, type: 'text/csv' };
  },
};

const daysOf = ({ query }: AskedBy) =>
  ReportAsked.safeParse({ from: query.get('from'), to: query.get('to') });

async function find(asked: AskedBy): Promise<Outcome<ReportShown>> {
  const programme = refOf(ServiceModelId, asked.refs.programme);
  if (!programme.ok) return programme;
  const days = daysOf(asked);
  if (!days.success) return refuse('not-found');
  return readReport(asked.deps, reading(asked, { programme: programme.value }, days.data));
}

/** What a programme did over some days: asked for, read, and taken away. */
export const reportPages: readonly Page[] = [ask, report, file];
