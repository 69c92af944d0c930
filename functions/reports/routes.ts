import * as z from 'zod';
import { OfMeasure, OfProgramme, ReportAsked } from '../../shared/usecases/reports/asked.ts';
import { RowsAsked, RowsPage, RowsPageAsked } from '../../shared/usecases/reports/list-rows.ts';
import { ReportShown } from '../../shared/usecases/reports/read-report.ts';
import { get } from '../route.ts';

const Csv = z.string();
const report = '/v1/reports/{programme}';
const rows = `${report}/{measure}/rows`;

export const readReportRoute = get(report, {
  name: 'readReport',
  door: 'reports',
  action: 'reports.read',
  summary: 'Read the report of a programme over some days; small numbers of people are kept back.',
  params: OfProgramme,
  query: ReportAsked,
  answer: ReportShown,
});

export const readReportFileRoute = get(`${report}/csv`, {
  name: 'readReportFile',
  door: 'reports',
  action: 'reports.read',
  summary: 'Read the report of a programme as a file for a spreadsheet.',
  params: OfProgramme,
  query: ReportAsked,
  answer: Csv,
  media: 'text/csv',
});

export const listReportRowsRoute = get(rows, {
  name: 'listReportRows',
  door: 'reports',
  action: 'reports.rows',
  summary: 'List what a figure of a report was counted from, by reference.',
  params: OfMeasure,
  query: RowsPageAsked,
  answer: RowsPage,
});

export const exportReportRowsRoute = get(`${rows}/csv`, {
  name: 'exportReportRows',
  door: 'reports',
  action: 'reports.rows',
  summary:
    'Take away what a figure was counted from, as a file for a spreadsheet; that it was taken is noted.',
  params: OfMeasure,
  query: RowsAsked,
  answer: Csv,
  media: 'text/csv',
});
