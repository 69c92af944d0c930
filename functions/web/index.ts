import { join } from 'node:path';
import { fromEnvironment, webFromEnvironment } from '../deps.ts';
import { cookiesOver } from './cookies.ts';
import { pages } from './pages.tsx';
import { placesFrom } from './places.ts';
import { openIdProvider } from './provider.ts';
import { stylesheetFrom } from './stylesheet.ts';
import { webDoor } from './web-door.ts';

const { address, issuer, clientId, isPlain } = webFromEnvironment();

export const handler = webDoor(pages, {
  ...fromEnvironment(),
  address,
  provider: openIdProvider({ issuer, clientId, returnTo: `${address}/signed-in` }),
  cookies: cookiesOver({ isPlain }),
  // They lie beside the bundle.
  stylesheet: stylesheetFrom(join(__dirname, 'pages.css')),
  placeOf: placesFrom(join(__dirname, 'places.json')),
});
