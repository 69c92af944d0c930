import { type Sample, simple } from './sample.ts';

const programme = 'stayingConnected';
const query = { from: '2026-04-01', to: '2026-04-20' };
const rows = { params: { programme, measure: 'funnel' }, query };

export const reportSamples: Readonly<Record<string, Sample>> = {
  readReport: simple('lead', { params: { programme }, query }),
  readReportFile: simple('lead', { params: { programme }, query }),
  listReportRows: simple('lead', rows),
  exportReportRows: simple('auditor', rows),
};
