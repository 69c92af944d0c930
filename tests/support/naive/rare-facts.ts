import type { Home } from '../../../shared/domain/home.ts';
import {
  OutOfServiceId,
  PreferenceId,
  ProposalId,
  ProviderBanId,
  RiskId,
  StayId,
  VacancyId,
} from '../../../shared/domain/ids.ts';
import { isLettable } from '../../../shared/domain/room.ts';
import type { Stay } from '../../../shared/domain/stay.ts';
import { type Change, later, named, some, within } from './change-world.ts';

/**
 * Rooms agreed with somebody who lives elsewhere today, if anywhere; some are still on offer or lived in. Nobody is
 * promised two: no service would.
 */
const promises: Change = (facts, chance, on) => {
  const moving = new Set(facts.requests.map((one) => one.personId));
  const settled = facts.people.filter((one) => !moving.has(one.id));
  if (settled.length === 0) return facts;
  const lettable = facts.rooms.filter(isLettable);
  const people = chance.shuffled(settled);
  const rooms = some(chance, lettable, 0.08).slice(0, people.length);
  const stays = rooms.map((room, i): Stay => {
    const base = {
      id: StayId.parse(named('promised', room.id)),
      roomId: room.id,
      personId: people[i]!.id,
      from: later(on, within(chance, 1, 30)),
    };
    if (chance.next() < 0.3) return { ...base, status: 'arrived', absences: [], leavesOn: null };
    const status = chance.next() < 0.5 ? 'provisional' : 'confirmed';
    return { ...base, status, proposalId: ProposalId.parse(named('proposal', room.id)) };
  });
  return { ...facts, stays: [...facts.stays, ...stays] };
};

/** Findings that a newer one of their kind replaces, findings of no risk, and homes that mind. */
const findings: Change = (facts, chance, on) => {
  const categories = ['arson', 'violence', 'exploitsOthers', 'riskOfExploitation', 'cuckooing'] as const;
  return {
    ...facts,
    homes: facts.homes.map((home) => ({
      ...home,
      notSuitableFor: [...new Set([...home.notSuitableFor, ...some(chance, categories, 0.15)])],
    })),
    risks: [
      ...facts.risks,
      ...some(chance, facts.people, 0.4).flatMap((one) =>
        [1, 2, 3].map((n) => ({
          id: RiskId.parse(named(`finding-${n}`, one.id)),
          personId: one.id,
          category: categories[chance.below(categories.length)]!,
          level: (['none', 'low', 'high'] as const)[chance.below(3)]!,
          current: chance.next() < 0.7,
          recordedOn: later(on, -within(chance, 0, 2)),
          expiresOn: chance.next() < 0.8 ? null : later(on, within(chance, -1, 10)),
          setBy: 'panel',
        })),
      ),
    ],
  };
};

/** Homes for people of 16 and 17 alone, homes of several stages, and licences that name no number. */
const unusualHomes: Change = (facts, chance) => ({
  ...facts,
  homes: facts.homes.map((home): Home => {
    const ofsted = (['sharedOnly16And17', 'selfContained', 'notRegistered'] as const)[chance.below(3)]!;
    const stages = chance.shuffled(['highSupport', 'extendedSupport', 'ownTenancy']);
    const offered = home.offers.find((offer) => offer.serviceModel === 'stayingConnected');
    return {
      ...home,
      ofsted: chance.next() < 0.25 ? ofsted : home.ofsted,
      licence: chance.next() < 0.15 ? { ...home.licence, status: 'held', maxPersons: null } : home.licence,
      offers:
        offered && chance.next() < 0.3
          ? stages.slice(0, within(chance, 1, 3)).map((stage) => ({ ...offered, stage }))
          : home.offers,
    };
  }),
});

/** Birthdays near the day, the eighteenth above all; the programme asks no more of anybody than it did. */
const birthdays: Change = (facts, chance, on) => ({
  ...facts,
  people: facts.people.map((one) => {
    if (chance.next() < 0.7) return one;
    const age = chance.next() < 0.7 ? 18 : within(chance, 16, 26);
    const born = later(on, within(chance, -200, 60));
    return { ...one, dateOfBirth: later(born, -Math.round(365.25 * age)) };
  }),
});

const unasked: Change = (facts, chance) => ({
  ...facts,
  needs: facts.needs.map((one) => (chance.next() < 0.2 ? { ...one, recovery: null } : one)),
});

