import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { staysHandlers } from './handlers.ts';

export const handler = door(staysHandlers, fromEnvironment());
