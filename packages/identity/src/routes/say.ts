import { noticePage, type Page, pageHeaders, renderPage } from "@zpr/pages";
import type { FastifyReply } from "fastify";
import { messagesIn } from "../pages/messages/languages.ts";
import { localeOf } from "./asked.ts";

/** What does not answer is there again within seconds, or it takes long. */
export const AGAIN_SECONDS = 5;

/** Answers with a page. */
export function send(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply.code(status).headers(pageHeaders(page)).send(renderPage(page));
}

/** Says that a sign-in expired, was begun elsewhere, or was cancelled. */
export function sayFailed(reply: FastifyReply): FastifyReply {
  const locale = localeOf(reply.request);
  const { failed } = messagesIn(locale);
  return send(reply, noticePage(locale, failed, { text: failed.again, href: "/auth/login" }), 400);
}

/** Says that the service people sign in with does not answer. */
export function sayUnreachable(reply: FastifyReply): FastifyReply {
  const locale = localeOf(reply.request);
  const { failed } = messagesIn(locale);
  const said = { title: failed.unreachableTitle, lead: failed.unreachableLead };
  const page = noticePage(locale, said, { text: failed.again, href: "/auth/login" });
  return send(reply.header("retry-after", AGAIN_SECONDS), page, 503);
}

/** Says that a form was sent by another site. */
export function sayForeign(reply: FastifyReply): FastifyReply {
  const locale = localeOf(reply.request);
  const { failed, home } = messagesIn(locale);
  const said = { title: failed.originTitle, lead: failed.originLead };
  return send(reply, noticePage(locale, said, { text: home, href: "/" }), 403);
}
