import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { FrontRoute } from './front-routes.ts';
import { type LocalValues, Resolver, Template } from './resolve.ts';
import {
  Assets,
  Authorizer,
  Integration,
  LambdaFunction,
  Manifest,
  Mapping,
  Route,
  Schedule,
} from './template-shapes.ts';

/** A function as it would be deployed. */
export interface LocalFunction {
  readonly name: string;
  /** Folder of its bundle. */
  readonly folder: string;
  /** `index.handler`: file and export. */
  readonly handler: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
}

/** How records of the table's stream reach a function. */
export interface StreamMapping {
  readonly function: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Patterns of which a record must match one; none lets every record through. */
  readonly patterns: readonly unknown[];
  /** Tries after the first; -1: until it goes through. */
  readonly retries: number;
  readonly bisect: boolean;
  readonly partialFailures: boolean;
}

export interface LocalSchedule {
  readonly function: string;
  /** `rate(1 minute)` or `cron(…)`. */
  readonly expression: string;
  readonly input: unknown;
}

/** What the templates say would be deployed, with local values in place of what AWS would give. */
export interface LocalApp {
  readonly functions: readonly LocalFunction[];
  readonly routes: readonly FrontRoute[];
  /** What a token must say; null where no route asks for one. */
  readonly tokens: { readonly issuer: string; readonly audience: readonly string[] } | null;
  readonly streams: readonly StreamMapping[];
  readonly schedules: readonly LocalSchedule[];
}

/** Reads the templates and bundles that synthesis wrote into a folder. @throws RangeError on what is not known here */
export function readAssembly(folder: string, values: LocalValues): LocalApp {
  const { artifacts } = Manifest.parse(jsonIn(folder, 'manifest.json'));
  const files = Object.values(artifacts).flatMap(({ type, properties }) =>
    type === 'aws:cloudformation:stack' && properties.templateFile ? [properties.templateFile] : [],
  );
  const assets = Object.values(artifacts).flatMap(({ type, properties }) =>
    type === 'cdk:asset-manifest' && properties.file ? [Assets.parse(jsonIn(folder, properties.file))] : [],
  );
  const folders = new Map(
    assets.flatMap(({ files: all }) =>
      Object.entries(all).flatMap(([hash, { source }]) =>
        source.path === undefined ? [] : [[hash, join(folder, source.path)] as const],
      ),
    ),
  );
  return appOf(
    files.map((file) => Template.parse(jsonIn(folder, file))),
    folders,
    values,
  );
}

/** @param folders where each bundle is, by the hash that its key in the bucket begins with */
export function appOf(
  templates: readonly Template[],
  folders: ReadonlyMap<string, string>,
  values: LocalValues,
): LocalApp {
  const resolver = new Resolver(templates, values);
  const all = <T>(type: string, shape: z.ZodType<T>): (T & { readonly id: string })[] =>
    templates.flatMap((template) =>
      Object.entries(template.Resources).flatMap(([id, resource]) =>
        resource.Type === type
          ? [{ ...shape.parse(resolver.resolve(resource.Properties, template)), id }]
          : [],
      ),
    );
  const integrations = new Map(
    all('AWS::ApiGatewayV2::Integration', Integration).map((one) => [one.id, one]),
  );
  const [authorizer] = all('AWS::ApiGatewayV2::Authorizer', Authorizer);
  return {
    functions: all('AWS::Lambda::Function', LambdaFunction).flatMap((one) => functionOf(one, folders)),
    routes: all('AWS::ApiGatewayV2::Route', Route).map(({ RouteKey, AuthorizationType, Target }) => {
      const [method = '', path = '$default'] = RouteKey.split(' ');
      const integration = integrations.get(Target.replace('integrations/', ''));
      if (!integration) throw new RangeError(`The route ${RouteKey} has no integration.`);
      return {
        method: path === '$default' ? 'ANY' : method,
        path,
        door: functionNamed(integration.IntegrationUri),
        authorized: AuthorizationType === 'JWT',
      };
    }),
    tokens: authorizer
      ? { issuer: authorizer.JwtConfiguration.Issuer, audience: authorizer.JwtConfiguration.Audience }
      : null,
    streams: all('AWS::Lambda::EventSourceMapping', Mapping)
      .filter((one) => one.EventSourceArn.includes(':dynamodb:'))
      .map(mappingOf),
    schedules: all('AWS::Scheduler::Schedule', Schedule)
      .filter((one) => one.State === 'ENABLED')
      .map(({ ScheduleExpression, Target }) => ({
        function: functionNamed(Target.Arn),
        expression: ScheduleExpression,
        input: Target.Input === undefined ? {} : JSON.parse(Target.Input),
      })),
  };
}

/** Functions whose code is no bundle of ours are helpers of the deployment; none of them runs here. */
function functionOf(
  { id, Code, Handler, Environment, Timeout, MemorySize }: z.infer<typeof LambdaFunction> & { id: string },
  folders: ReadonlyMap<string, string>,
): LocalFunction[] {
  const folder = folders.get(Code.S3Key?.replace(/\.zip$/, '') ?? '');
  if (folder === undefined) return [];
  return [
    {
      name: id,
      folder,
      handler: Handler,
      env: Environment.Variables,
      timeoutSeconds: Timeout,
      memoryMegabytes: MemorySize,
    },
  ];
}

function mappingOf(one: z.infer<typeof Mapping>): StreamMapping {
  return {
    function: functionNamed(one.FunctionName),
    batchSize: one.BatchSize,
    windowSeconds: one.MaximumBatchingWindowInSeconds,
    patterns: one.FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern)),
    retries: one.MaximumRetryAttempts,
    bisect: one.BisectBatchOnFunctionError,
    partialFailures: one.FunctionResponseTypes.includes('ReportBatchItemFailures'),
  };
}

/** The name of a function, from its name or address. */
const functionNamed = (text: string): string => /function:([^:/]+)/.exec(text)?.[1] ?? text;

function jsonIn(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
