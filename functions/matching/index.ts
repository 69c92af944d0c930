import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { matchingHandlers } from './handlers.ts';

export const handler = door(matchingHandlers, fromEnvironment());
