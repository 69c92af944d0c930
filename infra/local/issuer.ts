import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Instant } from '../../shared/domain/day.ts';
import { type CodeSent, Codes, type SignInAsked } from './issuer-codes.ts';

/** Who signs tokens on this machine, in place of Cognito or another OpenID provider. */
export interface Issuer {
  /** The discovery document and the public key, by path. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** An access token for a user; it says who they are and nothing more. */
  token(user: string): Promise<string>;
  /** A code with which whoever asked finds out that a user signed in. */
  code(asked: SignInAsked, user: string): string;
  /** The tokens a code is worth, once; null when it is worth none. */
  exchange(sent: CodeSent): Promise<{ readonly access_token: string; readonly id_token: string } | null>;
  /** As its tokens name it. */
  readonly url: string;
  /** The claims of a token that is ours, for us, signed as pinned and not run out; null otherwise. */
  verify(token: string): Promise<Record<string, string> | null>;
}

/** What the authorizer of the template asks for. */
export interface Pinned {
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** How long a token holds, in hours of the local clock. */
export const tokenHours = 12;

const algorithm = 'RS256';

/** @param file where the key is kept, so that tokens hold over a restart */
export async function openIssuer(file: string, pinned: Pinned, now: () => Instant): Promise<Issuer> {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : await newKey(file);
  const { kty, n, e } = kept;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const open = { kty, n, e, kid, alg: algorithm, use: 'sig' };
  const [privateKey, publicKey] = await Promise.all([importJWK(kept, algorithm), importJWK(open, algorithm)]);
  const seconds = (): number => Math.floor(Date.parse(now()) / 1000);
  const signed = (user: string, claims: JWTPayload): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
      .setIssuer(pinned.issuer)
      .setSubject(user)
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + tokenHours * 3600)
      .setJti(randomUUID())
      .sign(privateKey);
  const token = (user: string) => signed(user, { client_id: pinned.audience[0] ?? '', token_use: 'access' });
  const codes = new Codes();
  return {
    url: pinned.issuer,
    documents: new Map<string, unknown>([
      ['/.well-known/openid-configuration', discovery(pinned.issuer)],
      ['/.well-known/jwks.json', { keys: [open] }],
    ]),
    token,
    code: (asked, user) => codes.give(asked, user, Date.now()),
    async exchange(sent) {
      const taken = codes.take(sent, Date.now());
      if (taken === null) return null;
      const { user, nonce } = taken;
      const id = { aud: pinned.audience[0] ?? '', token_use: 'id', nonce };
      return { access_token: await token(user), id_token: await signed(user, id) };
    },
    async verify(given) {
      try {
        const { payload } = await jwtVerify(given, publicKey, {
          issuer: pinned.issuer,
          algorithms: [algorithm],
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(now()),
        });
        return isFor(payload, pinned.audience) && payload.token_use !== 'id' ? asText(payload) : null;
      } catch {
        return null;
      }
    },
  };
}

async function newKey(file: string) {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}

function discovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    authorization_endpoint: `${issuer}/local/authorize`,
    token_endpoint: `${issuer}/local/code`,
    id_token_signing_alg_values_supported: [algorithm],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** API Gateway reads the audience, or the client where a token names no audience, as Cognito's access tokens do. */
function isFor(payload: Readonly<Record<string, unknown>>, audience: readonly string[]): boolean {
  const named = payload.aud ?? payload.client_id;
  return (Array.isArray(named) ? named : [named]).some((one) => audience.includes(String(one)));
}

/** Claims as API Gateway hands them on: text, whatever they were. */
function asText(payload: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? `[${value.join(' ')}]`
          : JSON.stringify(value),
    ]),
  );
}
