import * as z from 'zod';
import { Home } from '../../domain/home.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { isLettable } from '../../domain/room.ts';
import { homes } from '../../store/kinds/homes.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { ownPage } from './own-page.ts';

export const HomesAsked = z.strictObject(pageQuery);
export type HomesAsked = z.infer<typeof HomesAsked>;

/** A home in a list, with how many of its rooms are let. */
const HomeListed = z.strictObject({
  ...Home.pick({
    id: true,
    name: true,
    outcode: true,
    letting: true,
    unitType: true,
    supportLevel: true,
    offers: true,
  }).shape,
  lettableRooms: z.int().min(0),
  version: z.int().min(1),
});

export const HomesPage = pageOf(HomeListed);
export type HomesPage = z.infer<typeof HomesPage>;

/** The homes somebody may see, in the order of their references. */
export async function listHomes(
  deps: Deps,
  call: Call<unknown, unknown, HomesAsked>,
): Promise<Outcome<HomesPage>> {
  const records = recordsOf(deps, call);
  const { after, limit } = call.query;
  const read = (from: string | undefined) => records.list(homes, { after: from, limit });
  const page = await ownPage(records, call, 'homes.read', ({ id }) => id, read, after);
  const items = page.items.map(({ version, data: { home, rooms } }) => {
    const { id, name, outcode, letting, unitType, supportLevel, offers } = home;
    const lettableRooms = rooms.filter(isLettable).length;
    return { id, name, outcode, letting, unitType, supportLevel, offers, lettableRooms, version };
  });
  return done({ items, next: page.next });
}
