import * as z from 'zod';
import { labelled, previousAccommodationCodes, referralSourceCodes } from '../../domain/codes.ts';
import { PlacementRequest, RequestKind } from '../../domain/placement-request.ts';
import { blankMeans, NOT_ASKED, optional, required } from '../columns.ts';
import { anExample, type Models, namesIn, place, serviceModel } from '../domain-kinds.ts';
import { day, listOf, oneOf, own, referenceTo, words, yesNo } from '../kinds.ts';
import { inOrder, notAfter, table } from '../table.ts';

const [anyStatus, pausedStatus] = PlacementRequest.options;

const kindCodes = labelled(RequestKind, {
  newPlace: 'A first place in the programme',
  moveOn: 'A resident is ready for their next home',
  discharge: 'A patient needs a place to leave hospital for',
});
const statusCodes = labelled(z.enum([...anyStatus.shape.status.options, 'paused']), {
  draft: 'Being written',
  submitted: 'Sent in',
  inReview: 'Being looked at',
  infoRequested: 'Waiting for an answer',
  readyToPlace: 'Ready: the plan looks for a room',
  proposed: 'A room is proposed',
  placed: 'Has moved in',
  closed: 'Finished',
  rejected: 'Not accepted',
  withdrawn: 'Taken back',
  expired: 'Ran out of time',
  paused: 'On hold: say why in pausedBecause',
});

const columns = (models: Models) =>
  z.object({
    sourceReference: own('request', 'RQ-001'),
    person: required(referenceTo('people.csv'), { meaning: 'Who needs the place', example: 'P-002' }),
    kind: required(oneOf(kindCodes), { meaning: 'What it is for', example: 'discharge' }),
    serviceModel: required(serviceModel(models), {
      meaning: 'Programme',
      example: anExample(models).serviceModel,
    }),
    stages: blankMeans(
      [],
      'any the programme lets them enter',
      listOf(oneOf(namesIn(models, ({ stages }) => stages))),
      { meaning: 'Stages the person could enter', example: anExample(models).stage },
    ),
    status: required(oneOf(statusCodes), { meaning: 'How far it is', example: 'readyToPlace' }),
    queuedOn: required(day, {
      meaning: 'Day the person joined the queue; kept when a move fails',
      example: '2026-05-04',
    }),
    earliestOn: optional(day, { meaning: 'First day they could move', example: '' }, 'any day'),
    neededBy: optional(day, { meaning: 'Day by which they must have moved', example: '' }, 'no such day'),
    unsafeNow: blankMeans(false, 'no', yesNo, {
      meaning: 'Whether they are unsafe where they are',
      example: 'no',
    }),
    accommodation: optional(
      oneOf(previousAccommodationCodes),
      { meaning: 'Where they sleep now (CORE)', example: '10' },
      'the person does not count as homeless',
    ),
    postcode: optional(
      place,
      { meaning: 'Where that is; only the first half is kept', example: 'SO14' },
      NOT_ASKED,
    ),
    referralSource: optional(
      oneOf(referralSourceCodes),
      { meaning: 'Who asked (CORE)', example: '15' },
      NOT_ASKED,
    ),
    referredBy: optional(
      referenceTo('workers.csv'),
      { meaning: 'The worker who asked', example: '' },
      NOT_ASKED,
    ),
    hospitalSite: optional(
      words(anyStatus.shape.hospitalSite.unwrap()),
      { meaning: 'Code of the hospital site', example: '' },
      NOT_ASKED,
    ),
    pausedUntil: optional(
      day,
      { meaning: 'Paused: until when, as far as is known', example: '' },
      'no end is set',
    ),
    pausedBecause: optional(
      words(pausedStatus.shape.pausedBecause),
      { meaning: 'Paused: why; needed when it is', example: '' },
      'when the request is not paused',
    ),
  });

/** Needs for a place. */
export const requests = (models: Models) =>
  table({
    file: 'requests.csv',
    thing: 'request',
    row: 'One person’s need for a place.',
    filledInBy: 'ward',
    needed: true,
    columns: columns(models),
    rules: (row, { on, models }) => {
      const known = models.get(row.serviceModel)?.stages.map(({ id }) => id) ?? [];
      const strange = row.stages.find((stage) => !known.includes(stage));
      return [
        strange === undefined
          ? null
          : {
              column: 'stages',
              why: `names ${strange}, which is no stage of ${row.serviceModel}`,
              fix: `use ${known.join(', ')}, or leave it blank for any`,
            },
        notAfter('queuedOn', row.queuedOn, on),
        inOrder('neededBy', row.earliestOn, row.neededBy),
        row.status === 'paused' && row.pausedBecause === null
          ? {
              column: 'pausedBecause',
              why: 'is blank, and the request is paused',
              fix: 'say why, in a few words',
            }
          : null,
      ];
    },
    entity: PlacementRequest,
    fields: ({ sourceReference, person, postcode, status, pausedUntil, pausedBecause, ...rest }) => {
      const base = { ...rest, id: sourceReference, personId: person, outcode: postcode };
      return status === 'paused'
        ? // A sheet keeps no history: what it says is on hold was ready before.
          {
            ...base,
            status,
            pausedUntil,
            pausedBecause: pausedBecause ?? '',
            pausedFrom: 'readyToPlace' as const,
          }
        : { ...base, status };
    },
  });
