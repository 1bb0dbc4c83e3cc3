import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { chooseLocale, noticePage, type Page, pageHeaders, renderPage } from "@zpr/pages";
import type { Contest, ContestStore, StudyStore } from "@zpr/ports";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { contestPage } from "../contest-page/contest-page.ts";
import { contestWords } from "../contest-page/languages.ts";
import { showContest } from "../show-contest.ts";

const Params = Type.Object({ id: Type.String({ maxLength: 20 }) });
const Query = Type.Object({ lang: Type.Optional(Type.String({ maxLength: 20 })) });

interface Ports {
  readonly contestStore: ContestStore;
  readonly studyStore: StudyStore;
  readonly now: () => Date;
}

/** `GET /contest/{study}`: rules and outcome of a contest as a page, for who is asked to take part. */
export const contestPages: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { contestStore, studyStore, now },
) => {
  app.get(
    "/contest/:id",
    { config: { access: "public" }, schema: { params: Params, querystring: Query } },
    async ({ params, query, headers }, reply) => {
      const locale = chooseLocale(query.lang, headers["accept-language"]);
      const contest = await published(params.id);
      if (contest)
        return send(reply, contestPage(await showContest(contestStore, contest, now()), locale));
      const { noneTitle: title, noneLead: lead, home } = contestWords(locale);
      return send(reply, noticePage(locale, { title, lead }, { text: home, href: "/" }), 404);
    },
  );

  async function published(id: string): Promise<Contest | undefined> {
    if (!/^[1-9]\d{0,8}$/.test(id)) return undefined;
    const study = await studyStore.find(Number(id));
    return study?.public ? contestStore.find(study.id) : undefined;
  }
};

function send(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply.code(status).headers(pageHeaders(page)).send(renderPage(page));
}
