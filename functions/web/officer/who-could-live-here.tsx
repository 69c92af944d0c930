import { sayDay } from '../../../shared/domain/day.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { needProfile } from '../../../shared/web/need-profile.ts';
import { type CandidateRow, WhoCouldLiveHerePage } from '../../../shared/web/pages/who-could-live-here.tsx';
import { paths } from '../../../shared/web/paths.ts';
import { type AskedBy, type Page, reading } from '../page.ts';
import { type FoundOptions, findOptions } from './find-vacancy.ts';

/** People told of at most: more than anybody compares, and each is one more record to read. */
const mostShown = 20;

/** Who could live in a room: their needs in order, the reasons, and who is ruled out and why. */
export const whoCouldLiveHerePage: Page = {
  path: 'whoCouldLiveHere',
  action: 'proposals.make',
  at: 'vacancies',
  async get(asked) {
    const found = await findOptions(asked);
    if (!found.ok) return found;
    const { vacancyId, room, options } = found.value;
    const { suggestion, fits, ruledOut, nearMisses } = options;
    const shown = options.couldLiveHere.slice(0, mostShown);
    const candidates = await Promise.all(shown.map((one) => candidateRow(asked, one)));
    return {
      title: 'Who could live here',
      crumbs: [{ text: 'My vacancies', href: paths.vacancies }, { text: 'Who could live here' }],
      show: (
        <WhoCouldLiveHerePage
          {...{ vacancyId, room, fits, ruledOut, candidates: candidates.flat() }}
          state={options.state}
          suggested={suggestion && { personId: suggestion.personId, moveOn: sayDay(suggestion.moveOn) }}
          nearMisses={nearMisses.map(({ personId, because }) => ({ personId, sentence: because.sentence }))}
        />
      ),
    };
  },
};

type Candidate = FoundOptions['options']['couldLiveHere'][number];

async function candidateRow(asked: AskedBy, candidate: Candidate): Promise<CandidateRow[]> {
  const { personId, rank, waitDays, points, because, placedIn } = candidate;
  const person = await readPerson(asked.deps, reading(asked, { personId }, {}));
  if (!person.ok) return [];
  const plan = placedIn === null ? 'The plan has no room for them.' : `The plan gives them ${placedIn}.`;
  return [{ personId, rank, waitDays, points, because, plan, profile: needProfile(person.value) }];
}