/** Works that are planned, and forecasts about rooms whose residents have said nothing of the kind. */
const plans: Change = (facts, chance, on) => ({
  ...facts,
  outOfService: [
    ...facts.outOfService,
    ...some(chance, facts.rooms, 0.08).map((room) => ({
      id: OutOfServiceId.parse(named('planned', room.id)),
      roomId: room.id,
      from: later(on, within(chance, 5, 120)),
      to: chance.next() < 0.2 ? null : later(on, within(chance, 121, 150)),
      reason: 'adaptations' as const,
    })),
  ],
  vacancies: [
    ...facts.vacancies,
    ...some(
      chance,
      facts.stays.filter((stay) => stay.status === 'arrived'),
      0.1,
    ).map((stay) => ({
      id: VacancyId.parse(named('forecast', stay.roomId)),
      roomId: stay.roomId,
      reason: '22' as const,
      status: 'expected' as const,
      certainty: 'forecast' as const,
      from: later(on, within(chance, -5, 40)),
    })),
  ],
});

/** Organisations that will not take somebody: over, running out, and yet to begin. */
const bans: Change = (facts, chance, on) => {
  const providers = facts.homes.flatMap((home) => [home.landlord ?? [], home.supportProvider ?? []].flat());
  if (providers.length === 0) return facts;
  return {
    ...facts,
    bans: [
      ...facts.bans,
      ...some(chance, facts.people, 0.25).map((one) => {
        const from = within(chance, -200, 20);
        return {
          id: ProviderBanId.parse(named('ban', one.id)),
          personId: one.id,
          organisationId: providers[chance.below(providers.length)]!,
          from: later(on, from),
          expiresOn: later(on, Math.max(from, within(chance, -20, 90))),
          setBy: 'panel',
        };
      }),
    ],
  };
};

/** Children and babies on the way, in homes of which it is and is not known whether they may live there. */
const families: Change = (facts, chance, on) => {
  const asked = (): boolean | null => [true, true, false, null][chance.below(4)]!;
  return {
    ...facts,
    people: facts.people.map((one) => {
      const dice = chance.next();
      if (dice < 0.1) return { ...one, babyDueOn: later(on, within(chance, 5, 200)) };
      return dice < 0.2 ? { ...one, householdChildren: 1 } : one;
    }),
    homes: facts.homes.map((home) => ({ ...home, takesChildren: asked() })),
    rooms: facts.rooms.map((room) => ({
      ...room,
      cotSpace: asked(),
      maxPersons: Math.max(room.maxPersons, within(chance, 1, 3)),
      areaSquareMetres: Math.max(room.areaSquareMetres, within(chance, 7, 12)),
    })),
  };
};

/** Risks to oneself with plans of all ages and none, and stages of recovery that do not go together. */
const safety: Change = (facts, chance, on) => ({
  ...facts,
  needs: facts.needs.map((one) => {
    if (chance.next() < 0.5) return one;
    const riskToSelf = ([null, 'none', 'medium', 'high'] as const)[chance.below(4)]!;
    const age = chance.next() < 0.5 ? within(chance, 88, 92) : within(chance, 0, 120);
    const safetyPlanOn = chance.next() < 0.3 ? null : later(on, -age);
    const recovery = (['early', 'usingNow', 'sustained'] as const)[chance.below(3)]!;
    return { ...one, riskToSelf, safetyPlanOn, recovery };
  }),
});

/** Charges just beyond what people can pay. */
const charges: Change = (facts, chance) => ({
  ...facts,
  people: facts.people.map((one) =>
    chance.next() < 0.5 ? { ...one, canPayWeekly: within(chance, 0, 2500) } : one,
  ),
});

/** What homes have, and people who want it or will not have it. */
const features: Change = (facts, chance, on) => {
  const all = ['halalFood', 'prayerSpace', 'softLighting'] as const;
  return {
    ...facts,
    homes: facts.homes.map((home) => ({ ...home, features: some(chance, all, 0.4) })),
    preferences: [
      ...facts.preferences,
      ...some(chance, facts.people, 0.2).map((one) => ({
        id: PreferenceId.parse(named('asks', one.id)),
        personId: one.id,
        wish: chance.next() < 0.8 ? ('wants' as const) : ('doesNotWant' as const),
        about: { kind: 'feature' as const, feature: all[chance.below(all.length)]! },
        importance: within(chance, 1, 3),
        recordedOn: later(on, -within(chance, 0, 30)),
      })),
    ],
  };
};

/** What is seldom on record, and what the rules say of it. */
export const rareFacts: readonly Change[] = [
  ...[promises, findings, unusualHomes, birthdays, unasked, plans],
  ...[bans, families, safety, charges, features],
];
