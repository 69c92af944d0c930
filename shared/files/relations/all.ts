import type { Day } from '../../domain/day.ts';
import type { Findings, SheetsByFile } from '../sheet.ts';
import { leasesOutlastResidents, licencesCoverWhoLivesThere, wholeHomesAreOneRoom } from './homes.ts';
import { careStatusesFitAges, coverEndsSomewhere, oneReferenceAPerson } from './people.ts';
import { bansNameAProvider } from './provider-bans.ts';
import { delayDaysCountOnce, retiredReasons } from './ready-periods.ts';
import { followReferences } from './references.ts';
import { type Relation, type Sheets, settle } from './relation.ts';
import {
  dischargesHaveAReadyDay,
  movingOnFromSomewhere,
  oneRequestAPerson,
  pausesThatAreOver,
} from './requests.ts';
import {
  nobodyInARoomOutOfService,
  onePersonARoom,
  oneRoomAPerson,
  staysInRoomsThatAreLet,
} from './stays.ts';
import {
  expectedVacanciesFollowStays,
  oneVacancyARoom,
  openRoomsAreEmpty,
  vacanciesOfRoomsThatAreLet,
} from './vacancies.ts';

/** In this order: what one check leaves out, the later ones do not see. */
const relations: readonly Relation[] = [
  oneReferenceAPerson,
  coverEndsSomewhere,
  staysInRoomsThatAreLet,
  onePersonARoom,
  oneRoomAPerson,
  wholeHomesAreOneRoom,
  licencesCoverWhoLivesThere,
  leasesOutlastResidents,
  nobodyInARoomOutOfService,
  vacanciesOfRoomsThatAreLet,
  oneVacancyARoom,
  openRoomsAreEmpty,
  expectedVacanciesFollowStays,
  oneRequestAPerson,
  movingOnFromSomewhere,
  delayDaysCountOnce,
  dischargesHaveAReadyDay,
  retiredReasons,
  careStatusesFitAges,
  pausesThatAreOver,
  bansNameAProvider,
];

/** Checks what must hold between rows, and takes out of the sheets what cannot be true or rests on what cannot. */
export function checkRelations(sheets: Sheets, byFile: SheetsByFile, on: Day, findings: Findings): void {
  followReferences(byFile, findings);
  for (const relation of relations) {
    const found = relation(sheets, on);
    settle(found, sheets, findings);
    if (found.some(({ as }) => as === 'wrong' || as === 'follows')) followReferences(byFile, findings);
  }
}
