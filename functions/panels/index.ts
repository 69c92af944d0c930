import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { panelsHandlers } from './handlers.ts';

export const handler = door(panelsHandlers, fromEnvironment());
