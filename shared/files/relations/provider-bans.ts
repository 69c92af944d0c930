import { mayBeUnread } from '../sheet.ts';
import type { Finding, Relation } from './relation.ts';

/** A ban by an organisation that no home names keeps nobody out of anything: most likely it is written otherwise there. */
export const bansNameAProvider: Relation = ({ homes, bans }) => {
  if (mayBeUnread(homes, {})) return [];
  const providers = new Set<string | null>(
    [...homes.rows.values()].flatMap(({ cells }) => [cells.landlord, cells.supportProvider]),
  );
  return [...bans.rows.values()].flatMap((row): Finding[] => {
    const { organisation } = row.cells;
    if (providers.has(organisation)) return [];
    const why = `is by ${organisation}, which homes.csv names as landlord or support provider of no home: it rules nothing out`;
    return [{ sheet: 'bans', row, as: 'note', complaint: { column: 'organisation', why, fix: '' } }];
  });
};
