import { supportRank } from '../../domain/codes.ts';
import { ageOn, birthday, type Day, dayFromNumber, dayNumber, sayDay } from '../../domain/day.ts';
import {
  type Condition,
  type EligibilityFact,
  type EligibilityFacts,
  type EligibilityRule,
  evaluate,
  factsAsked,
  homelessGroups,
  missingFacts,
  rulesInForce,
} from '../../services/eligibility.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { agesAhead } from './ages.ts';
import { type DatedRule, evidence, kindOf, nothingToChange, PASSES, type Rule, setting } from './rule.ts';

/** The first stage of the person's programme that a home serves and they may enter; undefined when there is none. */
export function stageOffered(s: Subject, p: Place): string | undefined {
  const offered = p.home.offers.filter(
    (offer) => offer.serviceModel === s.model.id && s.stages.has(offer.stage),
  );
  if (offered.length < 2) return offered[0]?.stage;
  return s.model.stages
    .toSorted((a, b) => a.order - b.order)
    .find(({ id }) => offered.some(({ stage }) => stage === id))?.id;
}

/** What a home offers, in its own order: the order decides which stage is taken. */
export const offersKind = (p: Place): string =>
  kindOf(...p.home.offers.map((offer) => `${offer.serviceModel}/${offer.stage}`));

const stageName = (s: Subject, id: string): string =>
  s.model.stages.find((stage) => stage.id === id)?.name ?? id;

export const stageRule: Rule = {
  id: 'stage',
  class: 'H',
  level: 'pathway',
  question: 'Which stage of which programme is the person asking for?',
  overridableBy: 'programmeLead',
  source: 'The programme’s own stages (its service model)',
  kinds: {
    person: (s) => kindOf(s.model.id, ...s.stages),
    place: (p) => offersKind(p),
  },
  judge: (s, p) => (stageOffered(s, p) === undefined ? 'fail' : 'pass'),
  tell(s, p) {
    const stage = stageOffered(s, p);
    const asked = [...s.stages].map((id) => stageName(s, id)).join(' or ') || 'no further stage';
    return {
      sentence: stage
        ? `The home serves the stage they are asking for: ${stageName(s, stage)}.`
        : `The home does not serve what they are asking for: ${s.model.name}, ${asked}.`,
      evidence: [
        evidence(p.home.id, 'offers', p.home.offers.map((o) => `${o.serviceModel}/${o.stage}`).join(' | ')),
        evidence(s.request.id, 'stages', [...s.stages].join(' | ')),
      ],
    };
  },
  remedy(s, p) {
    const offer = p.home.offers.find((one) => one.serviceModel === s.model.id);
    const stage = s.model.stages.find((one) => one.id === offer?.stage);
    if (!offer || !stage?.beds) return nothingToChange;
    const stages = [...new Set([...s.stages, offer.stage])];
    return [setting('requests', s.request.id, { stages }, 2, `The request asks for ${stage.name} as well.`)];
  },
};

export const ladderRule: Rule = {
  id: 'step-down',
  class: 'H',
  level: 'pathway',
  question: 'Which stage does the person live in now?',
  overridableBy: 'programmeLead',
  source: 'Assumes: residents move towards less support; any other move is an exception a lead agrees to',
  kinds: {
    person: (s, at) =>
      s.home === null || at.policy.lateralMoves || !s.model.matching.ladderOnly
        ? PASSES
        : s.home.supportLevel,
    place: (p) => p.home.supportLevel,
  },
  judge(s, p, at) {
    if (s.home === null || at.policy.lateralMoves || !s.model.matching.ladderOnly) return 'pass';
    return supportRank(p.home.supportLevel) < supportRank(s.home.supportLevel) ? 'pass' : 'fail';
  },
  tell(s, p) {
    const from = s.home?.supportLevel;
    return {
      sentence: !from
        ? 'They do not live in one of these homes yet, so any entry stage will do.'
        : supportRank(p.home.supportLevel) < supportRank(from)
          ? `It is a step down in support, from ${from} to ${p.home.supportLevel}.`
          : `It is not a step down in support: they have ${from} now and this home gives ${p.home.supportLevel}.`,
      evidence: [
        evidence(p.home.id, 'supportLevel', p.home.supportLevel),
        ...(s.home ? [evidence(s.home.id, 'supportLevel', s.home.supportLevel)] : []),
      ],
    };
  },
  remedy: () => nothingToChange,
};

/** What the eligibility rules of a programme may ask about this person on a day. */
function factsFor(s: Subject, at: Setting, day: Day): EligibilityFacts {
  const { person, request, stay } = s;
  const discharge = request.kind === 'discharge';
  const groups = person.clientGroups.length === 0 ? null : person.clientGroups;
  return {
    age: ageOn(person.dateOfBirth, day),
    careStatus: person.careStatus,
    leftResidentialCare: person.leftResidentialCare,
    inpatient: discharge,
    homelessOnLeaving: discharge && stay === null,
    homeless: homelessNow(s, at),
    childRemoved: person.childRemoved,
    secondaryMentalHealthCare: person.secondaryMentalHealthCare,
    wantsPaidWork: person.wantsPaidWork,
    clientGroup: groups,
    needsCount: groups?.length ?? null,
    furtherNeedsCount: groups?.filter((group) => !homelessGroups.includes(group)).length ?? null,
    sexRegisteredAtBirth: person.sexRegisteredAtBirth,
  };
}

