import type { Context } from 'aws-lambda';
import { routes } from '../../functions/routes.ts';
import { startFront } from '../../infra/local/front.ts';
import { markDirty } from '../../shared/store/operational.ts';
import { Records } from '../../shared/store/records.ts';
import { rematch } from '../../shared/usecases/matching/rematch.ts';
import { allDoors } from './doors.ts';
import { type Client, connect } from './http-client.ts';
import { type TestStore, testStore } from './store.ts';

/** The service as its users meet it: the real doors behind an HTTP server, on a table of its own. */
export interface World {
  readonly store: TestStore;
  readonly url: string;
  /** A member; their token is their id. */
  as(member: string): Client;
  /** Somebody without a token. */
  readonly nobody: Client;
  /** Makes the plan that is due, as the stream would soon after a change. */
  rematch(partnership?: string): Promise<void>;
  /** Sets the time to a moment, e.g. `2026-04-20T09:00:00Z`. */
  setNow(moment: string): void;
  /** What a partnership has on record, read past the doors. */
  records(partnership?: string): Records;
  /** Connections opened so far. */
  opened(): number;
  /** Opens connections for a race. */
  open(connections: number): Promise<void>;
  stop(): Promise<void>;
}

const anyMember = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Takes any token for the id of a member: who is one is for the doors to say. */
const verify = async (token: string) => (anyMember.test(token) ? { sub: token } : null);

/** @param models programmes in place of those that ship with the service */
export async function openWorld(
  now?: string,
  seed?: number,
  models?: TestStore['deps']['models'],
): Promise<World> {
  const store = await testStore(now, seed);
  const deps = { ...store.deps, ...(models && { models }) };
  const doors = allDoors(deps);
  const front = await startFront({
    port: 0,
    routes: routes.map(({ method, path, door }) => ({ method, path, door, authorized: true })),
    verify,
    invoke: async (name, event) => {
      const door = doors.get(name);
      if (!door) throw new Error(`There is no door called ${name}.`);
      return door(event, {} as Context);
    },
  });
  const connections = connect(front.url);
  return {
    store,
    url: front.url,
    as: (member) => connections.client(member),
    nobody: connections.client(null),
    async rematch(partnership = 'southampton') {
      await markDirty(deps.writing.table, partnership);
      await rematch(deps, partnership);
    },
    setNow: (moment) => store.setNow(moment),
    records: (partnership = 'southampton') => new Records(deps.writing.table, partnership),
    opened: () => connections.opened(),
    open: (count) => connections.open('/v1/homes', count),
    async stop() {
      connections.close();
      await front.stop();
    },
  };
}
