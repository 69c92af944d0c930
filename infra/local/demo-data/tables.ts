import type { Day } from '../../../shared/domain/day.ts';
import type { FileName } from '../../../shared/files/file-names.ts';

/** Columns of each file of a partnership's folder, in order. Readiness has the programmes' life-skill domains after them. */
const columns = {
  'homes.csv':
    'sourceReference name postcode confidentialAddress letting unitType offers supportLevel sleepIn supportHoursPerWeek ageFrom ageTo ofsted sexPolicy sexPolicyBasis sexPolicyReviewOn pets smoking substanceFree atmosphere features licenceStatus licenceMaxPersons licenceMaxHouseholds licenceExpiresOn licenceExemptionBasis notSuitableFor takesChildren maxHighRisk maxEarlyRecovery localConnectionRequired turnaroundWorkingDays leaseEndsOn owner landlord supportProvider clinicalTeam team',
  'rooms.csv':
    'sourceReference home kind areaSquareMetres maxPersons floor stepFree wetRoom cotSpace accessibility rentType weeklyRent weeklyServiceCharge weeklyPersonalCharge weeklySupportCharge',
  'out-of-service.csv': 'sourceReference room from to reason',
  'stays.csv': 'sourceReference room person from leavesOn departedOn departureReason absentFrom',
  'vacancies.csv': 'sourceReference room status from reason',
  'people.csv':
    'sourceReference dateOfBirth nhsNumber sexRegisteredAtBirth clientGroups careStatus leftResidentialCare childRemoved secondaryMentalHealthCare wantsPaidWork householdAdults householdChildren babyDueOn pets smokes funding canPayWeekly sharedRateExempt localConnection localConnectionExempt primaryWorker secondWorker',
  'needs.csv':
    'sourceReference person assessedOn assessedBy supportLevel supportHoursPerWeek sleepIn stepFree wetRoom highestFloor selfContained quiet recovery substanceFreeHome riskToSelf safetyPlanOn',
  'readiness.csv': 'sourceReference person assessedOn ratedBy',
  'requests.csv':
    'sourceReference person kind serviceModel stages status queuedOn earliestOn neededBy unsafeNow accommodation postcode referralSource referredBy hospitalSite pausedUntil pausedBecause',
  'ready-periods.csv': 'sourceReference request readyOn endedOn endReason delayReason attributable',
  'workers.csv': 'sourceReference serviceModel role team fullTimeEquivalent caseloadLimit coveredBy',
  'risks.csv': 'sourceReference person category level current recordedOn expiresOn setBy',
  'exclusion-zones.csv': 'sourceReference person postcode radiusMetres setBy from expiresOn',
  'non-associations.csv': 'sourceReference person otherPerson recordedOn expiresOn',
  'provider-bans.csv': 'sourceReference person organisation from expiresOn setBy',
  'anchors.csv': 'sourceReference person kind postcode importance recordedOn',
  'preferences.csv': 'sourceReference person wish about value importance recordedOn',
} as const;

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** What stands in a cell before it is text: true is `yes`, a list is joined by `|`, null and undefined are blank. */
export type Cell = string | Day | number | boolean | readonly string[] | null | undefined;

export type RowOf<Name extends FileName> = { readonly [Column in Words<(typeof columns)[Name]>]?: Cell } & {
  readonly sourceReference: string;
};

/** Rows of a file as text by column; a blank cell is an empty string. */
export type TextRow = Record<string, string>;

/** The files of one folder while they are being filled. */
export interface Tables {
  add<Name extends FileName>(name: Name, row: RowOf<Name>): void;
  /** A rating; `scores` by life-skill domain, null where a domain was not rated. */
  addReadiness(row: RowOf<'readiness.csv'>, scores: Readonly<Record<string, number | null>>): void;
  /** Every file, also those without rows, each row with every column of its file, in order. */
  files(): Record<FileName, TextRow[]>;
}

/** @param domains ids of the life-skill domains, the columns that follow those of readiness */
export function emptyTables(domains: readonly string[]): Tables {
  const rows: Record<FileName, TextRow[]> = {
    'homes.csv': [],
    'rooms.csv': [],
    'out-of-service.csv': [],
    'workers.csv': [],
    'people.csv': [],
    'stays.csv': [],
    'vacancies.csv': [],
    'needs.csv': [],
    'readiness.csv': [],
    'requests.csv': [],
    'ready-periods.csv': [],
    'risks.csv': [],
    'exclusion-zones.csv': [],
    'non-associations.csv': [],
    'provider-bans.csv': [],
    'anchors.csv': [],
    'preferences.csv': [],
  };
  return {
    add(name, row) {
      rows[name].push(textRow(columns[name].split(' '), row));
    },
    addReadiness(row, scores) {
      rows['readiness.csv'].push(
        textRow([...columns['readiness.csv'].split(' '), ...domains], { ...row, ...scores }),
      );
    },
    files: () => rows,
  };
}

function textRow(names: readonly string[], row: Readonly<Record<string, Cell>>): TextRow {
  return Object.fromEntries(names.map((name) => [name, textOf(row[name])]));
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'object' ? cell.join('|') : String(cell);
}
