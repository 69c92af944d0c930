import * as z from 'zod';

// What is read of a cloud assembly and of the resources in it; whatever else they say does not matter here.

export const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).default({}),
    }),
  ),
});

export const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })).default({}),
});

export const LambdaFunction = z.object({
  Code: z.object({ S3Key: z.string().optional() }).default({}),
  Handler: z.string().default('index.handler'),
  Environment: z
    .object({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
  // The defaults here and below are CloudFormation's own.
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
});

export const Integration = z.object({ IntegrationUri: z.string() });

export const Route = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string().default('NONE'),
  Target: z.string(),
});

export const Authorizer = z.object({
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

export const Mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().default(100),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).default({ Filters: [] }),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.string()).default([]),
});

export const Schedule = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});
