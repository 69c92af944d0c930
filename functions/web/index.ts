import { join } from 'node:path';
import { fromEnvironment, webFromEnvironment } from '../deps.ts';
import { cookiesOver } from './cookies.ts';
import { pages } from './pages.tsx';
import { openIdProvider } from './provider.ts';
import { stylesheetFrom } from './stylesheet.ts';
import { webDoor } from './web-door.ts';

const { address, issuer, clientId, isPlain } = webFromEnvironment();

export const handler = webDoor(pages, {
  ...fromEnvironment(),
  address,
  provider: openIdProvider({ issuer, clientId, returnTo: `${address}/signed-in` }),
  cookies: cookiesOver({ isPlain }),
  // It lies beside the bundle.
  stylesheet: stylesheetFrom(join(__dirname, 'pages.css')),
});
