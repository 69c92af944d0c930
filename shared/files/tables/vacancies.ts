import * as z from 'zod';
import { labelled, vacancyReasonCodes } from '../../domain/codes.ts';
import { Certainty, Vacancy } from '../../domain/vacancy.ts';
import { required } from '../columns.ts';
import { day, oneOf, own, referenceTo } from '../kinds.ts';
import { table } from '../table.ts';

const statusCodes = labelled(z.enum(['open', ...Certainty.options]), {
  open: 'Empty, and ready to be lived in from the day given',
  noticeGiven: 'Somebody lives there who has given notice',
  leaseEnd: 'Somebody lives there whose lease ends',
  forecast: 'Staff expect it to come free; nothing is certain',
});

/** Rooms that are, or will be, free. */
export const vacancies = table({
  file: 'vacancies.csv',
  thing: 'vacancy',
  row: 'One room somebody could move into.',
  filledInBy: 'officer',
  needed: true,
  columns: z.object({
    sourceReference: own('vacancy', 'V-001'),
    room: required(referenceTo('rooms.csv'), { meaning: 'The room', example: 'R-001' }),
    status: required(oneOf(statusCodes), {
      meaning: 'Whether it is free, and how sure it is to come free',
      example: 'forecast',
    }),
    from: required(day, {
      meaning:
        'Open: first night somebody could sleep there. Else: day the resident leaves, the same as leavesOn in stays.csv; the days to clean and check come after it by themselves',
      example: '2026-12-01',
    }),
    reason: required(oneOf(vacancyReasonCodes), { meaning: 'Why it is free (CORE)', example: '13' }),
  }),
  entity: Vacancy,
  fields: ({ sourceReference: id, room: roomId, status, from, reason }): z.input<typeof Vacancy> =>
    status === 'open'
      ? { id, roomId, status, from, reason }
      : { id, roomId, status: 'expected', certainty: status, from, reason },
});
