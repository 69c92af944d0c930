import * as z from 'zod';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type CaseId, Conflict } from '../../domain/panel.ts';
import { conflicts } from '../../store/kinds/placing.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { subjectsOf } from './cast-vote.ts';
import { findCase } from './panel-case.ts';

export const ConflictDeclared = z.strictObject({ kind: Conflict.shape.kind });
export type ConflictDeclared = z.infer<typeof ConflictDeclared>;

/** A member says that they are too near to a case. They do not decide it, and a vote they cast counts for nothing. */
export function declareConflict(
  deps: Deps,
  call: Call<{ caseId: CaseId }, ConflictDeclared>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'conflictDeclared', Receipt, async (records, now) => {
    const found = await findCase(records, call.params.caseId);
    if (!found) return refuse('not-found');
    const conflict = Conflict.parse({ ...subjectsOf(found), by: call.who.id, at: now, kind: call.body.kind });
    const id = conflicts.id(conflict);
    if (await records.get(conflicts, id)) return refuse('already-exists');
    return done({
      steps: [create(records.partnership, conflicts, conflict)],
      answer: { id: id.slice(0, 64), version: 1 },
      told: { caseId: found.id, links: String(found.proposals.length) },
    });
  });
}
