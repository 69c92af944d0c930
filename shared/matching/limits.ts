import { dayFromNumber } from '../domain/day.ts';
import type { House, Setting } from './pool-types.ts';

/** What a home limits: people and households by licence, two kinds of need by its own house mix. */
export const limitKinds = ['persons', 'households', 'highRisk', 'earlyRecovery'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** How much one resident takes up of a limit. */
export function weightIn(
  kind: LimitKind,
  who: { readonly size: number; readonly highRisk: boolean; readonly earlyRecovery: boolean },
): number {
  switch (kind) {
    case 'persons':
      return who.size;
    case 'households':
      return 1;
    default:
      return who[kind] ? 1 : 0;
  }
}

/**
 * The most of each kind a home may hold on a day; null where nothing limits it. A shared home without a licence in
 * force, or with one whose number nobody recorded, may hold one person fewer than the number from which the law asks for a licence.
 * @source Housing Act 2004 Part 2 (SOURCES.md 6); house mix: panel practice (31)
 */
export function houseLimits(
  house: Pick<House, 'home'>,
  at: Pick<Setting, 'policy'>,
  day: number,
): Readonly<Record<LimitKind, number | null>> {
  const { licence, letting, maxHighRisk, maxEarlyRecovery } = house.home;
  const inForce =
    (licence.status === 'held' || licence.status === 'applied') &&
    (licence.expiresOn === null || dayFromNumber(day) <= licence.expiresOn);
  const unlicensed =
    letting === 'byRoom' && licence.status !== 'exempt' ? at.policy.licenceNeededFromPersons - 1 : null;
  return {
    persons: (inForce ? licence.maxPersons : null) ?? unlicensed,
    households: inForce ? licence.maxHouseholds : null,
    highRisk: maxHighRisk,
    earlyRecovery: maxEarlyRecovery,
  };
}
