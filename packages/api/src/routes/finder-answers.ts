import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Locale } from "@zpr/model";
import { chooseLocale, html, noticePage, type Page, pageHeaders, renderPage } from "@zpr/pages";
import type { AskedQuestion, SightingReviews } from "@zpr/ports";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { finderWords } from "../finder-mail/languages.ts";
import { answerPath, spaced } from "../finder-mail/write-letters.ts";
import type { AnnounceReport } from "../reports/announce-report.ts";

const Params = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) });
const Query = Type.Object({ lang: Type.Optional(Type.String({ maxLength: 20 })) });
const FORM_BYTES = 32_768;
const LONGEST_ANSWER = 4000;

interface Ports {
  readonly sightingReviews: SightingReviews;
  readonly announce: AnnounceReport;
  readonly now: () => Date;
}

/** `/answer/{token}`: the page on which a finder answers a question. Whoever has the link may, once. */
export const finderAnswers: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { sightingReviews, announce, now },
) => {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, body),
  );
  const options = {
    config: { access: "public" as const },
    schema: { params: Params, querystring: Query },
  };

  app.get(answerPath(":token"), options, async (request, reply) => {
    const { token } = request.params;
    const question = await sightingReviews.findQuestion(token);
    const locale = localeOf(request, request.query.lang ?? question?.locale);
    return question?.isOpen
      ? send(reply, askPage(locale, token, question))
      : sayClosed(reply, locale);
  });

  app.post(answerPath(":token"), options, async (request, reply) => {
    const { token } = request.params;
    const question = await sightingReviews.findQuestion(token);
    const locale = localeOf(request, request.query.lang ?? question?.locale);
    if (!question?.isOpen) return sayClosed(reply, locale);
    const answer = answerIn(request.body);
    if (answer === "") return send(reply, askPage(locale, token, question, "empty"), 400);
    const sighting = await sightingReviews.answer(token, answer, now());
    if (!sighting) return sayClosed(reply, locale);
    await announce(sighting);
    const { question: words, home } = finderWords(locale);
    const { doneTitle: title, doneLead: lead } = words;
    return send(reply, noticePage(locale, { title, lead }, { text: home, href: "/" }));
  });
};

function answerIn(body: unknown): string {
  if (typeof body !== "string") return "";
  const text = new URLSearchParams(body).get("answer") ?? "";
  return text.replaceAll("\u0000", "").trim().slice(0, LONGEST_ANSWER);
}

function localeOf({ headers }: FastifyRequest, asked: string | undefined): Locale {
  return chooseLocale(asked, headers["accept-language"]);
}

function askPage(
  locale: Locale,
  token: string,
  ...[question, problem]: [AskedQuestion, "empty"?]
): Page {
  const { question: words } = finderWords(locale);
  const path = answerPath(token);
  const said = problem ? html`<p class="problem" role="alert">${words.empty}</p>` : html``;
  return {
    locale,
    title: words.title(spaced(question.itemCode)),
    lead: words.lead,
    inLanguage: (other) => `${path}?lang=${other}`,
    body: html`<blockquote id="question">${question.text}</blockquote>
${said}
<form method="post" action="${path}?lang=${locale}">
<label for="answer">${words.label}</label>
<textarea id="answer" name="answer" rows="5" maxlength="${LONGEST_ANSWER}" required aria-describedby="question"></textarea>
<button class="action" type="submit">${words.submit}</button>
</form>`,
  };
}

function sayClosed(reply: FastifyReply, locale: Locale): FastifyReply {
  const { question, home } = finderWords(locale);
  const { closedTitle: title, closedLead: lead } = question;
  return send(reply, noticePage(locale, { title, lead }, { text: home, href: "/" }), 410);
}

function send(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply.code(status).headers(pageHeaders(page)).send(renderPage(page));
}
