import * as z from 'zod';
import { MemberId } from '../../../shared/domain/ids.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { Partnership } from '../../../shared/domain/worker.ts';
import { foundPartnership } from '../../../shared/usecases/partnership/found-partnership.ts';
import { fromEnvironment } from '../../deps.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { readPolicy } from '../read-json.ts';

export interface FoundingOptions {
  readonly id: string;
  readonly name: string;
  readonly gss: string;
  readonly admin: string;
  readonly policy?: string;
}

/**
 * Founds a partnership in a table, with its first system admin, who then adds everybody else over the API. It uses the
 * AWS credentials of whoever runs it, and the table and secret that the environment names.
 */
export async function foundPartnershipCommand(options: FoundingOptions, io: Io): Promise<ExitCode> {
  const partnership = parsed(Partnership, { id: options.id, name: options.name, gssCode: options.gss });
  const admin = parsed(MemberId, options.admin);
  const policy = options.policy === undefined ? null : readPolicy(options.policy, io);
  const outcome = await foundPartnership(environment(), {
    partnership,
    admin,
    policy,
    key: `found-${partnership.id}`.slice(0, 64),
  });
  if (!outcome.ok) {
    const { sentence, fix } = refusalWords[outcome.refusal];
    throw new CliError(sentence, fix);
  }
  io.out(`Founded ${partnership.id}. Its first system admin is ${admin}.`);
  return 0;
}

function environment() {
  try {
    return fromEnvironment();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(
      error.message,
      'set TABLE_NAME, HASH_SECRET and SERVICE as the deployed functions have them, then try again.',
      2,
    );
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new CliError(z.prettifyError(result.error), 'put right what is named, then try again.', 2);
}
