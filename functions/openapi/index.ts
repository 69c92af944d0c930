import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyStructuredResultV2 as ApiResult } from 'aws-lambda';
import { routes } from '../routes.ts';
import { openApiDocument } from './document.ts';

/** Seconds for which a copy is good: it changes with deployments only. */
const goodFor = 300;

let made: string | undefined;

/** Made once, with the first request: it takes longer than all of the start before it. */
function body(): string {
  made ??= JSON.stringify(openApiDocument(routes));
  return made;
}

/** Tells anybody what the API offers. */
export const handler = middy<unknown, ApiResult>()
  .use(httpSecurityHeaders())
  .handler(async () => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': `public, max-age=${goodFor}` },
    body: body(),
  }));
