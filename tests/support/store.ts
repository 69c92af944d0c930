import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { inject } from 'vitest';
import type { DoorDeps } from '../../functions/door.ts';
import { createLocalTable, localClient } from '../../infra/local/dynamodb-local.ts';
import { Instant } from '../../shared/domain/day.ts';
import type { Member, Role } from '../../shared/domain/member.ts';
import { Member as MemberSchema } from '../../shared/domain/member.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { itemOf } from '../../shared/store/item.ts';
import { everywhere } from '../../shared/store/keys.ts';
import type { Kind } from '../../shared/store/kind.ts';
import { members } from '../../shared/store/kinds/partnerships.ts';
import type { LogCode, LogFacts } from '../../shared/watch/log-codes.ts';
import { panelOfOne } from './panel-of-one.ts';
import { writeItems } from './write-items.ts';

let tables = 0;

/** What a test works with: the real store on a table of its own, a clock it sets, ids and pauses from a seed. */
export interface TestStore {
  readonly deps: DoorDeps;
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly logged: { code: LogCode; facts: LogFacts }[];
  /** Sets the time to a moment, e.g. `2026-04-20T09:00:00Z`. */
  setNow(moment: string): void;
  /** What `put` wrote, by kind and id: records whose first version no commit made. */
  readonly scenery: ReadonlySet<string>;
  /** Writes a record as it is, without a commit: to set a scene, never to do what is being tested. */
  put<T>(partnership: string, kind: Kind<T>, data: T): Promise<void>;
  /** Adds somebody with roles; the id is the subject of their token. */
  member(id: string, roles: Role[], more?: Partial<Record<keyof Member, unknown>>): Promise<Member>;
  /** Another store with all that is in this one, at the same moment: what is done to one is not done to the other. */
  copy(): Promise<TestStore>;
}

/** How `scenery` names a record. */
export const sceneryName = (owner: string, kind: string, id: string): string => `${owner} ${kind} ${id}`;

/** Where a store starts from. */
interface Start {
  readonly now: string;
  readonly seed: number;
  /** Ids given out so far. */
  readonly ids: number;
  readonly scenery: ReadonlySet<string>;
}

export function testStore(now = '2026-04-20T09:00:00Z', seed = 1): Promise<TestStore> {
  return storeFrom({ now, seed, ids: 0, scenery: new Set() });
}

async function storeFrom({ now, seed, ...start }: Start): Promise<TestStore> {
  const endpoint = inject('dynamoDbEndpoint');
  const base = localClient(endpoint);
  const tableName = `homeward-test-${process.pid}-${++tables}-${Date.now().toString(36)}`;
  // Every stream record makes the emulator slower for all tables, and nobody reads the stream of these.
  await createLocalTable(base, tableName, { stream: false });
  const client = DynamoDBDocumentClient.from(base);
  const random = xoroshiro128plus(seed);
  const logged: TestStore['logged'] = [];
  const scenery = new Set(start.scenery);
  let moment = Instant.parse(now);
  let ids = start.ids;
  const pause = (attempt: number): Promise<void> => {
    const most = Math.min(100, 5 * 2 ** attempt);
    return new Promise((done) => setTimeout(done, uniformInt(random, 0, most)));
  };
  const put = async <T>(partnership: string, kind: Kind<T>, data: T): Promise<void> => {
    scenery.add(sceneryName(kind.everywhere ? everywhere : partnership, kind.name, kind.id(data)));
    await client.send(
      new PutCommand({ TableName: tableName, Item: { ...itemOf(partnership, kind, 1, data) } }),
    );
  };
  return {
    client,
    tableName,
    logged,
    scenery,
    setNow: (at) => {
      moment = Instant.parse(at);
    },
    put,
    async member(id, roles, more = {}) {
      const made = MemberSchema.parse({
        id,
        partnershipId: 'southampton',
        organisationId: 'council',
        roles,
        workerId: null,
        hospitalSite: null,
        active: true,
        ...more,
      });
      await put('_', members, made);
      return made;
    },
    async copy() {
      const other = await storeFrom({ now: moment, seed, ids, scenery });
      await copyItems(client, tableName, other.tableName);
      return other;
    },
    deps: {
      log: (code, facts) => {
        logged.push({ code, facts });
      },
      models: serviceModels(),
      policy: panelOfOne,
      writing: {
        table: { client, tableName, pause },
        secret: 'a secret for tests',
        now: () => moment,
        newId: (prefix) => `${prefix}-${String(++ids).padStart(6, '0')}`,
      },
    },
  };
}

async function copyItems(client: DynamoDBDocumentClient, from: string, to: string): Promise<void> {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: from, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    );
    await writeItems(client, to, Items);
    start = LastEvaluatedKey;
  } while (start);
}
