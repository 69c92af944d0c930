import * as z from 'zod';
import { ReadinessAssessment } from '../../domain/assessment.ts';
import { type Kind, optional, required } from '../columns.ts';
import { type Models, namesIn } from '../domain-kinds.ts';
import { day, number, own, referenceTo } from '../kinds.ts';
import { notAfter, table } from '../table.ts';

const isSelf = (text: string) => text.toLowerCase() === 'self';
const worker = referenceTo('workers.csv', (row) => !isSelf(row.ratedBy ?? ''));

const rater: Kind<string> = {
  ...worker,
  read: (text) => worker.read(isSelf(text) ? 'self' : text),
  form: 'self for the person’s own rating, or a sourceReference from workers.csv',
};

const fixed = {
  sourceReference: own('rating', 'RD-001'),
  person: required(referenceTo('people.csv'), { meaning: 'Who was rated', example: 'P-001' }),
  assessedOn: required(day, { meaning: 'When', example: '2026-05-11' }),
  ratedBy: required(rater, { meaning: 'Who rated', example: 'W-001' }),
};

/** One column for each life-skill domain of the programmes. Their names are data, so the type knows none of them. */
function domainColumns(models: Models): Readonly<Record<never, z.ZodType>> {
  const score = number(ReadinessAssessment.shape.scores.valueType);
  const scale = '0 not yet, to 4 does it without help';
  return Object.fromEntries(
    namesIn(models, ({ readiness }) => readiness.domains).map(({ code, label }) => [
      code,
      optional(score, { meaning: label, example: '3', unit: scale }, 'not rated'),
    ]),
  );
}

/** Ratings of life skills. */
export const readiness = (models: Models) => {
  const domains = domainColumns(models);
  return table({
    file: 'readiness.csv',
    thing: 'rating',
    row: 'One rating of one person’s life skills by one rater. A blank score was not rated.',
    filledInBy: 'worker',
    needed: false,
    columns: z.object(fixed).extend(domains),
    rules: (row, { on }) => [notAfter('assessedOn', row.assessedOn, on)],
    entity: ReadinessAssessment,
    fields: (row): z.input<typeof ReadinessAssessment> => ({
      id: row.sourceReference,
      personId: row.person,
      assessedOn: row.assessedOn,
      rater: row.ratedBy === 'self' ? { kind: 'self' } : { kind: 'worker', workerId: row.ratedBy },
      scores: Object.fromEntries(Object.keys(domains).flatMap((id) => rated(id, Reflect.get(row, id)))),
    }),
  });
};

function rated(id: string, score: unknown): [string, number][] {
  return typeof score === 'number' ? [[id, score]] : [];
}
