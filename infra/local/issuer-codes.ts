import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** What a page asks of the issuer when somebody is to sign in. PKCE is asked for, never optional. */
export const SignInAsked = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().min(1).max(1000),
  nonce: z.string().min(1).max(200),
  code_challenge: z.string().min(43).max(128),
  code_challenge_method: z.literal('S256'),
});
export type SignInAsked = z.infer<typeof SignInAsked>;

/** What is sent for a code. */
export const CodeSent = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string(),
});
export type CodeSent = z.infer<typeof CodeSent>;

/** Milliseconds a code holds: the browser goes straight back with it. */
const codeMilliseconds = 60_000;

/** The codes given out and not yet used. Each is taken once. */
export class Codes {
  readonly #waiting = new Map<string, { asked: SignInAsked; user: string; until: number }>();

  /** @param now milliseconds of this machine, which no moved clock touches */
  give(asked: SignInAsked, user: string, now: number): string {
    const code = randomBytes(24).toString('base64url');
    this.#waiting.set(code, { asked, user, until: now + codeMilliseconds });
    return code;
  }

  /** Who signed in, and what binds that to who asked; null when the code is used, old, or not for this sender. */
  take(sent: CodeSent, now: number): { readonly user: string; readonly nonce: string } | null {
    const found = this.#waiting.get(sent.code);
    this.#waiting.delete(sent.code);
    if (!found || found.until < now) return null;
    const { asked, user } = found;
    const challenge = createHash('sha256').update(sent.code_verifier).digest('base64url');
    const isTheirs =
      asked.client_id === sent.client_id &&
      asked.redirect_uri === sent.redirect_uri &&
      asked.code_challenge === challenge;
    return isTheirs ? { user, nonce: asked.nonce } : null;
  }
}
