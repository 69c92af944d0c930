import type { App, AppProps } from 'aws-cdk-lib';
import { checkedApp } from './constructs/checked-app.ts';
import { DataStack } from './stacks/data.ts';
import { type Stage, stageNamed } from './stages.ts';

/** Everything Homeward has in one stage. More stacks join here; each gets what it needs of the others by name. */
export interface Homeward {
  readonly app: App;
  readonly data: DataStack;
}

/**
 * Builds the app of one stage; nothing is written until `app.synth()`.
 * @param stage a stage, or nothing to take the one named on the command line (`-c stage=prod`; `dev` when unnamed)
 */
export function homeward(stage?: Stage, props: Pick<AppProps, 'outdir'> = {}): Homeward {
  const app = checkedApp(props);
  const data = new DataStack(app, stage ?? stageNamed(app.node.tryGetContext('stage') ?? 'dev'));
  return { app, data };
}

if (import.meta.main) homeward().app.synth();
