import { App, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

export interface CheckedAppProps {
  /** Where the templates are written. */
  readonly outdir?: string;
  /** False for what looks at the templates alone and can do without the bundles of the functions. */
  readonly bundles?: boolean;
}

/**
 * An app whose synthesis throws while a finding of the AwsSolutions or Serverless rules stands open.
 * A finding that is right to stay is closed on its own construct, by its exact id, with the reason:
 * `Validations.of(construct).acknowledge({ id, reason })`.
 * The feature flags come with the pinned library rather than `cdk.json`, so a test builds what the command builds.
 */
export function checkedApp({ outdir, bundles = true }: CheckedAppProps = {}): App {
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    context: { ...flags, ...(!bundles && { 'aws:cdk:bundling-stacks': [] }) },
    analyticsReporting: false,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}
