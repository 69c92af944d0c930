import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { reportsHandlers } from './handlers.ts';

export const handler = door(reportsHandlers, fromEnvironment());
