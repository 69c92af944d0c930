/** The attributes of the table's keys and indexes. The table is made from the same names. */
export const keyNames = {
  partition: 'PK',
  sort: 'SK',
  lists: { index: 'GSI1', partition: 'GSI1PK', sort: 'GSI1SK' },
  subjects: { index: 'GSI2', partition: 'GSI2PK', sort: 'GSI2SK' },
  expiry: 'expiresAt',
} as const;

/** Stands where a partnership would for the few things that belong to none. No partnership can be called this. */
export const everywhere = '_';

/** The state of a thing as it is now; audit entries and the parts of a plan have sort keys of their own. */
export const current = 'now';

/**
 * The partition of one thing. Ids hold no `#`, so a role that may touch `T#*#<kind>#*` can touch nothing else.
 */
export function partitionOf(partnership: string, kind: string, id: string): string {
  return `T#${partnership}#${kind}#${id}`;
}

/** The list of a kind, or of those of a kind that are in some state. */
export function listOf(partnership: string, kind: string, within?: string): string {
  return within === undefined ? `T#${partnership}#${kind}` : `T#${partnership}#${kind}#in#${within}`;
}

/** The things of a kind that concern one subject. */
export function aboutOf(partnership: string, kind: string, subject: string): string {
  return `T#${partnership}#${kind}#of#${subject}`;
}

/** The leading keys a role needs to touch a kind, in the table and in both indexes, for any partnership. */
export function leadingKeys(kind: string): string[] {
  return [`T#*#${kind}`, `T#*#${kind}#*`];
}
