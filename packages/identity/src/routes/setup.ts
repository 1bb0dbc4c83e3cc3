import { noticePage } from "@zpr/pages";
import type { IdentityStores } from "@zpr/ports";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import type { ExternalIssuer } from "../issuer.ts";
import { isOwnOrigin } from "../own-origin.ts";
import { setupElsewherePage, setupPage } from "../pages/forms.ts";
import { messagesIn } from "../pages/messages/languages.ts";
import { createAccount } from "../people.ts";
import { digest } from "../secret.ts";
import type { Sessions } from "../session.ts";
import { formOf, localeOf, queryOf } from "./asked.ts";
import { sayForeign, send } from "./say.ts";

export interface SetupOptions {
  readonly stores: IdentityStores;
  readonly sessions: Sessions;
  readonly external: ExternalIssuer | undefined;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** `/auth/setup`: where the one-time link leads, and the first administrator is made. */
export const setup: FastifyPluginAsync<SetupOptions> = async (app, options) => {
  const { stores, sessions, external, publicUrl, now } = options;
  const usable = (token: string) => stores.setupLinks.isUsable(digest(token), now());

  app.get("/auth/setup", { config: { access: "public" } }, async (request, reply) => {
    const token = queryOf(request).get("token") ?? "";
    if (!(await usable(token))) return sayGone(reply);
    const locale = localeOf(request);
    return send(
      reply,
      external ? setupElsewherePage(locale, token, external.issuer) : setupPage(locale, token, {}),
    );
  });

  app.post("/auth/setup", { config: { access: "public" } }, async (request, reply) => {
    if (!isOwnOrigin(request.headers, publicUrl)) return sayForeign(reply);
    const form = formOf(request);
    const token = text(form, "token");
    // Before the password is hashed, which is work that strangers should not be able to order.
    if (external || !(await usable(token))) return sayGone(reply);
    const given = { name: text(form, "name"), email: text(form, "email") };
    const outcome = await createAccount(
      stores,
      { ...given, password: text(form, "password"), administrator: true },
      { hash: digest(token), now: now() },
    );
    if ("user" in outcome)
      return reply
        .header("set-cookie", await sessions.start(outcome.user.id, null))
        .redirect("/lab", 303);
    if (outcome.fault === "link-invalid") return sayGone(reply);
    const locale = localeOf(request);
    const problem = messagesIn(locale).setup.faults[outcome.fault];
    return send(reply, setupPage(locale, token, { ...given, problem }), 422);
  });
};

function text(form: URLSearchParams, name: string): string {
  return form.get(name) ?? "";
}

function sayGone(reply: FastifyReply): FastifyReply {
  const locale = localeOf(reply.request);
  const { setup: said, signIn } = messagesIn(locale);
  const page = noticePage(
    locale,
    { title: said.goneTitle, lead: said.goneLead },
    { text: signIn.submit, href: "/auth/login" },
  );
  return send(reply, page, 410);
}
