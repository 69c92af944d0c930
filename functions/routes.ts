import * as homes from './homes/routes.ts';
import * as matching from './matching/routes.ts';
import * as panels from './panels/routes.ts';
import * as partnership from './partnership/routes.ts';
import * as people from './people/routes.ts';
import * as proposals from './proposals/routes.ts';
import * as reports from './reports/routes.ts';
import * as requests from './requests/routes.ts';
import type { Route } from './route.ts';
import * as departures from './stays/departure-routes.ts';
import * as stays from './stays/routes.ts';

/** Every route of the API, in the order in which the documentation shows them. */
export const routes: readonly Route[] = [
  homes,
  people,
  requests,
  matching,
  proposals,
  panels,
  stays,
  reports,
  departures,
  partnership,
].flatMap((door) => Object.values(door));
