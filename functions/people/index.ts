import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { peopleHandlers } from './handlers.ts';

export const handler = door(peopleHandlers, fromEnvironment());
