import { fromEnvironment } from '../deps.ts';
import { door } from '../door.ts';
import { partnershipHandlers } from './handlers.ts';

export const handler = door(partnershipHandlers, fromEnvironment());
