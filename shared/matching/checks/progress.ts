import type { Rater } from '../../domain/assessment.ts';
import { dayNumber, sayDay } from '../../domain/day.ts';
import type { FactChange, Verdict } from '../../domain/explanation.ts';
import type { WorkerId } from '../../domain/ids.ts';
import { hashOf } from '../order.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { type DomainFinding, type GateFinding, gateVerdict } from '../readiness.ts';
import { offersKind, stageOffered } from './pathway.ts';
import { evidence, kindOf, nothingToChange, PASSES, type Rule } from './rule.ts';

/** What the gate of the stage this home serves finds; null where there is no gate. */
export function gateFor(s: Subject, p: Place): GateFinding | null {
  const stage = stageOffered(s, p);
  const gate = s.model.stages.find((one) => one.id === stage)?.gate;
  return (gate && s.gates.get(gate)) || null;
}

const verdictOf = (found: GateFinding | null): Verdict => (found === null ? 'pass' : gateVerdict(found));

/** How many skills a sentence names; the evidence names them all. */
const mostListed = 3;

function listed(findings: readonly DomainFinding[]): string {
  const names = findings.map((one) => one.name.toLowerCase());
  const more = names.length - mostListed;
  return more < 2 ? names.join(', ') : `${names.slice(0, mostListed).join(', ')} and ${more} more`;
}

function sentenceFor(found: GateFinding | null, s: Subject): string {
  if (found === null) return 'This stage asks for no readiness rating.';
  const least = `at least ${found.minimumEach} out of 4`;
  if (found.below.length > 0)
    return `They are not ready for this stage yet: ${listed(found.below)} must be ${least}.`;
  if (found.ownBelow.length > 0)
    return `They do not feel ready for this stage themselves: ${listed(found.ownBelow)}.`;
  if (found.missing.length > 0)
    return `No rating from the last ${s.model.readiness.validDays} days counts for ${listed(found.missing)}.`;
  if (found.ownMissing)
    return `They have not rated themselves in the last ${s.model.readiness.validDays} days.`;
  if (found.ratersMissing > 0)
    return `Too few people have rated their readiness: ${found.ratersMissing} more must.`;
  return `They are ready for this stage: every skill is rated ${least}.`;
}

/** Fresh ratings that would open the gate: the worker's, the person's own, or a second worker's, as far as each is missing. */
function ratingsNeeded(s: Subject, found: GateFinding, at: Setting): FactChange[] {
  const { minimumEach: least, minimumOwn: own, domains } = found;
  const newest = domains.find((one) => one.newest)?.newest?.rater;
  const first = newest?.kind === 'worker' ? newest.workerId : s.person.primaryWorker;
  const atLeast = Object.fromEntries(
    domains.map((one) => [one.domain, Math.max(least, one.newest?.score ?? least)]),
  );
  const byWorker = (workerId: WorkerId | null, effort: 1 | 2): FactChange[] =>
    workerId === null ? [] : [rating(s, at, { kind: 'worker', workerId }, atLeast, effort, sayRating(found))];
  const needed: FactChange[] = [];
  if (found.below.length > 0 || found.missing.length > 0)
    needed.push(
      ...byWorker(
        first,
        found.below.length > 0 || domains.some((one) => (one.newest?.score ?? 0) < least) ? 2 : 1,
      ),
    );
  if (found.ownMissing || found.ownBelow.length > 0) {
    const scores = Object.fromEntries(
      domains.map((one) => [one.domain, Math.max(own, ownScore(s, one.domain) ?? least)]),
    );
    needed.push(
      rating(
        s,
        at,
        { kind: 'self' },
        scores,
        found.ownBelow.length > 0 ? 2 : 1,
        found.ownBelow.length > 0
          ? `The person rates ${listed(found.ownBelow)} at ${own} or more themselves.`
          : 'The person rates themselves again today.',
      ),
    );
  }
  if (needed.length > 0 || found.ratersMissing === 0) return needed;
  const others = [s.person.secondWorker, s.person.primaryWorker].find((id) => id !== null && id !== first);
  return byWorker(others ?? null, 2);
}

/** What a fresh rating by a worker would have to find. */
function sayRating({ minimumEach, below, missing }: GateFinding): string {
  const short = below.length > 0 ? below : missing.filter((one) => (one.newest?.score ?? 0) < minimumEach);
  return short.length > 0
    ? `A new rating by a worker finds ${listed(short)} at ${minimumEach} or more.`
    : 'A worker rates them again today and finds what was found before.';
}

