import * as z from 'zod';
import { Worker } from '../../domain/worker.ts';
import { optional, required } from '../columns.ts';
import { anExample, type Models, namesIn, serviceModel } from '../domain-kinds.ts';
import { number, oneOf, own, referenceTo, words } from '../kinds.ts';
import { table } from '../table.ts';

const worker = Worker.shape;

const columns = (models: Models) =>
  z.object({
    sourceReference: own('worker', 'W-001'),
    serviceModel: required(serviceModel(models), {
      meaning: 'Programme they work in',
      example: anExample(models).serviceModel,
    }),
    role: required(oneOf(namesIn(models, ({ staffRoles }) => staffRoles)), {
      meaning: 'Their job',
      example: anExample(models).role,
    }),
    team: optional(
      words(worker.team.unwrap()),
      { meaning: 'Their team, as in homes.csv', example: 'East' },
      'in none',
    ),
    fullTimeEquivalent: required(number(worker.fullTimeEquivalent), {
      meaning: 'Share of a full-time post, 1 being full time',
      example: '1',
    }),
    caseloadLimit: optional(
      number(worker.caseloadLimit.unwrap()),
      {
        meaning: 'Most people they may be first worker to',
        example: '10',
        unit: 'people',
      },
      'the programme’s limit for the role',
    ),
    coveredBy: optional(
      referenceTo('workers.csv'),
      { meaning: 'Who steps in while they are away', example: '' },
      'nobody is named',
    ),
  });

/** Staff who support people, without names. */
export const workers = (models: Models) =>
  table({
    file: 'workers.csv',
    thing: 'worker',
    row: 'One member of staff who supports people.',
    filledInBy: 'worker',
    needed: false,
    columns: columns(models),
    rules: (row, { models }) => {
      const roles = models.get(row.serviceModel)?.staffRoles.map(({ id }) => id) ?? [];
      return [
        roles.includes(row.role)
          ? null
          : {
              column: 'role',
              why: `is no role of ${row.serviceModel}`,
              fix: `use one of: ${roles.join(', ')}`,
            },
      ];
    },
    entity: Worker,
    fields: ({ sourceReference, ...rest }) => ({ ...rest, id: sourceReference }),
  });
