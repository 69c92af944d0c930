import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { StageContacts } from '../../shared/services/stages.ts';

const path = new URL('../../shared/services/staying-connected.json', import.meta.url);
const Model = z.object({ contactPatterns: z.tuple([StageContacts]) });

/** The contacts that Staying Connected owes after extended support, from its own file. */
export const [stayingConnected] = Model.parse(JSON.parse(readFileSync(path, 'utf8'))).contactPatterns;
