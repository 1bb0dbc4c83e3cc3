import { noticePage } from "@zpr/pages";
import type { IdentityStores } from "@zpr/ports";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { isOwnOrigin } from "../own-origin.ts";
import { invitationPage } from "../pages/invitation.ts";
import { messagesIn } from "../pages/messages/languages.ts";
import { createAccount } from "../people.ts";
import { digest } from "../secret.ts";
import type { Sessions } from "../session.ts";
import { formOf, localeOf, queryOf } from "./asked.ts";
import { sayForeign, send } from "./say.ts";

interface InvitationOptions {
  readonly stores: IdentityStores;
  readonly sessions: Sessions;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** `/auth/invitation`: where the link in an invitation leads, and its account is made. */
export const invitation: FastifyPluginAsync<InvitationOptions> = async (app, options) => {
  const { stores, sessions, publicUrl, now } = options;
  const opened = (token: string) => stores.invitations.open(digest(token), now());

  app.get("/auth/invitation", { config: { access: "public" } }, async (request, reply) => {
    const token = queryOf(request).get("token") ?? "";
    const found = await opened(token);
    if (!found) return sayGone(reply);
    // Who has an account becomes a member by signing in.
    if (await stores.accounts.findByEmail(found.email))
      return reply.redirect("/auth/login?returnTo=/lab", 303);
    return send(reply, invitationPage(localeOf(request), token, found));
  });

  app.post("/auth/invitation", { config: { access: "public" } }, async (request, reply) => {
    if (!isOwnOrigin(request.headers, publicUrl)) return sayForeign(reply);
    const form = formOf(request);
    const token = form.get("token") ?? "";
    const found = await opened(token);
    if (!found) return sayGone(reply);
    const [name, password] = [form.get("name") ?? "", form.get("password") ?? ""];
    // The address is that of the invitation: whoever has the link read the mail to it.
    const wanted = { name, email: found.email, password, administrator: false };
    const outcome = await createAccount(stores, wanted);
    if ("user" in outcome)
      return reply
        .header("set-cookie", await sessions.start(outcome.user.id, null))
        .redirect("/lab", 303);
    if (outcome.fault === "link-invalid") return sayGone(reply);
    const locale = localeOf(request);
    const problem = messagesIn(locale).setup.faults[outcome.fault];
    return send(reply, invitationPage(locale, token, { ...found, name, problem }), 422);
  });
};

function sayGone(reply: FastifyReply): FastifyReply {
  const locale = localeOf(reply.request);
  const { invitation: said, signIn } = messagesIn(locale);
  const page = noticePage(
    locale,
    { title: said.goneTitle, lead: said.goneLead },
    { text: signIn.submit, href: "/auth/login" },
  );
  return send(reply, page, 410);
}
