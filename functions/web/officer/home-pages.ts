import type { SubPage } from '../../../shared/web/components/moj.tsx';
import { pathTo } from '../../../shared/web/paths.ts';

const tabs = { homeCalendar: 'Calendar', homeHistory: 'What happened' } as const;

/** The pages about one home beside each other. */
export function homeTabs(homeId: string, at: keyof typeof tabs): SubPage[] {
  return (['homeCalendar', 'homeHistory'] as const).map((name) => ({
    text: tabs[name],
    href: pathTo(name, { homeId }),
    isCurrent: name === at,
  }));
}
