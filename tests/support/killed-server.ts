import type { Context } from 'aws-lambda';
import { fromEnvironment } from '../../functions/deps.ts';
import { routes } from '../../functions/routes.ts';
import { startFront } from '../../infra/local/front.ts';
import { allDoors } from './doors.ts';

/**
 * A process of its own that serves every door over HTTP, with what a Lambda makes of its environment. A token is the id
 * of a member. It tells its parent where it answers, and ends when its parent does.
 */
const doors = allDoors(fromEnvironment());
const front = await startFront({
  port: 0,
  routes: routes.map(({ method, path, door }) => ({ method, path, door, authorized: true })),
  verify: async (token) => ({ sub: token }),
  invoke: async (name, event) => {
    const door = doors.get(name);
    if (!door) throw new Error(`There is no door called ${name}.`);
    return door(event, {} as Context);
  },
});
process.once('disconnect', () => process.exit());
process.send?.(front.url);
