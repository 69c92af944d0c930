import * as z from 'zod';
import { AuditChange, type AuditEntry, Deed } from '../../domain/audit.ts';
import { Day, Instant, londonDay, sayDay } from '../../domain/day.ts';
import type { Member, Role } from '../../domain/member.ts';
import { auditOf } from '../../store/audit.ts';
import type { Subject } from '../../store/kind.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { byWords, membersBehind } from './by.ts';
import type { Context } from './told.ts';
import { words } from './words.ts';

export const TimelineAsked = z.strictObject({
  /** Only what came before this number: the `next` of a page. */
  before: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'Give the next of the page after, as it was')
    .transform(Number)
    .optional(),
  limit: pageQuery.limit,
});
export type TimelineAsked = z.infer<typeof TimelineAsked>;

const TimelineEntry = z.strictObject({
  number: z.int().min(1),
  at: Instant,
  day: Day,
  /** By their role; never by name. */
  by: z.string(),
  /** Only for those who watch over what members do. */
  memberId: z.string().nullable(),
  deed: Deed,
  sentence: z.string(),
  changes: z.array(AuditChange.pick({ kind: true, id: true, version: true, from: true, to: true })),
});
type TimelineEntry = z.infer<typeof TimelineEntry>;

/** The newest of what happened, in the order it happened. `next` asks for what came before. */
export const TimelinePage = pageOf(TimelineEntry);
export type TimelinePage = z.infer<typeof TimelinePage>;

const overseers: readonly Role[] = ['auditor', 'panelChair', 'programmeLead'];

/** Which of some people, by their ids, a reader may be told of. */
export type MayKnow = (ids: ReadonlySet<string>) => Promise<ReadonlySet<string>>;

/** A page of what happened with a subject, for somebody who may read its timeline. */
export async function readTimeline(
  deps: Deps,
  call: Call<unknown, unknown, TimelineAsked>,
  subject: Subject,
  mayKnow: MayKnow,
): Promise<TimelinePage> {
  const records = recordsOf(deps, call);
  const { before, limit } = call.query;
  const entries = await auditOf(deps.writing.table, records.partnership, subject, limit, before);
  const [behind, known] = await Promise.all([
    membersBehind(records, entries),
    mayKnow(new Set(entries.flatMap(({ told }) => told.personId ?? []))),
  ]);
  const person: Context['person'] = (id) => (id !== undefined && known.has(id) ? id : 'somebody');
  const oversees = call.who.data.roles.some((role) => overseers.includes(role));
  const items = entries.map((entry) => {
    const shown = entryShown(entry, behind.get(entry.by), person);
    return { ...shown, memberId: oversees && behind.has(entry.by) ? entry.by : null };
  });
  const first = items[0]?.number ?? 1;
  return { items, next: first > 1 ? String(first) : null };
}

function entryShown(
  { number, at, deed, told, changes }: AuditEntry,
  member: Member | undefined,
  person: Context['person'],
): Omit<TimelineEntry, 'memberId'> {
  const day = londonDay(at);
  const by = byWords(member, deed);
  return {
    number,
    at,
    day,
    by,
    deed,
    sentence: `On ${sayDay(day)} ${words[deed](told, { by, person })}.`,
    changes: changes.map(({ kind, id, version, from, to }) => ({ kind, id, version, from, to })),
  };
}
