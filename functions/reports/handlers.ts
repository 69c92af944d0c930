import { done, type Outcome } from '../../shared/domain/outcome.ts';
import { exportReportRows, listReportRows } from '../../shared/usecases/reports/list-rows.ts';
import { readReport } from '../../shared/usecases/reports/read-report.ts';
import { type Handled, handle } from '../route.ts';
import { reportFile, rowsFile } from './files.ts';
import * as routes from './routes.ts';

/** A use case whose answer is written as a file. */
const asFile =
  <Asked extends readonly unknown[], T>(
    run: (...asked: Asked) => Promise<Outcome<T>>,
    write: (told: T) => string,
  ) =>
  async (...asked: Asked): Promise<Outcome<string>> => {
    const outcome = await run(...asked);
    return outcome.ok ? done(write(outcome.value)) : outcome;
  };

export const reportsHandlers: readonly Handled[] = [
  handle(routes.readReportRoute, readReport),
  handle(routes.readReportFileRoute, asFile(readReport, reportFile)),
  handle(routes.listReportRowsRoute, listReportRows),
  handle(routes.exportReportRowsRoute, asFile(exportReportRows, rowsFile)),
];