function ownScore(s: Subject, domain: string): number | undefined {
  return s.readiness.get(domain)?.find((rating) => rating.rater.kind === 'self')?.score;
}

function rating(
  s: Subject,
  at: Setting,
  rater: Rater,
  scores: Record<string, number>,
  effort: FactChange['effort'],
  sentence: string,
): FactChange {
  const by = rater.kind === 'self' ? 'self' : rater.workerId;
  return {
    action: 'add',
    table: 'readiness',
    id: `rating-${hashOf(`${s.person.id} ${at.onDay} ${by}`).toString(36)}`,
    fields: { personId: s.person.id, assessedOn: at.onDay, rater, scores },
    effort,
    sentence,
  };
}

export const readinessRule: Rule = {
  id: 'readiness',
  class: 'H',
  level: 'pathway',
  question: 'How ready are they now, as rated by two people, one of them their worker?',
  overridableBy: 'panelChair',
  source: 'The programme’s readiness gate (its service model)',
  kinds: {
    person: (s) =>
      kindOf(s.model.id, ...s.stages, ...[...s.gates].map(([gate, found]) => `${gate} ${verdictOf(found)}`)),
    place: (p) => offersKind(p),
  },
  judge: (s, p) => verdictOf(gateFor(s, p)),
  tell(s, p) {
    const found = gateFor(s, p);
    return {
      sentence: sentenceFor(found, s),
      evidence: (found?.domains ?? []).map(({ domain, newest }) =>
        evidence(s.person.id, `readiness.${domain}`, newest?.score ?? null, newest?.on ?? null),
      ),
    };
  },
  remedy(s, p, at) {
    const found = gateFor(s, p);
    return found === null || verdictOf(found) === 'pass' ? nothingToChange : ratingsNeeded(s, found, at);
  },
};

const isInDate = ({ needs }: Subject, at: Setting): boolean =>
  needs !== null && at.on - dayNumber(needs.assessedOn) <= at.policy.needsValidDays;

export const needsRule: Rule = {
  id: 'needs-known',
  class: 'H',
  level: 'person',
  question: 'What does the person need from a home today?',
  overridableBy: 'panelChair',
  source: 'Panel practice: a needs assessment no older than 90 days (SOURCES.md 31)',
  kinds: {
    person: (s, at) => (isInDate(s, at) ? PASSES : 'not known'),
    place: () => '',
  },
  judge: (s, _p, at) => (isInDate(s, at) ? 'pass' : 'unknown'),
  tell(s, _p, at) {
    const age = s.needs === null ? null : at.on - dayNumber(s.needs.assessedOn);
    return {
      sentence:
        s.needs === null || age === null
          ? 'Nobody has assessed what they need.'
          : age <= at.policy.needsValidDays
            ? `Their needs were assessed on ${sayDay(s.needs.assessedOn)}.`
            : `Their needs were last assessed on ${sayDay(s.needs.assessedOn)}, ${age} days ago. That is too old to rely on.`,
      evidence: [
        evidence(s.needs?.id ?? s.person.id, 'assessedOn', s.needs?.assessedOn ?? null, s.needs?.assessedOn),
      ],
    };
  },
  remedy(s, p, at) {
    const { id: _old, ...needs } = s.needs ?? { ...whatTheHomeGives(p), id: '', personId: s.person.id };
    return [
      {
        action: 'add',
        table: 'needs',
        id: `needs-${hashOf(`${s.person.id} ${at.onDay}`).toString(36)}`,
        fields: { ...needs, assessedOn: at.onDay },
        effort: s.needs === null ? 2 : 1,
        sentence:
          s.needs === null
            ? 'Their needs are assessed today, and are what this home gives.'
            : 'Their needs are assessed again today and have not changed.',
      },
    ];
  },
};

/** Needs that a home meets exactly, for somebody whose needs nobody has assessed. */
function whatTheHomeGives({ home }: Place) {
  return {
    assessedBy: 'to be assessed',
    supportLevel: home.supportLevel,
    supportHoursPerWeek: home.supportHoursPerWeek,
    sleepIn: 'notRequired',
    stepFree: 'notRequired',
    wetRoom: 'notRequired',
    highestFloor: null,
    selfContained: 'notRequired',
    quiet: false,
    recovery: 'notApplicable',
    substanceFreeHome: 'notRequired',
    riskToSelf: 'none',
    safetyPlanOn: null,
  } as const;
}
