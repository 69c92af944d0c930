/** One route of the gateway and the function behind it. */
export interface FrontRoute {
  /** `GET`, or `ANY`. */
  readonly method: string;
  /** As API Gateway writes it: `/v1/homes/{homeId}`, `/{proxy+}`, or `$default` for what nothing else matches. */
  readonly path: string;
  readonly door: string;
  /** Whether it asks for a token. */
  readonly authorized: boolean;
}

/** A route that matches, and what stands where its parameters stand. */
export interface FoundRoute {
  readonly route: FrontRoute;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The most specific route for a method and a raw path: plain words before `{one}` before `{rest+}` before `$default`,
 * and a named method before `ANY`.
 */
export function findRoute(routes: readonly FrontRoute[], method: string, rawPath: string): FoundRoute | null {
  const parts = rawPath.split('/').slice(1).map(decoded);
  if (parts.includes(null)) return null;
  const found = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .map((route) => ({ route, params: paramsOf(route.path, parts) }))
    .filter((one): one is FoundRoute => one.params !== null)
    .sort((a, b) => rank(a.route) - rank(b.route) || compare(rankText(a.route), rankText(b.route)));
  return found[0] ?? null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function paramsOf(path: string, parts: readonly (string | null)[]): Record<string, string> | null {
  if (path === '$default') return {};
  const pattern = path.split('/').slice(1);
  const params: Record<string, string> = {};
  for (const [at, word] of pattern.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(word);
    const part = parts[at];
    if (part === undefined || part === null) return null;
    if (!name) {
      if (word !== part) return null;
      continue;
    }
    const greedy = name[2] === '+';
    const value = greedy ? parts.slice(at).join('/') : part;
    if (value === '') return null;
    params[name[1] ?? ''] = value;
    if (greedy) return params;
  }
  return pattern.length === parts.length ? params : null;
}

function rank({ path }: FrontRoute): number {
  if (path === '$default') return 2;
  return path.includes('+}') ? 1 : 0;
}

/** Sorts plain words before parameters, part by part, and `ANY` last. */
function rankText({ method, path }: FrontRoute): string {
  const parts = path.split('/').map((word) => (word.startsWith('{') ? '1' : '0'));
  return `${parts.join('')}${method === 'ANY' ? '1' : '0'}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
