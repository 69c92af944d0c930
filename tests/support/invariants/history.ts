import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { brokenEntry, keyedHash } from '../../../shared/store/audit.ts';
import { everywhere } from '../../../shared/store/keys.ts';
import { sceneryName } from '../store.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Trails are whole; every version of every record is named once in the trail of each of its subjects, and nothing is
 * named that is not there; each commit left one outbox item and one idempotency item.
 */
export function brokenHistory(snapshot: Snapshot): string[] {
  return [...brokenTrails(snapshot), ...brokenVersions(snapshot), ...brokenCommits(snapshot)];
}

function brokenTrails({ audit }: Snapshot): string[] {
  const trails = Map.groupBy(audit, ({ partnership, entry }) => `${partnership} ${entry.subject}`);
  return [...trails].flatMap(([trail, found]) => {
    const entries = found.map(({ entry }) => entry).sort((a, b) => a.number - b.number);
    const broken = brokenEntry(entries);
    return broken === null ? [] : [`audit of ${trail} is broken at entry ${broken}`];
  });
}

interface Named {
  readonly version: number;
  readonly hash: string;
}

function brokenVersions(snapshot: Snapshot): string[] {
  const named = namedVersions(snapshot.audit);
  const onRecord = snapshot.all().flatMap(({ kept, item }) => {
    const owner = kept.kind.everywhere ? everywhere : kept.partnership;
    const record = sceneryName(owner, kept.kind.name, kept.id);
    const first = snapshot.scenery.has(record) ? 2 : 1;
    return kept.kind.subjects(kept.data).flatMap((subject) => {
      const key = `${record} in ${subject}`;
      const found = named.get(key) ?? [];
      named.delete(key);
      const wanted = Array.from({ length: kept.version - first + 1 }, (_, i) => first + i);
      const versions = found.map((one) => one.version).sort((a, b) => a - b);
      if (String(versions) !== String(wanted))
        return [`${key}: versions ${versions.join(', ')} are named, not ${wanted.join(', ')}`];
      const last = found.find((one) => one.version === kept.version);
      if (!last || last.hash === keyedHash(snapshot.secret, String(item.data))) return [];
      return [`${key}: what is kept is not what version ${kept.version} became`];
    });
  });
  return [...onRecord, ...[...named.keys()].map((key) => `${key} is named and not on record`)];
}

/** Records of no partnership are named in the trail of the partnership they concern. */
const everywhereKinds = new Set(['contact', 'member', 'partnership']);

function namedVersions(audit: Snapshot['audit']): Map<string, Named[]> {
  const named = new Map<string, Named[]>();
  for (const { partnership, entry } of audit)
    for (const { kind, id, version, hash } of entry.changes) {
      const owner = everywhereKinds.has(kind) ? everywhere : partnership;
      const key = `${sceneryName(owner, kind, id)} in ${entry.subject}`;
      named.set(key, [...(named.get(key) ?? []), { version, hash }]);
    }
  return named;
}

function brokenCommits({ audit, outbox, idempotency }: Snapshot): string[] {
  const audited = Map.groupBy(audit, ({ entry }) => entry.commit);
  const posted = Map.groupBy(outbox, ({ told }) => told.commit);
  const commits = new Set([...audited.keys(), ...posted.keys()]);
  const uneven = [...commits].flatMap((commit) => {
    const posts = posted.get(commit) ?? [];
    if (posts.length !== 1) return [`commit ${commit} has ${posts.length} outbox items`];
    const subjects = subjectsOf((audited.get(commit) ?? []).map(({ entry }) => entry));
    const told = [...(posts[0]?.told.subjects ?? [])].sort();
    return String(subjects) === String(told)
      ? []
      : [`commit ${commit} tells of ${told} and its audit names ${subjects}`];
  });
  return idempotency.length === posted.size
    ? uneven
    : [...uneven, `${posted.size} commits left ${idempotency.length} idempotency items`];
}

const subjectsOf = (entries: readonly AuditEntry[]): string[] => entries.map((one) => one.subject).sort();
