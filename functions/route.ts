import * as z from 'zod';
import type { Action } from '../shared/access/actions.ts';
import { type Outcome, refuse } from '../shared/domain/outcome.ts';
import { parsePart } from '../shared/http/invalid-request.ts';
import type { Call, Deps } from '../shared/usecases/call.ts';

/** A folder of `functions`: one Lambda. */
export type DoorName =
  | 'homes'
  | 'people'
  | 'requests'
  | 'matching'
  | 'proposals'
  | 'panels'
  | 'stays'
  | 'reports'
  | 'partnership';

export type Method = 'GET' | 'POST' | 'PUT';

/** One route of the API as data. The template, the roles, OpenAPI and the access tests are made from it. */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Answer = unknown> {
  readonly name: string;
  readonly method: Method;
  /** With `{homeId}` where a parameter stands, as API Gateway writes it. */
  readonly path: string;
  readonly door: DoorName;
  /** What the caller's roles must allow; the use case then asks about the case. */
  readonly action: Action;
  /** One sentence for the API's documentation. */
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly query: z.ZodType<Query>;
  readonly body: z.ZodType<Body>;
  readonly answer: z.ZodType<Answer>;
  readonly status: 200 | 201 | 202;
  /** True where If-Match must name the version that was read. */
  readonly ifMatch: boolean;
  /** What the answer is where it is text and not JSON. */
  readonly media?: 'text/csv';
}

/** A route with the use case behind it, types checked here and then no longer told apart. */
export interface Handled {
  readonly route: Route;
  readonly run: (deps: Deps, call: Call) => Promise<Outcome<unknown>>;
}

export function handle<Params, Query, Body, Answer>(
  route: Route<Params, Query, Body, Answer>,
  run: (deps: Deps, call: Call<Params, Body, Query>) => Promise<Outcome<Answer>>,
): Handled {
  return {
    route,
    run: async (deps, call) => {
      // An id that cannot be one reads like an id that is none.
      const params = route.params.safeParse(call.params);
      if (!params.success) return refuse('not-found');
      return run(deps, {
        ...call,
        params: params.data,
        query: parsePart(route.query, call.query, 'query'),
        body: parsePart(route.body, call.body, 'body'),
      });
    },
  };
}

/** What a route says for itself. `nothing` stands where it takes no parameters, query or body. */
interface About<Params, Answer> {
  readonly name: string;
  readonly door: DoorName;
  readonly action: Action;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly answer: z.ZodType<Answer>;
}

export const nothing = z.strictObject({});
export type Nothing = z.infer<typeof nothing>;

/** A route that reads. */
export function get<Params, Query, Answer>(
  path: string,
  about: About<Params, Answer> & { readonly query: z.ZodType<Query>; readonly media?: Route['media'] },
): Route<Params, Query, Nothing, Answer> {
  return { method: 'GET', path, status: 200, ifMatch: false, body: nothing, ...about };
}

/** A route that makes something, or takes a step; 201 unless it says otherwise. */
export function post<Params, Body, Answer>(
  path: string,
  about: About<Params, Answer> & {
    readonly body: z.ZodType<Body>;
    readonly status?: Route['status'];
    readonly ifMatch?: boolean;
  },
): Route<Params, Nothing, Body, Answer> {
  return { method: 'POST', path, status: 201, ifMatch: false, query: nothing, ...about };
}

/** A route that changes what is there, in the version that If-Match names. */
export function put<Params, Body, Answer>(
  path: string,
  about: About<Params, Answer> & { readonly body: z.ZodType<Body> },
): Route<Params, Nothing, Body, Answer> {
  return { method: 'PUT', path, status: 200, ifMatch: true, query: nothing, ...about };
}
