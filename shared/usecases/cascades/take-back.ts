import { barredFrom } from '../../access/own-case.ts';
import type { HomeId, PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { cascades } from '../../store/kinds/cascades.ts';
import { homes } from '../../store/kinds/homes.ts';
import type { Records } from '../../store/records.ts';
import { change, type Step } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { findPerson } from '../people/find-person.ts';

/**
 * Takes somebody up again who was withdrawn, with all that is on record of them: nothing bars who comes back. What has
 * not ended yet stays; what has ended is asked for and proposed anew, so that nobody is held to an old yes.
 */
export function returnPerson(deps: Deps, call: Call<{ personId: PersonId }>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'personReturned', Receipt, async (records) => {
    const found = await findPerson(records, call, 'people.withdraw', call.params.personId);
    if (!found.ok) return found;
    const kept = found.value;
    if (!kept.data.withdrawn)
      return refuse('transition-not-allowed', { personId: kept.id, state: 'notWithdrawn' });
    return done({
      steps: [change(kept, { ...kept.data, withdrawn: null }), ...(await stopSteps(records, kept.id))],
      answer: { id: kept.id, version: kept.version + 1 },
      told: { personId: kept.id },
    });
  });
}

/** Keeps a home open that was to close. */
export function reopenHome(deps: Deps, call: Call<{ homeId: HomeId }>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'homeReopened', Receipt, async (records) => {
    const kept = await records.get(homes, call.params.homeId);
    if (!kept) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'homes.close', { home: kept.data });
    if (barred) return refuse(barred);
    if (!kept.data.closing) return refuse('transition-not-allowed', { homeId: kept.id, state: 'notClosing' });
    return done({
      steps: [change(kept, { ...kept.data, closing: null }), ...(await stopSteps(records, kept.id))],
      answer: { id: kept.id, version: kept.version + 1 },
      told: { homeId: kept.id },
    });
  });
}

/** Stops what is still under way, so that nothing more ends. */
async function stopSteps(records: Records, about: string): Promise<Step[]> {
  const listed = await records.about(cascades, about);
  const found = await records.getMany(
    cascades,
    listed.map(({ id }) => id),
  );
  return found
    .filter(({ data }) => data.status === 'open')
    .map((one) => change(one, { ...one.data, status: 'stopped' as const }));
}
