import type { PersonShown } from '../../../shared/access/project-person.ts';
import type { SubPage } from '../../../shared/web/components/moj.tsx';
import { pathTo } from '../../../shared/web/paths.ts';

/** What a reader may call a person: their name, or else their reference. */
export const calledBy = (person: PersonShown): string =>
  person.level === 'identity' ? person.name : person.id;

/** Whose case a page is about, as its identity bar says it. */
export const titleOf = (person: PersonShown): string =>
  person.level === 'identity' ? `${person.name} · ${person.id}` : person.id;

/** The pages about one person beside each other. */
export function personTabs(personId: string, at: 'person' | 'personHistory'): SubPage[] {
  const tab = (name: 'person' | 'personHistory', text: string) => ({
    text,
    href: pathTo(name, { personId }),
    isCurrent: name === at,
  });
  return [tab('person', 'Summary'), tab('personHistory', 'What happened')];
}
