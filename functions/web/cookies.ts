import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The two cookies of the pages: one while somebody signs in, one while they are signed in. Each is a random id. */
export type CookieName = 'session' | 'signing-in';

/**
 * How cookies are named and bound. Deployed, `__Host-` makes the browser keep them to this very address over TLS; over
 * plain http, as on a developer's machine, some browsers refuse such a name.
 */
export interface Cookies {
  read(cookies: readonly string[] | undefined, name: CookieName): string | null;
  /** A header value that sets one. @param seconds after which the browser drops it; null: when it is closed */
  set(name: CookieName, value: string, seconds: number | null): string;
  clear(name: CookieName): string;
}

const idShape = /^[A-Za-z0-9_-]{43}$/;

export function cookiesOver({ isPlain }: { readonly isPlain: boolean }): Cookies {
  const called = (name: CookieName): string => (isPlain ? name : `__Host-${name}`);
  const bound = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isPlain ? [] : ['Secure'])];
  const line = (name: CookieName, value: string, more: readonly string[]): string =>
    [`${called(name)}=${value}`, ...bound, ...more].join('; ');
  return {
    read(cookies = [], name) {
      const found = cookies.find((one) => one.startsWith(`${called(name)}=`));
      const value = found?.slice(called(name).length + 1) ?? '';
      return idShape.test(value) ? value : null;
    },
    set: (name, value, seconds) => line(name, value, seconds === null ? [] : [`Max-Age=${seconds}`]),
    clear: (name) => line(name, '', ['Max-Age=0']),
  };
}

/** 256 bits of chance, in 43 letters and digits. */
export const randomId = (): string => randomBytes(32).toString('base64url');

/** What only somebody who has the secret can make of an id, for one purpose. */
export function sealed(secret: string, purpose: string, id: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${id}`).digest('base64url');
}

/** Whether two texts are the same, taking as long whatever they are. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
