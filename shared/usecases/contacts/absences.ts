import type { PersonId } from '../../domain/ids.ts';
import type { toHappenOn } from '../../domain/plan-contacts.ts';
import { stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';

export type Absences = Parameters<typeof toHappenOn>[1];

/** The times somebody was away from any room they lived in. */
export async function absencesOf(records: Records, personId: PersonId): Promise<Absences> {
  const lived = await records.about(stays, personId);
  return lived.flatMap(({ data: { stay } }) => ('absences' in stay ? stay.absences : []));
}
