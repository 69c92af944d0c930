import * as z from 'zod';
import { MemberId } from '../shared/domain/ids.ts';
import { Policy } from '../shared/domain/policy.ts';
import { Partnership } from '../shared/domain/worker.ts';
import { foundPartnership } from '../shared/usecases/partnership/found-partnership.ts';
import { fromEnvironment } from './deps.ts';

const Founding = z.strictObject({
  partnership: Partnership,
  /** Subject of the token of the first system admin, who then adds everybody else over the API. */
  admin: MemberId,
  policy: Policy.nullable().default(null),
});

/**
 * Founds partnerships in the table that the environment names. Whoever runs the service does this, as nobody may over the
 * API: `node functions/found.ts '[{"partnership":{…},"admin":"…"}]'`. Run again, it founds nothing twice.
 */
async function found(text: string): Promise<void> {
  const deps = fromEnvironment();
  for (const founding of z.array(Founding).parse(JSON.parse(text))) {
    const { id } = founding.partnership;
    const outcome = await foundPartnership(deps, { ...founding, key: `found-${id}` });
    if (!outcome.ok) throw new RangeError(`${id} could not be founded: ${outcome.refusal}.`);
    console.log(`${id} is founded.`);
  }
}

if (import.meta.main) await found(process.argv[2] ?? '[]');
