import type { IdentityStores } from "@zpr/ports";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Cookie } from "../cookie.ts";
import { IssuerUnreachable } from "../issuer.ts";
import { ATTEMPT_MINUTES, type RelyingParty, type SignedIn } from "../relying-party.ts";
import { returnPath } from "../return-path.ts";
import { digest, newSecret } from "../secret.ts";
import type { Sessions } from "../session.ts";
import { localeOf, queryOf } from "./asked.ts";
import { sayFailed, sayUnreachable } from "./say.ts";

/** What the routes of sign-in need. */
export interface SignInOptions {
  readonly stores: IdentityStores;
  readonly party: RelyingParty;
  readonly sessions: Sessions;
  readonly sessionCookie: Cookie;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** `/auth/login` and `/auth/callback`: to the issuer and back. */
export const signIn: FastifyPluginAsync<{ options: SignInOptions; browserCookie: Cookie }> = async (
  app,
  { options, browserCookie },
) => {
  const { party, publicUrl } = options;
  app.setErrorHandler((error, { log }, reply) => {
    if (!(error instanceof IssuerUnreachable)) throw error;
    log.error(error);
    return sayUnreachable(reply);
  });

  app.get("/auth/login", { config: { access: "public" } }, async (request, reply) => {
    const query = queryOf(request);
    const home = canonical(request, query, publicUrl);
    if (home) return reply.redirect(home, 303);
    const browser = browserCookie.read(request.headers) ?? newSecret();
    const setup = query.get("setup");
    const url = await party.begin({
      browser,
      returnTo: returnPath(query.get("returnTo"), publicUrl),
      setupLinkHash: setup === null ? null : digest(setup),
      locale: localeOf(request),
    });
    return reply
      .header("set-cookie", browserCookie.set(browser, ATTEMPT_MINUTES * 60))
      .header("cache-control", "no-store")
      .redirect(url.href, 303);
  });

  app.get("/auth/callback", { config: { access: "public" } }, async (request, reply) => {
    const browser = browserCookie.read(request.headers);
    const signedIn = browser && (await party.finish(new URL(request.url, publicUrl), browser));
    if (!signedIn) return sayFailed(reply);
    await enter(options, signedIn, reply);
    return reply.redirect(signedIn.attempt.returnTo, 303);
  });
};

/** Starts a session in place of an earlier one of this browser. */
async function enter(
  { stores, sessions, sessionCookie, now }: SignInOptions,
  { person, idToken, attempt }: SignedIn,
  reply: FastifyReply,
): Promise<void> {
  const user = await stores.users.recognise(person);
  if (attempt.setupLinkHash !== null)
    await stores.users.makeAdministrator(user.id, attempt.setupLinkHash, now());
  const earlier = sessionCookie.read(reply.request.headers);
  if (earlier !== undefined) await sessions.end(earlier);
  reply
    .header("set-cookie", await sessions.start(user.id, idToken))
    .header("cache-control", "no-store");
}

/**
 * The same page under the public address, when somebody came by another one (127.0.0.1, a host name
 * of the machine): cookies of one are not sent to the other. Once only, as a proxy may hide the host.
 */
function canonical(
  request: FastifyRequest,
  query: URLSearchParams,
  publicUrl: string,
): string | undefined {
  const { host } = new URL(publicUrl);
  if (request.host === host || query.has("here")) return undefined;
  return `${publicUrl}/auth/login?${new URLSearchParams([...query, ["here", "1"]])}`;
}
