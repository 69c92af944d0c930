import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { homesHandlers } from './handlers.ts';

export const handler = door(homesHandlers, fromEnvironment());
