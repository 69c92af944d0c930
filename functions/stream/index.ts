import { fromEnvironment } from '../deps.ts';
import { streamDoor } from './stream-door.ts';

export const handler = streamDoor(fromEnvironment());
