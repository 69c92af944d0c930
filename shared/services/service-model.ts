import type * as z from 'zod';
import { modelProblems } from './model-checks.ts';
import { ModelShape } from './model-shape.ts';

/**
 * A programme as data: who it is for, its stages and homes, staff, contacts, readiness, decisions and matching. No code
 * knows any one programme. A model that contradicts itself does not parse; each problem has the path of the bad value.
 */
export const ServiceModel = ModelShape.superRefine((model, context) => {
  for (const { path, message } of modelProblems(model)) context.addIssue({ code: 'custom', path, message });
});
export type ServiceModel = z.infer<typeof ServiceModel>;
