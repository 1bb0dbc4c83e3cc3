import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Locale } from "@zpr/model";
import { chooseLocale, noticePage, type Page, pageHeaders, renderPage } from "@zpr/pages";
import type { Cache, ContestStore, FeatureStore, Study, StudyStore } from "@zpr/ports";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { KEPT_SECONDS, numbersTag, studyTags } from "../public-tags.ts";
import { studyNumbers } from "../study-numbers.ts";
import { studyWords } from "../study-page/languages.ts";
import { type ShownStudy, studyEmbed, studyPage } from "../study-page/study-page.ts";

/** Long enough to spare the database a crowd, short enough to see one's own report. */
const FRESH_SECONDS = 30;
const MOST_ROWS = 100;
const MOST_REPORTS = 12;

const Params = Type.Object({ id: Type.String({ maxLength: 20 }) });
const Query = Type.Object({ lang: Type.Optional(Type.String({ maxLength: 20 })) });

interface Ports {
  readonly contestStore: ContestStore;
  readonly featureStore: FeatureStore;
  readonly studyStore: StudyStore;
  readonly cache: Cache;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** `GET /study/{id}`: what everybody may see of a study; `/study/{id}/embed`: the same for pages of others. */
export const studyPages: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const pages = [
    ["/study/:id", studyPage],
    ["/study/:id/embed", studyEmbed],
  ] as const;
  for (const [path, render] of pages)
    app.get(
      path,
      { config: { access: "public" }, schema: { params: Params, querystring: Query } },
      async ({ params, query, headers }, reply) => {
        const locale = chooseLocale(query.lang, headers["accept-language"]);
        const study = await published(params.id, ports.studyStore);
        const isEmbedded = render === studyEmbed;
        if (!study) return send(reply, { ...absent(locale), isEmbedded }, 404);
        reply.header("cache-control", `public, max-age=${FRESH_SECONDS}`);
        reply.header("vary", "Accept-Language");
        return send(reply, render(await readStudy(study, ports), locale, ports.publicUrl));
      },
    );
};

async function published(id: string, studyStore: StudyStore): Promise<Study | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(id)) return undefined;
  const study = await studyStore.find(Number(id));
  return study?.public ? study : undefined;
}

/** Read as anybody would, whoever asks: the page is for everybody, and may be kept. */
async function readStudy(study: Study, ports: Ports): Promise<ShownStudy> {
  const { id } = study;
  const [counts, rest] = await Promise.all([
    studyNumbers(id, ports),
    ports.cache.remember({
      key: `study page ${id}`,
      seconds: KEPT_SECONDS,
      ask: () => readLists(id, ports),
      tags: () => [...studyTags(id), numbersTag(id)],
    }),
  ]);
  return { study, counts, ...rest };
}

async function readLists(id: number, { contestStore, featureStore, studyStore, now }: Ports) {
  const view = { studies: [], now: now() };
  const [page, latest, contest] = await Promise.all([
    featureStore.items.page({ view, equals: { studyId: id }, limit: MOST_ROWS }),
    studyStore.latestSightings(id, MOST_REPORTS),
    contestStore.find(id),
  ]);
  return {
    items: page.features,
    hasMoreItems: page.more,
    latest,
    hasContest: contest !== undefined,
  };
}

function absent(locale: Locale): Page {
  const { noneTitle: title, noneLead: lead, home } = studyWords(locale);
  return noticePage(locale, { title, lead }, { text: home, href: "/" });
}

function send(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  const { "cache-control": uncached, ...headers } = pageHeaders(page);
  if (status !== 200) reply.header("cache-control", uncached);
  return reply.code(status).headers(headers).send(renderPage(page));
}
