import { Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { openApiPath } from '../../functions/openapi/path.ts';
import { routes } from '../../functions/routes.ts';
import type { Stage } from '../stages.ts';
import type { DataNames } from './data-names.ts';
import { logGroup } from './log-group.ts';

/**
 * What is logged of each request. The route key stands for the path, which holds the ids of people and homes; who asked
 * and from where is not logged here, as the audit trail tells who did what.
 */
const logged = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseMilliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  error: '$context.error.responseType',
};

/** The HTTP API: every route of the table of routes, behind a token; what it offers, for anybody to read; and the pages. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly #integrations = new Map<string, HttpLambdaIntegration>();
  readonly #functions: ReadonlyMap<string, IFunction>;

  /** @param functions of the doors, by name */
  constructor(scope: Construct, stage: Stage, data: DataNames, functions: ReadonlyMap<string, IFunction>) {
    super(scope, 'Api');
    this.#functions = functions;
    // No origin is allowed to call it from a browser: the pages are served from the same address.
    this.api = new HttpApi(this, 'Http', {
      apiName: `homeward-${stage.name}`,
      description: `Homeward ${stage.name}`,
      createDefaultStage: false,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: stage.requestsPerSecond, burstLimit: stage.requestsAtOnce },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          // Under this name API Gateway may write without a policy of its own for each log.
          logGroup(this, 'AccessLog', stage, `/aws/vendedlogs/homeward-${stage.name}-api`),
        ),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
    const token = new HttpJwtAuthorizer('Token', data.Issuer, { jwtAudience: [data.Audience] });
    for (const { method, path, door } of routes) this.#route(door, method, path, token);
    const open = this.#route('openapi', 'GET', openApiPath, new HttpNoneAuthorizer());
    Validations.of(open).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'What the API offers is no secret: it is in the source, and whoever writes a client needs it first.',
    });
    // Whatever is no route of the API is a page, or a page that says there is none.
    const pages = this.#route('web', null, '$default', new HttpNoneAuthorizer());
    Validations.of(pages).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The pages sign people in themselves: a browser brings a cookie and no token, which an authorizer cannot read.',
    });
  }

  #route(
    door: string,
    method: 'GET' | 'POST' | 'PUT' | null,
    path: string,
    authorizer: IHttpRouteAuthorizer,
  ): HttpRoute {
    const [id, routeKey] =
      method === null
        ? ['Pages', HttpRouteKey.DEFAULT]
        : [`${method} ${path}`.replaceAll('/', '.'), HttpRouteKey.with(path, HttpMethod[method])];
    return new HttpRoute(this, id, {
      httpApi: this.api,
      routeKey,
      integration: this.#integrationOf(door),
      authorizer,
    });
  }

  /** One for all routes of a door, which then needs one permission and not one for each route. */
  #integrationOf(door: string): HttpLambdaIntegration {
    const known = this.#integrations.get(door);
    if (known) return known;
    const handler = this.#functions.get(door);
    if (!handler) throw new RangeError(`A route names the door ${door}, and there is none.`);
    const made = new HttpLambdaIntegration(door, handler, { scopePermissionToRoute: false });
    this.#integrations.set(door, made);
    return made;
  }
}
