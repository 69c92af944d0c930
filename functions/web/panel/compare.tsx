import { compareRooms } from '../../../shared/usecases/panels/compare-rooms.ts';
import { anchorWords } from '../../../shared/web/need-words.ts';
import { ComparePage } from '../../../shared/web/pages/compare.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { type Page, reading } from '../page.ts';
import { type FoundCase, findCaseOf } from './find-case.ts';

/** The proposed room beside the others that fitted. */
export const comparePage: Page = {
  path: 'panelCompare',
  action: 'panels.read',
  at: 'panels',
  async get(asked) {
    const found = await findCaseOf(asked);
    if (!found.ok) return found;
    const { refs, who } = found.value;
    const compared = await compareRooms(asked.deps, reading(asked, refs, {}));
    if (!compared.ok) return compared;
    const { proposed, others, isKnown } = compared.value;
    const rooms = [...(proposed ? [proposed] : []), ...others];
    const nearest = dearest(found.value);
    const home = proposed && { place: proposed.place, name: `home A, ${proposed.homeName}` };
    return {
      title: 'Compare homes',
      crumbs: [
        { text: 'Panels', href: paths.panels },
        { text: 'Panel', href: pathTo('panel', refs) },
        { text: who, href: pathTo('panelPack', refs) },
        { text: 'Compare homes' },
      ],
      show: <ComparePage {...{ who, rooms, isKnown }} middle={nearest ?? home} />,
    };
  },
};

/** The place that matters most to the person, of those on record. */
function dearest({ person }: FoundCase) {
  if (person.level === 'profile') return null;
  const [first] = [...person.anchors].sort((a, b) => b.importance - a.importance);
  return first ? { place: first.place, name: anchorWords[first.kind].toLowerCase() } : null;
}