/** Where they live now is one of the policy's places without a home; somebody in a home of a programme has one. */
function homelessNow({ request, stay }: Subject, { policy }: Setting): boolean | null {
  if (stay !== null) return false;
  return request.accommodation && policy.homelessAccommodation.includes(request.accommodation);
}

function rulesFor(s: Subject, day: Day): EligibilityRule[] {
  return rulesInForce(s.model.eligibility, day, s.stage === null ? 'newcomer' : 'resident');
}

function firstUnmet(
  s: Subject,
  at: Setting,
  day: Day,
): { rule: EligibilityRule; verdict: 'fail' | 'unknown' } | null {
  const facts = factsFor(s, at, day);
  let open: EligibilityRule | null = null;
  for (const rule of rulesFor(s, day)) {
    const verdict = evaluate(rule.when, facts);
    if (verdict === 'fail') return { rule, verdict };
    if (verdict === 'unknown') open ??= rule;
  }
  return open ? { rule: open, verdict: 'unknown' } : null;
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(' | ') : String(value ?? 'not recorded');

export const eligibilityRule: DatedRule = {
  id: 'eligible',
  class: 'H',
  level: 'pathway',
  question: 'Is the person somebody this programme is for?',
  overridableBy: 'programmeLead',
  source: 'The programme’s eligibility rules (its service model)',
  kinds: {
    person: (s, at) =>
      kindOf(
        ...[s.model.id, s.stage === null, s.request.kind, s.stay === null, s.person.careStatus],
        ...[s.person.leftResidentialCare, s.person.clientGroups.join(), s.person.sexRegisteredAtBirth],
        ...[homelessNow(s, at), s.person.childRemoved],
        ...[s.person.secondaryMentalHealthCare, s.person.wantsPaidWork],
        agesAhead(s, at),
      ),
    place: () => '',
  },
  judge: (s, _p, at, day) => firstUnmet(s, at, dayFromNumber(day))?.verdict ?? 'pass',
  tell(s, _p, at, dayNo) {
    const day = dayFromNumber(dayNo);
    const unmet = firstUnmet(s, at, day);
    const facts = factsFor(s, at, day);
    const said =
      unmet === null
        ? `${s.model.name} is for people like them.`
        : unmet.verdict === 'fail'
          ? `${unmet.rule.sentence} On ${sayDay(day)} that is not so for this person.`
          : `${unmet.rule.sentence} It is not recorded whether that is so. ${unmet.rule.question}`;
    return {
      sentence: said,
      // Of what is on record only what the programme asks for: nobody reads the rest here.
      evidence: [...new Set(rulesFor(s, day).flatMap(({ when }) => factsAsked(when)))].map((fact) =>
        evidence(s.person.id, fact, textOf(facts[fact])),
      ),
      ...(unmet ? { class: unmet.rule.class, question: unmet.rule.question } : {}),
    };
  },
  turns(s, _p, at) {
    const age = ageOn(s.person.dateOfBirth, at.onDay);
    const dated = s.model.eligibility.flatMap((rule) => [
      ...(rule.from === null ? [] : [dayNumber(rule.from)]),
      ...(rule.to === null ? [] : [dayNumber(rule.to) + 1]),
    ]);
    return [...[1, 2, 3].map((years) => dayNumber(birthday(s.person.dateOfBirth, age + years))), ...dated];
  },
  remedy(s, _p, at, dayNo) {
    const day = dayFromNumber(dayNo);
    const unmet = firstUnmet(s, at, day);
    if (unmet?.verdict !== 'unknown') return nothingToChange;
    return missingFacts(unmet.rule.when, factsFor(s, at, day)).flatMap((fact) => {
      const known = recordedAs[fact];
      const value = known && valueThatPasses(unmet.rule.when, fact);
      return known && value !== undefined
        ? [
            setting(
              'people',
              s.person.id,
              { [known.field]: value },
              1,
              `An open question is answered so: ${known.says}.`,
            ),
          ]
        : [];
    });
  },
};

/** Where a fact of eligibility is recorded, and what it would have to say; a fact that is worked out has no record. */
const recordedAs: { readonly [F in EligibilityFact]?: { readonly field: string; readonly says: string } } = {
  careStatus: { field: 'careStatus', says: 'they have a care leaver’s status' },
  leftResidentialCare: {
    field: 'leftResidentialCare',
    says: 'they are leaving, or have left, residential care',
  },
  clientGroup: { field: 'clientGroups', says: 'they belong to a group the programme is for' },
};

/** A value of a fact with which the test of it in a condition passes. */
function valueThatPasses(
  condition: Condition,
  fact: EligibilityFact,
): string | boolean | string[] | undefined {
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    return parts.map((part) => valueThatPasses(part, fact)).find((value) => value !== undefined);
  }
  if (condition.fact !== fact) return undefined;
  if ('is' in condition) return condition.is;
  if (!('in' in condition)) return undefined;
  const [first] = condition.in;
  return condition.fact === 'clientGroup' && first ? [first] : first;
}
