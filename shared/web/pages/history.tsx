import { IdentityBar, SubNavigation, type SubPage } from '../components/moj.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Timeline, type TimelineItem } from '../components/timeline.tsx';

interface HistoryProps {
  /** Whose or what this is the history of. */
  readonly title: string;
  readonly tabs: readonly SubPage[];
  readonly items: readonly TimelineItem[];
  /** Where what came before is read. */
  readonly earlier: string | null;
}

export function HistoryPage({ title, tabs, items, earlier }: HistoryProps) {
  return (
    <>
      <IdentityBar title={title} />
      <SubNavigation label="About them" pages={tabs} />
      <h1 class="govuk-heading-l">What happened</h1>
      {items.length === 0 ? (
        <p class="govuk-body">Nothing is on record yet. Everything that is done here will be.</p>
      ) : (
        <Timeline items={items} />
      )}
      <Pagination next={earlier} />
    </>
  );
}
