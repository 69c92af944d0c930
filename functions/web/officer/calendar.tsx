import { addDays, addMonths, Day, londonDay, sayDay } from '../../../shared/domain/day.ts';
import { HomeId } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { readCalendar } from '../../../shared/usecases/homes/read-calendar.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { CalendarPage } from '../../../shared/web/pages/calendar.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { type Page, reading, refOf } from '../page.ts';
import { homeTabs } from './home-pages.ts';

/** What each room of a home is on each day of a month. */
export const calendarPage: Page = {
  path: 'homeCalendar',
  action: 'homes.read',
  async get(asked) {
    const found = refOf(HomeId, asked.refs.homeId);
    if (!found.ok) return found;
    const homeId = found.value;
    const from = firstOf(asked.query.get('month') ?? londonDay(asked.now).slice(0, 7));
    if (from === null) return refuse('not-found');
    const until = addMonths(from, 1);
    const nights = { from, to: addDays(until, -1) };
    const [home, calendar] = await Promise.all([
      readHome(asked.deps, reading(asked, { homeId }, {})),
      readCalendar(asked.deps, reading(asked, { homeId }, nights)),
    ]);
    if (!home.ok) return home;
    if (!calendar.ok) return calendar;
    const address = (day: Day): string =>
      `${pathTo('homeCalendar', { homeId })}?${new URLSearchParams({ month: day.slice(0, 7) })}`;
    return {
      title: 'Calendar',
      show: (
        <CalendarPage
          title={`${home.value.home.name} · ${homeId}`}
          tabs={homeTabs(homeId, 'homeCalendar')}
          month={sayDay(from).replace(/^1 /, '')}
          rooms={calendar.value.rooms}
          {...{ from, until }}
          before={address(addDays(from, -1))}
          after={address(until)}
        />
      ),
    };
  },
};

/** The first day of a month such as `2026-04`. */
const firstOf = (month: string): Day | null => Day.safeParse(`${month}-01`).data ?? null;
