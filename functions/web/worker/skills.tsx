import { reachOf } from '../../../shared/access/actions.ts';
import type { PersonShown } from '../../../shared/access/project-person.ts';
import { londonDay, sayDay } from '../../../shared/domain/day.ts';
import { PersonId } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { NewReadiness } from '../../../shared/usecases/people/new-facts.ts';
import { rateReadiness } from '../../../shared/usecases/people/rate-readiness.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readReadiness } from '../../../shared/usecases/people/read-readiness.ts';
import type { ReadinessShown } from '../../../shared/usecases/people/readiness-shown.ts';
import type { Choice } from '../../../shared/web/components/choices.tsx';
import { SkillsPage } from '../../../shared/web/pages/skills.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import {
  evidenceWords,
  ownRatingFields,
  ratingOf,
  type SkillAsked,
  workerRatingFields,
  wrongRating,
} from '../../../shared/web/skill-fields.ts';
import { caseFormPage } from '../case-form.tsx';
import { type AskedBy, justDone, type Page, reading, refOf, writing } from '../page.ts';
import { workerChoices } from '../worker-choices.ts';
import { personTabs, titleOf } from './person-title.ts';

interface Found {
  readonly personId: PersonId;
  readonly person: PersonShown;
  readonly readiness: ReadinessShown;
}

async function find(asked: AskedBy): Promise<Outcome<Found>> {
  const personId = refOf(PersonId, asked.refs.personId);
  if (!personId.ok) return personId;
  const params = { personId: personId.value };
  const [person, readiness] = await Promise.all([
    readPerson(asked.deps, reading(asked, params, {})),
    readReadiness(asked.deps, reading(asked, params, {})),
  ]);
  if (!person.ok) return person;
  return readiness.ok
    ? done({ personId: personId.value, person: person.value, readiness: readiness.value })
    : readiness;
}

const ways = [
  { by: 'worker', text: 'Rate their skills' },
  { by: 'self', text: 'Record their own rating' },
] as const;

const skills: Page = {
  path: 'skills',
  action: 'readiness.read',
  at: 'people',
  async get(asked) {
    const found = await find(asked);
    if (!found.ok) return found;
    const { personId, person, readiness } = found.value;
    const mayRate = reachOf(asked.who.data.roles, 'people.write') !== null && readiness.skills.length > 0;
    return {
      title: 'Life skills',
      show: (
        <SkillsPage
          title={titleOf(person)}
          done={justDone(asked, { rated: 'The rating is on record.' })}
          tabs={personTabs(asked, personId, 'skills')}
          skills={readiness.skills.map((skill) => ({ ...skill, seen: seenOf(skill) }))}
          gates={readiness.gates.map(({ stageName, verdict, missing, forecast }) => ({
            ...{ stage: stageName, verdict, missing },
            forecast: forecast.sentence,
          }))}
          ways={
            mayRate
              ? ways.map(({ by, text }) => ({ text, href: pathTo('rateSkills', { personId, by }) }))
              : []
          }
          method={readiness.forecastRule.method}
        />
      ),
    };
  },
};

const seenOf = ({ raters }: ReadinessShown['skills'][number]) =>
  raters.flatMap(({ workerId, evidence }) =>
    evidence === null ? [] : [{ who: workerId, how: evidenceWords[evidence.kind], words: evidence.words }],
  );

const skillsAsked = ({ readiness }: Found): SkillAsked[] =>
  readiness.skills.map(({ domain, name, sentence }) => ({ domain, name, last: sentence }));

/** A worker rates for themself; whoever writes for workers says who rated. */
async function raterChoices(asked: AskedBy): Promise<Choice[]> {
  const { workerId } = asked.who.data;
  if (workerId !== null) return [{ value: workerId, text: workerId }];
  return workerChoices(asked);
}

/** Ratings by other workers that nobody has rated a second time, the newest first. */
function secondChoices({ who }: AskedBy, { person }: Found): Choice[] {
  if (person.level === 'profile') return [];
  const again = new Set(person.readiness.map(({ secondTo }) => secondTo));
  return person.readiness
    .filter(({ id, secondTo }) => secondTo === undefined && !again.has(id))
    .toSorted((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))
    .flatMap(({ id, assessedOn, rater }) =>
      rater.kind === 'worker' && rater.workerId !== who.data.workerId
        ? [{ value: id, text: `By ${rater.workerId}, on ${sayDay(assessedOn)}` }]
        : [],
    );
}

const isOwn = ({ refs }: AskedBy): boolean => refs.by === 'self';

const rate = caseFormPage<Found>({
  path: 'rateSkills',
  action: 'people.write',
  at: 'people',
  async find(asked) {
    return ways.some(({ by }) => by === asked.refs.by) ? find(asked) : refuse('not-found');
  },
  standing: ({ personId, person, readiness }, asked) => ({
    who: titleOf(person),
    version: readiness.version,
    at: pathTo('rateSkills', { personId, by: isOwn(asked) ? 'self' : 'worker' }),
    back: pathTo('skills', { personId }),
  }),
  async ask(found, asked) {
    const asking = skillsAsked(found);
    if (asking.length === 0) return null;
    const own = isOwn(asked);
    return {
      heading: own ? 'How do they rate themselves?' : 'Rate their life skills',
      intro: [
        own
          ? 'Ask them skill by skill. It stands beside what workers say, and counts where the programme asks for it.'
          : 'Rate what you know. Leave out what you do not. We rate the skill, never the person.',
      ],
      fields: own
        ? ownRatingFields(asking)
        : workerRatingFields(asking, await raterChoices(asked), secondChoices(asked, found)),
      button: 'Record this rating',
      first: { assessedOn: londonDay(asked.now) },
      wrong: (answers) => wrongRating(asking, answers),
    };
  },
  send(asked, found, { answers, key }) {
    const { assessedOn, workerId, secondTo } = answers;
    const body = NewReadiness.parse({
      assessedOn,
      rater: isOwn(asked) ? { kind: 'self' } : { kind: 'worker', workerId },
      ...ratingOf(skillsAsked(found), answers),
      ...(secondTo !== undefined && { secondTo }),
    });
    const sent = { params: { personId: found.personId }, body, key };
    return rateReadiness(asked.deps, writing(asked, 'rate readiness', sent));
  },
  done: () => 'rated',
});

/** What somebody can do without help: as it stands, and rated anew. */
export const skillsPages: readonly Page[] = [skills, rate];
