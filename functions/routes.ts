import * as homes from './homes/routes.ts';
import type { Route } from './route.ts';

/** Every route of the API, in the order in which the documentation shows them. */
export const routes: readonly Route[] = [homes].flatMap((door) => Object.values(door));
