import {
  BUILT_IN_ISSUER,
  type Log,
  type Person,
  type SignInAttempt,
  type SignInAttemptStore,
} from "@zpr/ports";
import { decodeJwt } from "jose";
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { SCOPES } from "./built-in/provider.ts";
import { type Claims, toPerson } from "./claims.ts";
import { asUnreachable, type ExternalIssuer, type Issuer } from "./issuer.ts";
import { digest } from "./secret.ts";

/** How long somebody may take at the issuer. */
export const ATTEMPT_MINUTES = 30;

export interface RelyingPartyOptions {
  readonly issuer: Issuer;
  /** Absent for the built-in provider. */
  readonly external: ExternalIssuer | undefined;
  readonly attempts: SignInAttemptStore;
  readonly publicUrl: string;
  readonly log: Log;
  readonly now: () => Date;
}

/** A sign-in as somebody asks for it. */
interface WantedSignIn {
  /** Secret in a cookie of the browser that asks. */
  readonly browser: string;
  readonly returnTo: string;
  readonly setupLinkHash: string | null;
  readonly locale: string;
}

/** Who came back from the issuer. */
export interface SignedIn {
  readonly person: Person;
  readonly idToken: string | null;
  readonly attempt: SignInAttempt;
}

/** Our side of OpenID Connect: sends people to the issuer and learns who came back. */
export interface RelyingParty {
  begin(wanted: WantedSignIn): Promise<URL>;
  /** Nothing when the answer is not to a question of this browser, or the issuer does not stand by it. */
  finish(answer: URL, browser: string): Promise<SignedIn | undefined>;
}

/** The authorization code grant with PKCE, state and nonce. */
export function relyingParty(options: RelyingPartyOptions): RelyingParty {
  const { issuer, external, attempts, publicUrl, log, now } = options;
  return {
    async begin({ browser, returnTo, setupLinkHash, locale }) {
      const configuration = await issuer();
      const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const begunAt = now();
      await attempts.keep(
        {
          stateHash: digest(state),
          browserHash: digest(browser),
          nonce,
          codeVerifier,
          returnTo,
          setupLinkHash,
          expiresAt: new Date(begunAt.getTime() + ATTEMPT_MINUTES * 60_000),
        },
        begunAt,
      );
      return buildAuthorizationUrl(configuration, {
        redirect_uri: `${publicUrl}/auth/callback`,
        scope: SCOPES,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        ui_locales: locale,
      });
    },

    async finish(answer, browser) {
      const state = answer.searchParams.get("state") ?? "";
      const attempt = await attempts.take(digest(state), digest(browser), now());
      if (!attempt) return undefined;
      const configuration = await issuer();
      try {
        const tokens = await authorizationCodeGrant(configuration, answer, {
          expectedState: state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.codeVerifier,
          idTokenExpected: true,
        });
        const said = await allSaid(configuration, tokens.access_token, { ...tokens.claims() });
        const vouching = external ? configuration.serverMetadata().issuer : BUILT_IN_ISSUER;
        return {
          person: toPerson(vouching, said, external?.rolesClaim),
          idToken: tokens.id_token ?? null,
          attempt,
        };
      } catch (error) {
        const failure = asUnreachable(error);
        if (failure !== error || !isRefusal(error)) throw failure;
        log.warn({ code: error.code, reason: error.message }, "a sign-in was refused");
        return undefined;
      }
    },
  };
}

type Tokens = readonly [Claims, ...Claims[]];

/** What ID token, access token and, for a name, the user info endpoint say; Keycloak has roles in the access token only. */
async function allSaid(
  configuration: Configuration,
  accessToken: string,
  id: Claims,
): Promise<Tokens> {
  const said = [id, ...decoded(accessToken)] as const;
  const complete = ["name", "email"].every((name) => said.some((claims) => claims[name]));
  if (complete || configuration.serverMetadata().userinfo_endpoint === undefined) return [...said];
  return [...said, await fetchUserInfo(configuration, accessToken, String(id["sub"]))];
}

/** The claims of an access token we fetched from the issuer ourselves; not all are JWTs. */
function decoded(accessToken: string): readonly Claims[] {
  try {
    return [decodeJwt(accessToken)];
  } catch {
    return [];
  }
}

/** Errors of openid-client and what it builds on carry a code; anything else is our own mistake. */
function isRefusal(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("OAUTH_");
}
