import type { ComponentChildren } from 'preact';
import type { Action } from '../../shared/access/actions.ts';
import type { Instant } from '../../shared/domain/day.ts';
import type { Member } from '../../shared/domain/member.ts';
import { type Outcome, refuse } from '../../shared/domain/outcome.ts';
import type { Kept } from '../../shared/store/kind.ts';
import type { Call, Deps } from '../../shared/usecases/call.ts';
import type { Crumb } from '../../shared/web/components/ways.tsx';
import type { Viewer } from '../../shared/web/document.tsx';
import type { PathName } from '../../shared/web/paths.ts';
import type { FindPlace } from './places.ts';

/** What a page answers with: something to read or to keep, somewhere else to go, or a refusal in plain words. */
export type Answer =
  | {
      readonly show: ComponentChildren;
      readonly title: string;
      /** 200 when left out; 422 where something sent has to be put right. */
      readonly status?: 200 | 409 | 422;
      /** Where its back link leads. */
      readonly back?: string;
      /** Where it stands below other pages. */
      readonly crumbs?: readonly Crumb[];
    }
  | { readonly goTo: string }
  /** Something to keep: its text, what it is called and its media type. */
  | { readonly file: string; readonly name: string; readonly type: 'text/csv' }
  | Outcome<never>;

/** What anybody's request for a page has. */
export interface Asked {
  /** What the references in the path stand for. */
  readonly refs: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What a form sent; empty on a GET. */
  readonly form: URLSearchParams;
}

/** What a request of somebody signed in has besides. */
export interface AskedBy extends Asked {
  readonly deps: Deps;
  readonly who: Kept<Member>;
  readonly viewer: Viewer;
  readonly now: Instant;
  /** Where a postcode somebody wrote is. */
  readonly placeOf: FindPlace;
}

type Handler<Of> = (asked: Of) => Answer | Promise<Answer>;

/** A page for anybody, and one for members whose roles allow what it is for. */
export type Page =
  | { readonly path: PathName; readonly open: true; readonly get: Handler<Asked> }
  | {
      readonly path: PathName;
      readonly open?: false;
      /** What somebody's roles must allow to see it; the use cases behind it then ask about the case. */
      readonly action: Action;
      /** Which way of the menu it belongs to. */
      readonly at?: PathName;
      readonly get: Handler<AskedBy>;
      readonly post?: Handler<AskedBy>;
    };

/** A call of a use case that reads, in the name of whoever asked for the page. */
export function reading<Params, Query>(
  { who }: Pick<AskedBy, 'who'>,
  params: Params,
  query: Query,
): Call<Params, Record<string, never>, Query> {
  return { who, params, query, body: {}, key: '', payload: '', ifMatch: null };
}

/**
 * A call of a use case that writes. The same key with the same answers has one effect, so a form sent twice does what it
 * says once.
 * @param name of what is done, as the key stands for it
 */
export function writing<Params, Body>(
  { who }: Pick<AskedBy, 'who'>,
  name: string,
  sent: {
    readonly params: Params;
    readonly body: Body;
    readonly key: string;
    readonly ifMatch?: number | null;
  },
): Call<Params, Body, Record<string, never>> {
  const { params, body, key, ifMatch = null } = sent;
  const payload = `page ${name} ${JSON.stringify({ params, body })}`;
  return { who, params, query: {}, body, key, payload, ifMatch };
}

/** What a page says was just done, by the name its address gives it; null where it names nothing that is. */
export function justDone({ query }: Asked, words: Readonly<Record<string, string>>): string | null {
  const name = query.get('done') ?? '';
  return Object.hasOwn(words, name) ? (words[name] ?? null) : null;
}

/** A reference from the address, as the domain knows it; one that cannot be one reads like one that is none. */
export function refOf<T>(
  shape: { safeParse(text: unknown): { success: boolean; data?: T } },
  text: string | undefined,
): Outcome<T> {
  const { data } = shape.safeParse(text);
  return data === undefined ? refuse('not-found') : { ok: true, value: data };
}
