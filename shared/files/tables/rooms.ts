import * as z from 'zod';
import { labelled } from '../../domain/codes.ts';
import { OutOfService, OutOfServiceReason, Room } from '../../domain/room.ts';
import { accessibilityCodes, rentTypeCodes, roomKindCodes } from '../../domain/room-codes.ts';
import { blankMeans, NOT_ASKED, optional, required } from '../columns.ts';
import { day, number, oneOf, own, pounds, referenceTo, yesNo } from '../kinds.ts';
import { inOrder, table } from '../table.ts';

const room = Room.shape;

const reasonCodes = labelled(OutOfServiceReason, {
  repairs: 'Repairs',
  damp: 'Damp or mould',
  infestation: 'Infestation',
  deepClean: 'Deep clean',
  adaptations: 'Adaptations',
  safetyCheck: 'Safety check',
  incident: 'After an incident',
  handBack: 'Handed back to the owner',
  other: 'Another reason',
});

const charge = (meaning: string) =>
  blankMeans(0, '0', pounds, { meaning, example: '20', unit: 'pounds a week' });

/** Rooms of homes, those that are never let included. */
export const rooms = table({
  file: 'rooms.csv',
  thing: 'room',
  row: 'One room, or one home that is let whole.',
  filledInBy: 'officer',
  needed: true,
  columns: z.object({
    sourceReference: own('room', 'R-001'),
    home: required(referenceTo('homes.csv'), { meaning: 'The home it is in', example: 'H-001' }),
    kind: required(oneOf(roomKindCodes), { meaning: 'What the room is for', example: 'bedroom' }),
    areaSquareMetres: required(number(room.areaSquareMetres), {
      meaning: 'Floor space with a ceiling above 1.5 m',
      example: '11.5',
      unit: 'square metres',
    }),
    maxPersons: required(number(room.maxPersons), {
      meaning: 'Most people who may sleep in it',
      example: '1',
      unit: 'people',
    }),
    floor: optional(number(room.floor.unwrap()), {
      meaning: 'Floor it is on, 0 being the ground floor',
      example: '0',
    }),
    stepFree: optional(yesNo, {
      meaning: 'Whether one gets from the street to the room without a step',
      example: 'yes',
    }),
    wetRoom: optional(yesNo, { meaning: 'Whether it has, or shares, a level shower', example: 'no' }),
    cotSpace: optional(yesNo, { meaning: 'Whether a cot fits in it as well', example: 'no' }),
    accessibility: optional(
      oneOf(accessibilityCodes),
      { meaning: 'Accessible Housing Register category', example: 'E' },
      NOT_ASKED,
    ),
    rentType: required(oneOf(rentTypeCodes), {
      meaning: 'How the rent meets benefits',
      example: 'specified',
    }),
    weeklyRent: required(pounds, {
      meaning: 'Rent without charges; 0 for a room that is never let',
      example: '160',
      unit: 'pounds a week',
    }),
    weeklyServiceCharge: charge('Charges that benefits may pay'),
    weeklyPersonalCharge: charge('Charges for the person alone, such as heating the room'),
    weeklySupportCharge: charge('Charges for support, which housing benefits never pay'),
  }),
  entity: Room,
  fields: ({ sourceReference, home, ...rest }) => ({ ...rest, id: sourceReference, homeId: home }),
});

/** Days on which rooms may not be slept in. */
export const outOfService = table({
  file: 'out-of-service.csv',
  thing: 'spell out of service',
  row: 'One run of days on which a room may not be slept in.',
  filledInBy: 'officer',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'OOS-001'),
    room: required(referenceTo('rooms.csv'), { meaning: 'The room', example: 'R-001' }),
    from: required(day, { meaning: 'First day', example: '2025-01-06' }),
    to: optional(day, { meaning: 'Last day', example: '2025-01-17' }, 'while the end is not known'),
    reason: required(oneOf(reasonCodes), { meaning: 'Why', example: 'repairs' }),
  }),
  rules: (row) => [inOrder('to', row.from, row.to)],
  entity: OutOfService,
  fields: ({ sourceReference, room, ...rest }) => ({ ...rest, id: sourceReference, roomId: room }),
});
