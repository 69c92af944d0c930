import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { requestsHandlers } from './handlers.ts';

export const handler = door(requestsHandlers, fromEnvironment());
