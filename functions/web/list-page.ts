import * as z from 'zod';
import { done, type Outcome, refuse } from '../../shared/domain/outcome.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import type { AskedBy } from './page.ts';

const PageQuery = z.strictObject(pageQuery);

/** Which part of a list an address asks for. One that no list gave out leads nowhere. */
export function pageAsked(
  { query }: Pick<AskedBy, 'query'>,
  limit: number,
): Outcome<z.infer<typeof PageQuery>> {
  const after = query.get('after');
  const read = PageQuery.safeParse({ limit: String(limit), ...(after !== null && { after }) });
  return read.success ? done(read.data) : refuse('not-found');
}

/** The address of the part after. */
export function nextPage(
  address: string,
  next: string | null,
  more: Readonly<Record<string, string>> = {},
): string | null {
  return next === null ? null : `${address}?${new URLSearchParams({ ...more, after: next })}`;
}
