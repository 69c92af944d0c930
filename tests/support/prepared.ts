import { type Desk, prepareMove } from '../../infra/local/prepare-move.ts';
import type { Answered, Asking } from './ask.ts';
import type { World } from './world.ts';

type Ask = (route: string, asking: Asking) => Promise<Pick<Answered, 'status' | 'body'>>;

const routeOf: Readonly<Record<string, string>> = {
  'before-move': 'readBeforeMove',
  introductions: 'recordIntroduction',
  preparations: 'recordPreparation',
};

/** The route a desk's path leads to, and what goes with it. */
function askedAt(path: string): { route: (reads: boolean) => string; params: Record<string, string> } {
  const [, stayId = '', last = ''] = /^\/v1\/stays\/([^/]+)\/([a-z-]+)$/.exec(path) ?? [];
  return {
    route: (reads) => routeOf[last] ?? (reads ? 'listWorkers' : 'addWorker'),
    params: stayId === '' ? {} : { stayId },
  };
}

const well = (path: string, { status, body }: Pick<Answered, 'status' | 'body'>): unknown => {
  if (status < 300) return body;
  throw new Error(`${path}: ${JSON.stringify(body)}`);
};

/** A desk that asks the handlers directly. */
export const deskThat = (ask: Ask): Desk => ({
  async read(as, path) {
    const { route, params } = askedAt(path);
    return well(path, await ask(route(true), { as, params }));
  },
  async post(as, path, _, body) {
    const { route, params } = askedAt(path);
    return well(path, await ask(route(false), { as, params, body }));
  },
});

/** A desk over HTTP. */
export const deskOver = (world: World): Desk => ({
  read: async (as, path) => well(path, await world.as(as).get(path)),
  post: async (as, path, _, body) => well(path, await world.as(as).post(path, body)),
});

/** Does what the programme asks for before somebody moves in, by asking the handlers directly. */
export const prepare = (ask: Ask, stayId: string, on: string): Promise<string[]> =>
  prepareMove(deskThat(ask), stayId, on);
