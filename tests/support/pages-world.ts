import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookiesOver } from '../../functions/web/cookies.ts';
import type { Page } from '../../functions/web/page.ts';
import { pages } from '../../functions/web/pages.tsx';
import { placesOf } from '../../functions/web/places.ts';
import { openIdProvider, type Provider } from '../../functions/web/provider.ts';
import { stylesheetOf } from '../../functions/web/stylesheet.ts';
import { webDoor } from '../../functions/web/web-door.ts';
import { stylesheet } from '../../infra/constructs/bundling.ts';
import { freePort } from '../../infra/local/dynamodb-local.ts';
import { type ApiEvent, startFront } from '../../infra/local/front.ts';
import { openIssuer } from '../../infra/local/issuer.ts';
import { localRoutes } from '../../infra/local/local-routes.ts';
import { readOutcodes } from '../../shared/files/outcodes.ts';
import { cast } from './cast.ts';
import type { TestStore } from './store.ts';

/** The pages as a browser meets them: the real door and the real local issuer, on the table of a test. */
export interface PagesWorld {
  readonly url: string;
  stop(): Promise<void>;
}

let made: ReturnType<typeof stylesheetOf> | undefined;

/** Whether the pages run without TLS is all that differs from how they are deployed. */
export async function openPages(
  store: TestStore,
  more: { readonly pages?: readonly Page[]; readonly provider?: Provider } = {},
): Promise<PagesWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-pages-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { now } = store.deps.writing;
  // Tokens are checked by the clock of this machine, whatever day a story is told on.
  const issuer = await openIssuer(
    join(folder, 'key.json'),
    { issuer: url, audience: ['homeward-test'] },
    () => (now() > machineNow() ? now() : machineNow()),
  );
  made ??= stylesheetOf(stylesheet());
  const css = made;
  const door = webDoor(more.pages ?? pages, {
    ...store.deps,
    address: url,
    provider:
      more.provider ??
      openIdProvider({ issuer: url, clientId: 'homeward-test', returnTo: `${url}/signed-in` }),
    cookies: cookiesOver({ isPlain: true }),
    stylesheet: () => css,
    placeOf: placesOf(readOutcodes()),
  });
  const front = await startFront({
    port,
    routes: [{ method: 'ANY', path: '$default', door: 'web', authorized: false }],
    verify: async () => null,
    invoke: (_name: string, event: ApiEvent) => door(event),
    also: localRoutes({
      issuer,
      clock: { now, offsetSeconds: () => 0, move: () => null },
      personas: [...Object.keys(cast), 'ward-2'].map((id) => ({ id, does: `${id} of the tests` })),
      mailbox: folder,
      moved: () => undefined,
    }),
  });
  return {
    url,
    async stop() {
      await front.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

const machineNow = () => new Date().toISOString() as ReturnType<TestStore['deps']['writing']['now']>;
