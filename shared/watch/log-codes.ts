/** Every line a log may hold, by code. A line carries ids, states and numbers: no name, date of birth, need or body. */
export const logCodes = [
  'request-answered',
  'request-faulted',
  'plan-published',
  'plan-unchanged',
  'plan-faulted',
  'rematch-left-to-another',
  'record-parked',
  'hold-released',
  'proposal-reminded',
  'message-tried',
  'message-faulted',
  'messages-requeued',
  'cascade-carried-on',
  'job-faulted',
] as const;
export type LogCode = (typeof logCodes)[number];

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line. */
export type Log = (code: LogCode, facts: LogFacts) => void;
