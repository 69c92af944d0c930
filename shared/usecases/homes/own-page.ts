import type { Action } from '../../access/actions.ts';
import { barredFrom } from '../../access/own-case.ts';
import type { HomeFile } from '../../domain/files.ts';
import type { Kept } from '../../store/kind.ts';
import { homes } from '../../store/kinds/homes.ts';
import type { Page, Records } from '../../store/records.ts';
import type { Call } from '../call.ts';

/** Pages read at most to find something that is theirs, so that one request costs only so much. */
const mostPages = 10;

/**
 * A page of what is the caller's own to see. It may hold fewer than were asked for; `next` leads on while there is more.
 * @param homeOf the home that an item belongs to
 */
export async function ownPage<T>(
  records: Records,
  { who }: Pick<Call, 'who'>,
  action: Action,
  homeOf: (item: Kept<T>) => string,
  read: (after: string | undefined) => Promise<Page<T>>,
  after: string | undefined,
): Promise<Page<T>> {
  let page = await read(after);
  for (let pages = 1; ; pages++) {
    const files = await records.getMany(homes, page.items.map(homeOf));
    const theirs = new Set(files.filter((home) => isTheirs(who, action, home.data)).map((home) => home.id));
    const items = page.items.filter((item) => theirs.has(homeOf(item)));
    if (items.length > 0 || page.next === null || pages === mostPages) return { items, next: page.next };
    page = await read(page.next);
  }
}

const isTheirs = ({ data }: Call['who'], action: Action, home: HomeFile): boolean =>
  barredFrom(data, action, { home }) === null;
