import type { App } from 'aws-cdk-lib';
import { type CheckedAppProps, checkedApp } from './constructs/checked-app.ts';
import { refuseLocalSettings } from './constructs/guard.ts';
import { DataStack } from './stacks/data.ts';
import { ServiceStack } from './stacks/service.ts';
import { WatchStack } from './stacks/watch.ts';
import { type Stage, stageNamed } from './stages.ts';

/** Everything Homeward has in one stage. Each stack gets what it needs of the others by name. */
export interface Homeward {
  readonly app: App;
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly watch: WatchStack;
}

/**
 * Builds the app of one stage; nothing is written until `app.synth()`.
 * @param stage a stage, or nothing to take the one named on the command line (`-c stage=prod`; `dev` when unnamed)
 */
export function homeward(stage?: Stage, props: CheckedAppProps = {}): Homeward {
  const app = checkedApp(props);
  const of = stage ?? stageNamed(app.node.tryGetContext('stage') ?? 'dev');
  const data = new DataStack(app, of);
  const service = new ServiceStack(app, of);
  const watch = new WatchStack(app, of);
  service.addStackDependency(data);
  watch.addStackDependency(service);
  refuseLocalSettings(app);
  return { app, data, service, watch };
}

if (import.meta.main) homeward().app.synth();
