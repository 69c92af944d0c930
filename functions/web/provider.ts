import * as oidc from 'openid-client';

/** Where and as whom the pages sign people in. */
export interface ProviderSettings {
  /** As its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  /** The address people return to. */
  readonly returnTo: string;
}

/** What binds an answer of the provider to the browser that asked. */
export interface Binding {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whoever knows who people are: Cognito, another OpenID provider, or the local issuer. */
export interface Provider {
  /** The address at which somebody signs in. */
  begin(binding: Binding): Promise<string>;
  /**
   * The subject of whoever came back.
   * @param query what they came back with
   * @returns null when it is no answer to what this browser asked, or says no
   */
  finish(query: string, binding: Binding): Promise<string | null>;
}

/** Signs people in by an authorisation code with PKCE, state and nonce. The provider is asked for its settings once. */
export function openIdProvider({ issuer, clientId, returnTo }: ProviderSettings): Provider {
  let known: Promise<oidc.Configuration> | null = null;
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= discover(issuer, clientId).catch((fault: unknown) => {
      known = null;
      throw fault;
    });
    return known;
  };
  return {
    async begin({ state, nonce, verifier }) {
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        scope: 'openid',
        response_type: 'code',
        // Whoever comes to a shared computer signs in as themselves, though somebody before them has.
        prompt: 'login',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return url.href;
    },
    async finish(query, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${returnTo}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return tokens.claims()?.sub ?? null;
      } catch (fault) {
        if (isAnswer(fault)) return null;
        throw fault;
      }
    },
  };
}

/** Whether the provider, or what came back from it, says no; other faults are of the network or ours. */
function isAnswer(fault: unknown): boolean {
  if (fault instanceof oidc.AuthorizationResponseError || fault instanceof oidc.ResponseBodyError)
    return true;
  return fault instanceof oidc.ClientError && fault.code !== 'OAUTH_TIMEOUT';
}

async function discover(issuer: string, clientId: string): Promise<oidc.Configuration> {
  const isPlain = issuer.startsWith('http:');
  const config = await oidc.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: 'RS256' },
    oidc.None(),
    // Only the local issuer is one without TLS: synthesis refuses any other.
    { execute: isPlain ? [oidc.allowInsecureRequests] : [] },
  );
  // Signatures are checked as well, though the tokens come straight from the provider.
  oidc.enableNonRepudiationChecks(config);
  return config;
}
