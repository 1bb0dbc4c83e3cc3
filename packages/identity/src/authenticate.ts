import { Buffer } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import type { ApiKeyStore, Caller } from "@zpr/ports";
import type { AccessTokenCheck } from "./access-token.ts";
import { isApiKey, useApiKey } from "./api-keys.ts";
import type { Cookie } from "./cookie.ts";
import type { Sessions } from "./session.ts";

/** Says who asks: anonymous when nothing is claimed, `undefined` when what is claimed is not true. */
export type Authenticate = (request: {
  readonly headers: IncomingHttpHeaders;
}) => Promise<Caller | undefined>;

export interface AuthenticateOptions {
  readonly apiKeys: ApiKeyStore;
  readonly sessions: Sessions;
  readonly sessionCookie: Cookie;
  /** Absent with the built-in provider, whose access tokens are for nobody else. */
  readonly accessTokens: AccessTokenCheck | undefined;
  readonly now: () => Date;
}

/** Knows callers by API key, access token or session; what a program says goes before a cookie. */
export function authenticator(options: AuthenticateOptions): Authenticate {
  const { apiKeys, sessions, sessionCookie, accessTokens, now } = options;
  const byKey = (secret: string) => useApiKey(apiKeys, secret, now());
  return async ({ headers }) => {
    if (headers.authorization !== undefined) {
      const { scheme, secret } = spoken(headers.authorization);
      if (isApiKey(secret)) return byKey(secret);
      return scheme === "bearer" ? accessTokens?.(secret) : undefined;
    }
    const id = sessionCookie.read(headers);
    return id === undefined ? { kind: "anonymous" } : sessions.find(id);
  };
}

/** The secret in an Authorization header; of HTTP Basic, which is how GDAL and QGIS send a key, the password. */
function spoken(authorization: string) {
  const [scheme = "", credentials = ""] = authorization.trim().split(/ +/);
  if (scheme.toLowerCase() !== "basic")
    return { scheme: scheme.toLowerCase(), secret: credentials };
  const text = Buffer.from(credentials, "base64").toString("utf8");
  return { scheme: "basic", secret: text.slice(text.indexOf(":") + 1) };
}
