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

/** Parts of a list read at most for one page, so that one request costs only so much. */
const mostParts = 5;

interface Part<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * A page of those in a list who are meant. Others stand between them, so parts are read until there are enough, or the
 * list ends: nobody has to turn pages to find the one line that is new.
 * @param asked where the first part begins, and its size; as many make a page
 * @param meantOf one of those meant as it is to be listed; nothing of any other
 */
export async function pageOfThose<Item, Meant>(
  asked: z.infer<typeof PageQuery>,
  read: (part: z.infer<typeof PageQuery>) => Promise<Outcome<Part<Item>>>,
  meantOf: (item: Item) => readonly Meant[],
): Promise<Outcome<Part<Meant>>> {
  const meant: Meant[] = [];
  let { after } = asked;
  for (let parts = 1; ; parts++) {
    const part = await read({ ...asked, after });
    if (!part.ok) return part;
    const { items, next } = part.value;
    meant.push(...items.flatMap(meantOf));
    if (next === null || meant.length >= asked.limit || parts === mostParts)
      return done({ items: meant, next });
    after = next;
  }
}

/** The address of the part after. */
export function nextPage(
  address: string,
  next: string | null,
  more: Readonly<Record<string, string>> = {},
): string | null {
  return next === null ? null : `${address}?${new URLSearchParams({ ...more, after: next })}`;
}
