import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Instant } from '../../../shared/domain/day.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Item } from '../../../shared/store/item.ts';
import { keptOf } from '../../../shared/store/item.ts';
import { current, keyNames } from '../../../shared/store/keys.ts';
import type { Kept, Kind } from '../../../shared/store/kind.ts';
import * as beforeMoves from '../../../shared/store/kinds/before-moves.ts';
import * as cascades from '../../../shared/store/kinds/cascades.ts';
import * as contacts from '../../../shared/store/kinds/contacts.ts';
import * as departures from '../../../shared/store/kinds/departures.ts';
import * as homes from '../../../shared/store/kinds/homes.ts';
import * as partnerships from '../../../shared/store/kinds/partnerships.ts';
import * as people from '../../../shared/store/kinds/people.ts';
import * as placing from '../../../shared/store/kinds/placing.ts';
import * as plans from '../../../shared/store/kinds/plans.ts';
import * as workers from '../../../shared/store/kinds/workers.ts';
import type { TestStore } from '../store.ts';

/** A record with the item it was read from. */
export interface Read<T = unknown> {
  readonly kept: Kept<T>;
  readonly item: Item;
}

const Outbox = z.object({ commit: z.string(), subjects: z.array(z.string()) });

/** Everything in the table at once, sorted by what it is. */
export class Snapshot {
  readonly now: Instant;
  readonly secret: string;
  readonly policy: Policy;
  readonly scenery: ReadonlySet<string>;
  readonly items: readonly Item[];
  /** Items that are of a kind but do not fit it. */
  readonly unreadable: string[] = [];
  readonly #records = new Map<string, Read[]>();
  readonly audit: { readonly partnership: string; readonly entry: AuditEntry }[] = [];
  readonly outbox: { readonly partnership: string; readonly told: z.infer<typeof Outbox> }[] = [];
  readonly idempotency: { readonly partnership: string }[] = [];

  constructor(store: TestStore, items: readonly Item[]) {
    this.now = store.deps.writing.now();
    this.secret = store.deps.writing.secret;
    this.policy = store.deps.policy;
    this.scenery = store.scenery;
    this.items = items;
    for (const item of items) this.#sort(item);
  }

  #sort(item: Item): void {
    const partnership = String(item.partnership);
    const data = (): unknown => JSON.parse(String(item.data));
    const kind = recordKinds.get(String(item.kind));
    try {
      if (item.kind === 'audit') this.audit.push({ partnership, entry: AuditEntry.parse(data()) });
      else if (item.kind === 'outbox') this.outbox.push({ partnership, told: Outbox.parse(data()) });
      else if (item.kind === 'idempotency') this.idempotency.push({ partnership });
      else if (kind && item[keyNames.sort] === current) {
        const read = { kept: keptOf(partnership, kind, item), item };
        this.#records.set(kind.name, [...(this.#records.get(kind.name) ?? []), read]);
      }
    } catch {
      this.unreadable.push(`${nameOf(item)} does not fit its kind`);
    }
  }

  /** All records of every kind that has an audit trail. */
  all(): Read[] {
    return [...this.#records.values()].flat();
  }

  /** The records of a kind in one partnership. */
  of<T>(partnership: string, kind: Kind<T>): T[] {
    const read = (this.#records.get(kind.name) ?? []) as Read<T>[];
    return read.filter(({ kept }) => kept.partnership === partnership).map(({ kept }) => kept.data);
  }

  /** Partnerships that have anything on record. */
  partnerships(): string[] {
    return [...new Set(this.all().map(({ kept }) => kept.partnership))].filter((one) => one !== '_');
  }
}

export const nameOf = (item: Item): string => `${item[keyNames.partition]} ${item[keyNames.sort]}`;

/** Every kind whose records are read here. The engine's own kinds decide nothing and are left out. */
const engines = new Set(['plan', 'suggestion']);
const recordKinds: ReadonlyMap<string, Kind<unknown>> = new Map(
  [beforeMoves, cascades, contacts, departures, homes, partnerships, people, placing, plans, workers]
    .flatMap((kinds): unknown[] => Object.values(kinds))
    .filter(isKind)
    .filter(({ name }) => !engines.has(name))
    .map((kind) => [kind.name, kind]),
);

function isKind(one: unknown): one is Kind<unknown> {
  return typeof one === 'object' && one !== null && 'schema' in one && 'subjects' in one;
}

/** Reads the whole table. */
export async function snapshotOf(store: TestStore): Promise<Snapshot> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await store.client.send(
      new ScanCommand({
        TableName: store.tableName,
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => item as Item));
    start = page.LastEvaluatedKey;
  } while (start);
  return new Snapshot(store, items);
}
