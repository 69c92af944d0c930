import type { Models } from './domain-kinds.ts';
import type { CellsOf } from './table.ts';
import { homes } from './tables/homes.ts';
import { needs } from './tables/needs.ts';
import { people } from './tables/people.ts';
import { providerBans } from './tables/provider-bans.ts';
import { readiness } from './tables/readiness.ts';
import { readyPeriods } from './tables/ready-periods.ts';
import { requests } from './tables/requests.ts';
import { exclusionZones, nonAssociations, risks } from './tables/risks.ts';
import { outOfService, rooms } from './tables/rooms.ts';
import { stays } from './tables/stays.ts';
import { vacancies } from './tables/vacancies.ts';
import { anchors, preferences } from './tables/wishes.ts';
import { workers } from './tables/workers.ts';

/** The description of every file, in the order in which somebody would fill them in. */
export function tablesOf(models: Models) {
  return {
    homes: homes(models),
    rooms,
    outOfService,
    workers: workers(models),
    people,
    stays,
    vacancies,
    needs,
    readiness: readiness(models),
    requests: requests(models),
    readyPeriods,
    risks,
    exclusionZones,
    nonAssociations,
    bans: providerBans,
    anchors,
    preferences,
  };
}

export type Tables = ReturnType<typeof tablesOf>;
export type TableName = keyof Tables;

/** The cells of a row of each file. */
export type Cells = { readonly [Name in TableName]: CellsOf<Tables[Name]> };
