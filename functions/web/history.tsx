import type { Instant } from '../../shared/domain/day.ts';
import { londonDay } from '../../shared/domain/day.ts';
import { HomeId, PersonId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/outcome.ts';
import { readHome } from '../../shared/usecases/homes/read-home.ts';
import { readPerson } from '../../shared/usecases/people/read-person.ts';
import { homeTimeline } from '../../shared/usecases/timeline/home-timeline.ts';
import { TimelineAsked, type TimelinePage } from '../../shared/usecases/timeline/page.ts';
import { personTimeline } from '../../shared/usecases/timeline/person-timeline.ts';
import type { TimelineItem } from '../../shared/web/components/timeline.tsx';
import { sayMomentAgo } from '../../shared/web/moments.ts';
import { HistoryPage } from '../../shared/web/pages/history.tsx';
import { pathTo } from '../../shared/web/paths.ts';
import { homeTabs } from './officer/home-pages.ts';
import { type AskedBy, type Page, reading, refOf } from './page.ts';
import { personTabs, titleOf } from './worker/person-title.ts';

/** Which part of a timeline was asked for. */
const partOf = ({ query }: AskedBy) =>
  TimelineAsked.safeParse({
    limit: '20',
    ...(query.has('before') && { before: query.get('before') }),
  });

/** The newest first; a page of the timeline has them as they happened. */
const itemsOf = ({ items }: TimelinePage, now: Instant): TimelineItem[] =>
  items.toReversed().map(({ at, by, sentence }) => ({
    title: `${by.charAt(0).toUpperCase()}${by.slice(1)}`,
    at,
    when: sayMomentAgo(at, londonDay(now)),
    text: sentence,
  }));

const earlierOf = (address: string, { next }: TimelinePage): string | null =>
  next === null ? null : `${address}?${new URLSearchParams({ before: next })}`;

/** What happened with a person, newest first. */
const ofPerson: Page = {
  path: 'personHistory',
  action: 'people.read',
  async get(asked) {
    const personId = refOf(PersonId, asked.refs.personId);
    if (!personId.ok) return personId;
    const params = { personId: personId.value };
    const part = partOf(asked);
    if (!part.success) return refuse('not-found');
    const [person, page] = [
      await readPerson(asked.deps, reading(asked, params, {})),
      await personTimeline(asked.deps, reading(asked, params, part.data)),
    ];
    if (!person.ok) return person;
    if (!page.ok) return page;
    return {
      title: 'What happened',
      show: (
        <HistoryPage
          title={titleOf(person.value)}
          tabs={personTabs(asked, params.personId, 'personHistory')}
          items={itemsOf(page.value, asked.now)}
          earlier={earlierOf(pathTo('personHistory', params), page.value)}
        />
      ),
    };
  },
};

/** What happened with a home, newest first. */
const ofHome: Page = {
  path: 'homeHistory',
  action: 'homes.read',
  async get(asked) {
    const homeId = refOf(HomeId, asked.refs.homeId);
    if (!homeId.ok) return homeId;
    const params = { homeId: homeId.value };
    const part = partOf(asked);
    if (!part.success) return refuse('not-found');
    const home = await readHome(asked.deps, reading(asked, params, {}));
    if (!home.ok) return home;
    const page = await homeTimeline(asked.deps, reading(asked, params, part.data));
    if (!page.ok) return page;
    const address = pathTo('homeHistory', params);
    return {
      title: 'What happened',
      show: (
        <HistoryPage
          title={`${home.value.home.name} · ${params.homeId}`}
          tabs={homeTabs(params.homeId, 'homeHistory')}
          items={itemsOf(page.value, asked.now)}
          earlier={earlierOf(address, page.value)}
        />
      ),
    };
  },
};

/** What happened with a person and with a home. */
export const historyPages: readonly Page[] = [ofPerson, ofHome];
