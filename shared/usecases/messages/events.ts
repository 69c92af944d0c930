import type { Template } from '../../domain/message.ts';
import type { OutboxEvent } from '../../store/outbox.ts';

/** Who is told of something, by their part in the case. */
export type Party =
  | 'worker'
  | 'referrer'
  | 'proposer'
  | 'provider'
  | 'panel'
  | 'lead'
  | 'waitedFor'
  | 'sitting'
  | 'chair'
  | 'reviewAsker'
  | 'residentsWorkers';

/** What has to have happened: a state that a record came to, or a deed. */
type When =
  | { readonly kind: 'proposal' | 'stay' | 'review' | 'panel'; readonly to: string }
  | { readonly deed: OutboxEvent['deed']; readonly told?: Readonly<Record<string, string>> };

/** One line of the table: when what happens, who is told what. All go by e-mail; nobody here has a phone on record. */
export interface Rule {
  readonly when: When;
  readonly template: Template;
  readonly to: readonly Party[];
}

/** Who is told of what. Whoever did it is not told of it, and nobody gets the same message twice about one commit. */
export const rules: readonly Rule[] = [
  { when: { kind: 'proposal', to: 'awaitingPerson' }, template: 'viewWanted', to: ['worker', 'referrer'] },
  { when: { kind: 'proposal', to: 'awaitingProvider' }, template: 'referralToAnswer', to: ['provider'] },
  { when: { kind: 'proposal', to: 'awaitingPanel' }, template: 'caseForPanel', to: ['panel'] },
  {
    when: { kind: 'proposal', to: 'approved' },
    template: 'moveApproved',
    to: ['worker', 'referrer', 'provider', 'proposer'],
  },
  {
    when: { kind: 'proposal', to: 'declined' },
    template: 'moveDeclined',
    to: ['worker', 'referrer', 'proposer'],
  },
  {
    when: { kind: 'proposal', to: 'cancelled' },
    template: 'moveOff',
    to: ['worker', 'referrer', 'provider', 'proposer'],
  },
  {
    when: { kind: 'proposal', to: 'expired' },
    template: 'timeRanOut',
    to: ['worker', 'referrer', 'proposer', 'lead'],
  },
  { when: { deed: 'proposalReminded' }, template: 'reminder', to: ['waitedFor'] },
  { when: { deed: 'proposalEscalated' }, template: 'escalation', to: ['lead', 'proposer'] },
  { when: { deed: 'questionAsked' }, template: 'questionToAnswer', to: ['worker', 'referrer'] },
  {
    when: { deed: 'proposalDecided', told: { outcome: 'defer' } },
    template: 'questionToAnswer',
    to: ['worker', 'referrer'],
  },
  { when: { deed: 'questionAnswered' }, template: 'questionAnswered', to: ['waitedFor'] },
  { when: { kind: 'stay', to: 'confirmed' }, template: 'offerAccepted', to: ['proposer', 'provider'] },
  { when: { kind: 'stay', to: 'arrived' }, template: 'movedIn', to: ['referrer', 'proposer', 'worker'] },
  {
    when: { kind: 'stay', to: 'notArrived' },
    template: 'didNotArrive',
    to: ['referrer', 'proposer', 'worker'],
  },
  { when: { kind: 'panel', to: 'circulated' }, template: 'papersOut', to: ['sitting'] },
  { when: { deed: 'contactMissed' }, template: 'contactMissed', to: ['worker', 'lead'] },
  { when: { deed: 'homeClosing' }, template: 'homeCloses', to: ['residentsWorkers', 'lead'] },
  { when: { kind: 'review', to: 'asked' }, template: 'reviewAsked', to: ['chair', 'lead'] },
  { when: { kind: 'review', to: 'upheld' }, template: 'reviewDecided', to: ['reviewAsker'] },
  { when: { kind: 'review', to: 'reopened' }, template: 'reviewDecided', to: ['reviewAsker'] },
];

/** A rule that an event meets, with the records it is about. */
export interface Due {
  readonly rule: Rule;
  readonly kind: 'proposal' | 'stay' | 'review' | 'panel' | 'home' | 'contacts';
  readonly ids: readonly string[];
  /** Whom it waited for when it happened; what became of it since does not matter. */
  readonly waitsFor: string | undefined;
}

/** What an event calls for, in the order of the table. */
export function dueFor(event: OutboxEvent): Due[] {
  return rules.flatMap((rule): Due[] => {
    const { when } = rule;
    if ('kind' in when) {
      const ids = event.moved
        .filter((one) => one.kind === when.kind && one.to === when.to)
        .map(({ id }) => id);
      return ids.length > 0 ? [{ rule, kind: when.kind, ids, waitsFor: undefined }] : [];
    }
    const meets = Object.entries(when.told ?? {}).every(([name, value]) => event.told[name] === value);
    if (event.deed !== when.deed || !meets) return [];
    const { proposalId, homeId, contactPlanId, waitsFor } = event.told;
    if (contactPlanId) return [{ rule, kind: 'contacts', ids: [contactPlanId], waitsFor }];
    if (proposalId) return [{ rule, kind: 'proposal', ids: [proposalId], waitsFor }];
    return homeId ? [{ rule, kind: 'home', ids: [homeId], waitsFor }] : [];
  });
}
