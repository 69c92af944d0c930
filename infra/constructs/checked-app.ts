import { App, type AppProps, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/**
 * An app whose synthesis throws while a finding of the AwsSolutions or Serverless rules stands open.
 * A finding that is right to stay is closed on its own construct, by its exact id, with the reason:
 * `Validations.of(construct).acknowledge({ id, reason })`.
 * The feature flags come with the pinned library rather than `cdk.json`, so a test builds what the command builds.
 */
export function checkedApp(props: Omit<AppProps, 'context' | 'analyticsReporting'> = {}): App {
  const app = new App({ ...props, context: flags, analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}
