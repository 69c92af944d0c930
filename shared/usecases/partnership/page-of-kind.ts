import * as z from 'zod';
import type { Kept, Kind } from '../../store/kind.ts';
import type { Records } from '../../store/records.ts';
import { pageQuery } from '../paging.ts';

export const PageAsked = z.strictObject(pageQuery);
export type PageAsked = z.infer<typeof PageAsked>;

/** A page of the list of a kind, each record shown in one way. */
export async function pageOfKind<T, Shown>(
  records: Records,
  kind: Kind<T>,
  asked: PageAsked & { readonly within?: string },
  show: (kept: Kept<T>) => Shown,
): Promise<{ items: Shown[]; next: string | null }> {
  const { items, next } = await records.list(kind, asked);
  return { items: items.map(show), next };
}
