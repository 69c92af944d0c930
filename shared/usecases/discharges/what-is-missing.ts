import type { DischargeFile } from '../../domain/discharge.ts';
import type { PersonFile } from '../../domain/files.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import type { ServiceModel } from '../../services/index.ts';

/** The follow-ups a programme owes after a ward. */
export function wardFollowUps(model: ServiceModel | undefined): ServiceModel['followUps'] {
  return model?.followUps.filter((one) => one.after === 'wardDischarge') ?? [];
}

/** What stands between a patient and their discharge, by the ids of the programme: empty when nothing does. */
export interface Missing {
  /** Follow-ups that nobody has taken on and that somebody must. */
  readonly owners: readonly string[];
  /** Items of the checklist that nobody has arranged. */
  readonly items: readonly string[];
}

export function whatIsMissing(file: DischargeFile, model: ServiceModel | undefined): Missing {
  const owned = new Set(file.owners.map((one) => one.followUp));
  const arranged = new Set(file.arranged.map((one) => one.item));
  const followUps = wardFollowUps(model).filter((one) => one.ownerNeededFirst && !owned.has(one.id));
  const items = model?.wardDischarge?.checklist.filter((one) => !arranged.has(one.id)) ?? [];
  return { owners: followUps.map((one) => one.id), items: items.map((one) => one.id) };
}

/** Why somebody cannot be discharged yet, naming all that is missing; null when nothing is. */
export function barredByMissing(
  file: DischargeFile,
  model: ServiceModel | undefined,
  { person }: PersonFile,
): Outcome<never> | null {
  const { owners, items } = whatIsMissing(file, model);
  const missing = [...owners, ...items].join(', ');
  if (owners.length > 0) return refuse('follow-up-owner-missing', { missing });
  // Assumes that the first worker follows up where a programme sets no follow-up of its own.
  if (wardFollowUps(model).length === 0 && person.primaryWorker === null)
    return refuse('follow-up-owner-missing', { missing: 'primaryWorker' });
  return items.length > 0 ? refuse('discharge-incomplete', { missing }) : null;
}
