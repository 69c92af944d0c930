import { reachOf } from '../../../shared/access/actions.ts';
import type { PersonShown } from '../../../shared/access/project-person.ts';
import type { SubPage } from '../../../shared/web/components/moj.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import type { AskedBy } from '../page.ts';

/** What a reader may call a person: their name, or else their reference. */
export const calledBy = (person: PersonShown): string =>
  person.level === 'identity' ? person.name : person.id;

/** Whose case a page is about, as its identity bar says it. */
export const titleOf = (person: PersonShown): string =>
  person.level === 'identity' ? `${person.name} · ${person.id}` : person.id;

type Tab = 'person' | 'skills' | 'personHistory';

/** The pages about one person beside each other, of those that this reader may read. */
export function personTabs({ who }: Pick<AskedBy, 'who'>, personId: string, at: Tab): SubPage[] {
  const tab = (name: Tab, text: string) => ({
    text,
    href: pathTo(name, { personId }),
    isCurrent: name === at,
  });
  return [
    tab('person', 'Summary'),
    ...(reachOf(who.data.roles, 'readiness.read') === null ? [] : [tab('skills', 'Life skills')]),
    tab('personHistory', 'What happened'),
  ];
}
