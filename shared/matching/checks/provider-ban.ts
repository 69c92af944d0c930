import { dayNumber, sayDay } from '../../domain/day.ts';
import type { ProviderBan } from '../../domain/risk.ts';
import type { Place, Subject } from '../pool-types.ts';
import { ASK, type DatedRule, evidence, kindOf, nothingToChange, PASSES } from './rule.ts';

/** One that is to begin later counts as well: nobody is moved into a home they may not stay in. */
function bannedBy(s: Subject, { home }: Place, day: number): ProviderBan | undefined {
  return s.bans.find(
    (ban) =>
      day <= dayNumber(ban.expiresOn) &&
      (ban.organisationId === home.landlord || ban.organisationId === home.supportProvider),
  );
}

/** A past breakdown that led to no ban is a note for people: no rule and no term reads it. */
export const providerBanRule: DatedRule = {
  id: 'provider-ban',
  class: 'H',
  level: 'home',
  question: 'Is there an organisation that will not house or support the person for now?',
  overridableBy: 'panelChair',
  source: 'Panel practice: a ban is one provider’s, ends on a day, and lowers no score (SOURCES.md 31)',
  kinds: {
    person: (s) => (s.bans.length === 0 ? PASSES : ASK),
    place: ({ home }) =>
      home.landlord === null && home.supportProvider === null
        ? PASSES
        : kindOf(home.landlord, home.supportProvider),
  },
  judge: (s, p, _at, day) => (bannedBy(s, p, day) ? 'fail' : 'pass'),
  tell(s, p, _at, day) {
    const ban = bannedBy(s, p, day);
    return {
      sentence: ban
        ? `The organisation that runs this home will not take them until after ${sayDay(ban.expiresOn)}.`
        : 'No organisation that runs this home has said it will not take them.',
      evidence: ban
        ? [
            evidence(ban.id, 'decided by', ban.setBy, ban.from),
            evidence(ban.id, 'expiresOn', ban.expiresOn),
            evidence(p.home.id, 'organisation', ban.organisationId),
          ]
        : [],
    };
  },
  turns: (s) => s.bans.map((ban) => dayNumber(ban.expiresOn) + 1),
  // Whether a ban is lifted is for whoever decided it.
  remedy: () => nothingToChange,
};
