/** What differs between the places Homeward is deployed to. Everything not named here is the same in all. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  /** What becomes of the table and its key when the stack is deleted. */
  readonly removal: 'retain' | 'destroy';
  /** Refuses deletion of the stack and of the table until somebody first turns this off. */
  readonly deletionProtection: boolean;
  /** Days back, 1–35, to any second of which the table can be restored. */
  readonly recoveryDays: number;
  /** Days, 7–30, between asking for the key's deletion and losing everything it encrypts. */
  readonly keyWaitDays: number;
  /** Days that logs are kept. Logs hold codes and ids, no personal data. */
  readonly logDays: number;
}

/**
 * The stages by name. `dev` holds made-up people only and may be thrown away; `prod` holds real ones.
 * Assumes that partnerships want their records kept in the UK, so both stages are in London.
 * Assumes that a year of logs is enough to look into a complaint; no programme document names a number.
 */
export const stages = {
  dev: {
    name: 'dev',
    region: 'eu-west-2',
    removal: 'destroy',
    deletionProtection: false,
    recoveryDays: 7,
    keyWaitDays: 7,
    logDays: 14,
  },
  prod: {
    name: 'prod',
    region: 'eu-west-2',
    removal: 'retain',
    deletionProtection: true,
    recoveryDays: 35,
    keyWaitDays: 30,
    logDays: 365,
  },
} as const satisfies Record<string, Stage>;

/**
 * @param name what the command line asked for, e.g. from `cdk synth -c stage=prod`
 * @returns the stage of that name
 * @throws RangeError naming the known stages when there is none of that name
 */
export function stageNamed(name: unknown): Stage {
  const found = Object.values(stages).find((stage) => stage.name === name);
  if (!found) {
    throw new RangeError(
      `No stage is called ${String(name)}. Use one of: ${Object.keys(stages).join(', ')}.`,
    );
  }
  return found;
}
