import { fromEnvironment } from '../deps.ts';
import { scheduleDoor } from './schedule-door.ts';

export const handler = scheduleDoor(fromEnvironment());
