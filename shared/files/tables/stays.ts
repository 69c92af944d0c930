import * as z from 'zod';
import { labelled } from '../../domain/codes.ts';
import { DepartureReason, Stay } from '../../domain/stay.ts';
import { optional, required } from '../columns.ts';
import { day, oneOf, own, referenceTo } from '../kinds.ts';
import { inOrder, notAfter, stillThere, table } from '../table.ts';

const reasonCodes = labelled(DepartureReason, {
  plannedMoveOn: 'Moved on as planned',
  stepUp: 'Moved to more support',
  ownChoice: 'Chose to leave',
  hospital: 'Went into hospital for good',
  prison: 'Went to prison',
  abandoned: 'Left without saying so',
  evicted: 'Was evicted',
  died: 'Died',
  homeClosed: 'The home closed',
  other: 'Another reason',
});

/** Who lives, or lived, in which room. */
export const stays = table({
  file: 'stays.csv',
  thing: 'stay',
  row: 'One person’s time in one room, from the day they moved in.',
  filledInBy: 'officer',
  needed: true,
  columns: z.object({
    sourceReference: own('stay', 'S-001'),
    room: required(referenceTo('rooms.csv'), { meaning: 'The room', example: 'R-001' }),
    person: required(referenceTo('people.csv'), { meaning: 'Who lives there', example: 'P-001' }),
    from: required(day, { meaning: 'First night', example: '2025-09-01' }),
    leavesOn: optional(
      day,
      {
        meaning: 'Day they are known to leave, the same as in vacancies.csv',
        example: '',
      },
      'when none is agreed',
    ),
    departedOn: optional(day, { meaning: 'Day they left', example: '' }, 'while they live there'),
    departureReason: optional(
      oneOf(reasonCodes),
      { meaning: 'Why they left; needed once they have', example: '' },
      'while they live there',
    ),
    absentFrom: optional(
      day,
      { meaning: 'First day in hospital, while the room is kept for them', example: '' },
      'while they are not in hospital',
    ),
  }),
  rules: (row, { on }) => [
    notAfter('from', row.from, on),
    notAfter('departedOn', row.departedOn, on),
    notAfter('absentFrom', row.absentFrom, on),
    inOrder('leavesOn', row.from, row.leavesOn),
    row.leavesOn !== null && row.departedOn === null ? stillThere('leavesOn', row.leavesOn, on) : null,
    inOrder('departedOn', row.from, row.departedOn),
    inOrder('absentFrom', row.from, row.absentFrom),
    row.departedOn !== null && row.departureReason === null
      ? { column: 'departureReason', why: 'is blank, and the person has left', fix: 'give why they left' }
      : null,
    row.departedOn === null && row.departureReason !== null
      ? {
          column: 'departedOn',
          why: 'is blank, and there is a reason for leaving',
          fix: 'give the day they left, or leave the reason blank',
        }
      : null,
    inOrder('departedOn', row.absentFrom, row.departedOn),
  ],
  entity: Stay,
  fields: ({
    sourceReference: id,
    room: roomId,
    person: personId,
    from,
    leavesOn,
    departedOn,
    departureReason,
    absentFrom,
  }): z.input<typeof Stay> => {
    const absences =
      absentFrom === null ? [] : [{ from: absentFrom, until: departedOn, reason: 'hospital' as const }];
    const lived = { id, roomId, personId, from, absences };
    return departedOn === null || departureReason === null
      ? { ...lived, status: 'arrived', leavesOn }
      : { ...lived, status: 'departed', departedOn, reason: departureReason };
  },
});
