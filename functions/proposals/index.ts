import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { proposalsHandlers } from './handlers.ts';

export const handler = door(proposalsHandlers, fromEnvironment());
