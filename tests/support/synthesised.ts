import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { type Homeward, homeward } from '../../infra/app.ts';
import type { Stage } from '../../infra/stages.ts';

export interface Synthesised extends Homeward {
  readonly templates: Readonly<Record<'data' | 'service' | 'watch', Template>>;
  /** What the security rules found and nobody acknowledged. */
  readonly findings: unknown[];
}

/**
 * Builds one stage as the command line does, with whatever a test plants in it, but for the bundles of the functions.
 * @throws Error when synthesis does
 */
export function synthesise(stage: Stage, plant: (built: Homeward) => void = () => {}): Synthesised {
  const outdir = mkdtempSync(join(tmpdir(), 'homeward-infra-'));
  try {
    const built = homeward(stage, { outdir, bundles: false });
    plant(built);
    built.app.synth();
    const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
    const { data, service, watch } = built;
    return {
      ...built,
      templates: {
        data: Template.fromStack(data),
        service: Template.fromStack(service),
        watch: Template.fromStack(watch),
      },
      findings: report.pluginReports,
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever a template holds
export type Properties = any;

/** The resources of a type, with the ids CloudFormation knows them by. */
export function resources(template: Template, type: string): { id: string; properties: Properties }[] {
  return Object.entries(template.findResources(type)).map(([id, { Properties: properties }]) => ({
    id,
    properties,
  }));
}
