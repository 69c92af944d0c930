/** A browser without a window: it keeps cookies, follows nothing by itself, and sends forms as browsers do. */
export interface PageClient {
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Got>;
  /** @param from where the form says it comes from; this site when left out */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Got>;
  /** Signs in through the issuer's page, as a browser would. @returns where it ends up */
  signIn(user: string, to?: string): Promise<Got>;
  /** The token in the forms of the page last read. */
  formToken(): string;
}

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it sends the browser. */
  readonly to: string;
}

export function pageClient(url: string): PageClient {
  const cookies = new Map<string, string>();
  let last = '';
  const send = async (address: string, init: RequestInit): Promise<Got> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(address, url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    if (text.includes('formToken')) last = text;
    return {
      status: response.status,
      headers: response.headers,
      text,
      to: response.headers.get('location') ?? '',
    };
  };
  const get: PageClient['get'] = (path, headers = {}) => send(path, { headers });
  const post: PageClient['post'] = (path, fields, headers = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: url, 'sec-fetch-site': 'same-origin', ...headers },
    });
  return {
    cookies,
    get,
    post,
    async signIn(user, to) {
      const away = await get(to === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`);
      const asked = Object.fromEntries(new URL(away.to).searchParams);
      const back = await post('/local/authorize', { ...asked, user });
      return get(back.to);
    },
    formToken: () => /name="formToken" value="([^"]+)"/.exec(last)?.[1] ?? '',
  };
}
