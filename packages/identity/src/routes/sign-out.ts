import type { FastifyPluginAsync, FastifyReply } from "fastify";
import type { Cookie } from "../cookie.ts";
import { isOwnOrigin } from "../own-origin.ts";
import { signOutPage } from "../pages/forms.ts";
import type { Sessions } from "../session.ts";
import { localeOf } from "./asked.ts";
import { sayForeign, send } from "./say.ts";

/** The session that people have with the issuer, beside the one with us. */
export interface IssuerSession {
  /** Ends it, or says where the browser must go for that. */
  leave(reply: FastifyReply, idToken: string | null): Promise<URL | undefined>;
  /** The origins, other than ours, to which leaving leads. */
  origins(): Promise<readonly string[]>;
}

export interface SignOutOptions {
  readonly sessions: Sessions;
  readonly sessionCookie: Cookie;
  readonly issuerSession: IssuerSession;
  readonly publicUrl: string;
}

/** `/auth/logout`: asks, or at a POST ends the session here and at the issuer. */
export const signOut: FastifyPluginAsync<SignOutOptions> = async (app, options) => {
  const { sessions, sessionCookie, issuerSession, publicUrl } = options;

  app.get("/auth/logout", { config: { access: "public" } }, async (request, reply) =>
    send(reply, signOutPage(localeOf(request), await issuerSession.origins())),
  );

  app.post("/auth/logout", { config: { access: "public" } }, async (request, reply) => {
    if (!isOwnOrigin(request.headers, publicUrl)) return sayForeign(reply);
    const id = sessionCookie.read(request.headers);
    const idToken = id === undefined ? null : await sessions.end(id);
    const next = await issuerSession.leave(reply, idToken);
    return reply
      .header("set-cookie", sessionCookie.clear())
      .header("cache-control", "no-store")
      .redirect(next?.href ?? "/", 303);
  });
};
