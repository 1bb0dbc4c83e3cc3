import type { FastifyInstance } from "fastify";
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  ResponseBodyError,
} from "openid-client";
import { SIGNING_ALGORITHM } from "./built-in/keys.ts";
import { CLIENT_ID, PROVIDER_PATH } from "./built-in/provider.ts";

/** An OpenID provider other than ours: Cognito, Keycloak, Entra ... */
export interface ExternalIssuer {
  readonly issuer: string;
  readonly clientId: string;
  /** Without one we are a public client and PKCE alone has to do. */
  readonly clientSecret?: string | undefined;
  /** Claim that lists a user's groups; nested ones as `realm_access.roles`. */
  readonly rolesClaim?: string | undefined;
}

/** Whom we ask who somebody is, as a client knows it. */
export type Issuer = () => Promise<Configuration>;

/** The issuer cannot be asked at the moment. */
export class IssuerUnreachable extends Error {
  override readonly name = "IssuerUnreachable";
  readonly code = "ERR_ISSUER_UNREACHABLE";
}

/** A failed call as what it is to us: the issuer unreachable, or else the error itself. */
export function asUnreachable(error: unknown): unknown {
  const failed = error instanceof TypeError && error.message === "fetch failed";
  return failed || isOutage(error)
    ? new IssuerUnreachable("the issuer does not answer", { cause: error })
    : error;
}

/** What an issuer says by way of the browser when it cannot just now (RFC 6749, section 4.1.2.1). */
const OUTAGES = new Set(["server_error", "temporarily_unavailable"]);

function isOutage(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError) return OUTAGES.has(error.error);
  if (error instanceof ResponseBodyError) return error.status >= 500;
  return error instanceof Error && error.cause instanceof Response && error.cause.status >= 500;
}

/** The external issuer, discovered when it is first needed and again when that failed. */
export function externalIssuer({ issuer, clientId, clientSecret }: ExternalIssuer): Issuer {
  let known: Promise<Configuration> | undefined;
  const plainHttp = issuer.startsWith("http:");
  return () => {
    known ??= discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret === undefined ? None() : ClientSecretPost(clientSecret),
      { execute: [enableNonRepudiationChecks, ...(plainHttp ? [allowInsecureRequests] : [])] },
    ).catch((error: unknown) => {
      known = undefined;
      throw new IssuerUnreachable(`cannot learn about the issuer ${issuer}`, { cause: error });
    });
    return known;
  };
}

/**
 * The built-in issuer, whose addresses need no discovery. What the server says to it does not leave
 * the process: behind a proxy or in a container the public address may not lead back to itself.
 */
export function builtInIssuer(
  app: FastifyInstance,
  publicUrl: string,
  clientSecret: string,
): Issuer {
  const at = (path: string) => `${publicUrl}${PROVIDER_PATH}${path}`;
  const configuration = new Configuration(
    {
      issuer: at(""),
      authorization_endpoint: at("/auth"),
      token_endpoint: at("/token"),
      jwks_uri: at("/jwks"),
      authorization_response_iss_parameter_supported: true,
    },
    CLIENT_ID,
    { id_token_signed_response_alg: SIGNING_ALGORITHM },
    // Not in an Authorization header, where the API would take it for a wrong key.
    ClientSecretPost(clientSecret),
  );
  configuration[customFetch] = fetchWithin(app);
  enableNonRepudiationChecks(configuration);
  if (publicUrl.startsWith("http:")) allowInsecureRequests(configuration);
  return async () => configuration;
}

function fetchWithin(app: FastifyInstance): CustomFetch {
  return async (url, { method, headers, body }) => {
    const { pathname, search } = new URL(url);
    const response = await app.inject({
      method: method === "POST" ? "POST" : "GET",
      url: `${pathname}${search}`,
      headers,
      ...(body !== null && body !== undefined && { payload: String(body) }),
    });
    const said = new Headers();
    for (const [name, value] of Object.entries(response.headers))
      if (value !== undefined) said.set(name, String(value));
    return new Response(response.body, { status: response.statusCode, headers: said });
  };
}
