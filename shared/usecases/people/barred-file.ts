import type { Day } from '../../domain/day.ts';
import type { PersonFile } from '../../domain/files.ts';
import { refuse } from '../../domain/outcome.ts';
import { people } from '../../store/kinds/people.ts';
import type { Records } from '../../store/records.ts';

/** The most versions of one kind of fact, so that a person stays quick to read. */
export const mostFacts = 200;

/** Largest file of one person, in bytes of JSON: a record of the table holds 400 kB, its keys included. */
const mostBytes = 350_000;

/**
 * Why a person's file may not be as it would become, or null when it may: a day that has not come yet, an end before its
 * beginning, a reference used twice, or more than can be kept.
 */
export function barredFile(file: PersonFile, today: Day) {
  const recorded = [file.person.dateOfBirth, ...recordedDays(file)];
  if (recorded.some((day) => day > today)) return refuse('day-not-possible', { notAfter: today });
  const endless = periodsOf(file).find(({ from, expiresOn }) => expiresOn !== null && expiresOn < from);
  if (endless) return refuse('day-not-possible', { notBefore: endless.from });
  const lists = listsOf(file);
  const twice = lists.map((list) => repeated(list.map(({ id }) => id))).find((id) => id !== undefined);
  if (twice !== undefined) return refuse('already-exists', { factId: twice });
  const tooMany = lists.some((list) => list.length > mostFacts);
  if (tooMany || Buffer.byteLength(JSON.stringify(file)) > mostBytes)
    return refuse('too-many-facts', { most: String(mostFacts) });
  return null;
}

/**
 * Not found when somebody a person is to be kept apart from is not here, or is that person. Nobody is ever taken off the
 * record, so nothing need be checked again when it is written.
 */
export async function barredPairs(
  records: Records,
  { person, nonAssociations }: Pick<PersonFile, 'person' | 'nonAssociations'>,
) {
  const others = new Set<string>(nonAssociations.map((one) => one.otherPersonId));
  const found = await records.getMany(people, others);
  return found.length < others.size || others.has(person.id) ? refuse('not-found') : null;
}

/** Exclusion zones and bans are not among them: one that begins later is known before it does. */
function recordedDays(file: PersonFile): Day[] {
  return [
    ...[...file.needs, ...file.readiness].map((one) => one.assessedOn),
    ...[...file.risks, ...file.nonAssociations, ...file.anchors, ...file.preferences].map(
      (one) => one.recordedOn,
    ),
  ];
}

function periodsOf(file: PersonFile): { readonly from: Day; readonly expiresOn: Day | null }[] {
  return [
    ...file.exclusionZones,
    ...file.bans,
    ...[...file.risks, ...file.nonAssociations].map(({ recordedOn: from, expiresOn }) => ({
      from,
      expiresOn,
    })),
  ];
}

function listsOf(file: PersonFile): readonly (readonly { readonly id: string }[])[] {
  const { needs, readiness, risks, exclusionZones, nonAssociations, bans, anchors, preferences } = file;
  return [needs, readiness, risks, exclusionZones, nonAssociations, bans, anchors, preferences];
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, i) => ids.indexOf(id) < i);
}
