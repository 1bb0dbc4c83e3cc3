import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Locale } from "@zpr/model";
import { chooseLocale, html, noticePage, type Page, pageHeaders, renderPage } from "@zpr/pages";
import type { FinderContacts } from "@zpr/ports";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { MAIL_ACTIONS, type MailAction } from "../finder-mail/finder-words.ts";
import { finderWords } from "../finder-mail/languages.ts";
import { mailPath } from "../finder-mail/write-letters.ts";

const Params = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) });
const Query = Type.Object({ lang: Type.Optional(Type.String({ maxLength: 20 })) });
/** A mail program's one click brings one field. */
const FORM_BYTES = 4096;

interface Ports {
  readonly finderContacts: FinderContacts;
  readonly now: () => Date;
}

/**
 * `/mail/{token}/...`: the pages behind the links of mails to finders. Whoever has the link may use
 * it. A GET only asks, as scanners of mails open every link; what is done is done by a POST, from the
 * page's button or from a mail program (RFC 8058), which comes from elsewhere and has no cookie.
 */
export const finderMail: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { finderContacts, now },
) => {
  app.addContentTypeParser(
    ["application/x-www-form-urlencoded", "multipart/form-data"],
    { parseAs: "string", bodyLimit: FORM_BYTES },
    (_request, _body, done) => done(null, undefined),
  );
  for (const action of MAIL_ACTIONS) {
    const options = {
      config: { access: "public" as const },
      schema: { params: Params, querystring: Query },
    };
    app.get(mailPath(":token", action), options, async (request, reply) => {
      const { token } = request.params;
      const reader = await finderContacts.find(token);
      const locale = localeOf(request, request.query.lang ?? reader?.locale);
      return reader ? send(reply, askPage(locale, token, action)) : sayGone(reply, locale);
    });

    app.post(mailPath(":token", action), options, async (request, reply) => {
      const { token } = request.params;
      const reader = await finderContacts.find(token);
      const locale = localeOf(request, request.query.lang ?? reader?.locale);
      const isDone = await carryOut(action, token);
      return isDone ? send(reply, donePage(locale, action)) : sayGone(reply, locale);
    });
  }

  /** Whether it is so now; nothing is left to unsubscribe or erase where nothing is kept. */
  async function carryOut(action: MailAction, token: string): Promise<boolean> {
    if (action === "confirm") return finderContacts.confirm(token, now());
    if (action === "unsubscribe") await finderContacts.unsubscribe(token, now());
    else await finderContacts.erase(token);
    return true;
  }
};

function localeOf({ headers }: FastifyRequest, asked: string | undefined): Locale {
  return chooseLocale(asked, headers["accept-language"]);
}

function askPage(locale: Locale, token: string, action: MailAction): Page {
  const { title, lead, submit } = finderWords(locale).actions[action];
  const path = mailPath(token, action);
  return {
    locale,
    title,
    lead,
    inLanguage: (other) => `${path}?lang=${other}`,
    body: html`<form method="post" action="${path}?lang=${locale}">
<button class="action" type="submit">${submit}</button>
</form>`,
  };
}

function donePage(locale: Locale, action: MailAction): Page {
  const { actions, home } = finderWords(locale);
  const { doneTitle: title, doneLead: lead } = actions[action];
  return noticePage(locale, { title, lead }, { text: home, href: "/" });
}

function sayGone(reply: FastifyReply, locale: Locale): FastifyReply {
  const { goneTitle: title, goneLead: lead, home } = finderWords(locale);
  return send(reply, noticePage(locale, { title, lead }, { text: home, href: "/" }), 410);
}

function send(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply.code(status).headers(pageHeaders(page)).send(renderPage(page));
}
