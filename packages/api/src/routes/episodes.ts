import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { groundingsShown } from "@zpr/analytics";
import { EPISODE_STATES } from "@zpr/model";
import type { EpisodeFilter, EpisodeKey, EpisodeStore, ItemStore, StoredEpisode } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { codeOf, scopeOf } from "../asked.ts";
import { csvTable } from "../csv.ts";
import { EpisodeShape } from "../episode-shapes.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { Id, InstantText, oneOf, problems } from "../shapes.ts";

const asked = {
  studyId: Type.Optional(Id),
  item: Type.Optional(Type.String({ maxLength: 40, description: "Item code" })),
  state: Type.Optional(oneOf(EPISODE_STATES)),
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
};
const Asked = Type.Object(asked);
const Csv = Type.Unsafe<string>({ content: { "text/csv": { schema: { type: "string" } } } });
const MOST_ROWS = 1_000_000;
const tags = ["journeys"];
const config = { access: "researcher" } as const;

interface Ports {
  readonly episodeStore: EpisodeStore;
  readonly itemStore: ItemStore;
}

/** `/episodes`: what items did, stretch by stretch. */
export const episodes: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { episodeStore } = ports;
  app.get(
    "/episodes",
    {
      config,
      schema: {
        tags,
        querystring: Type.Object({ ...pageQuery, ...asked }),
        response: { 200: Type.Array(EpisodeShape), ...problems },
      },
    },
    async (request, reply) => {
      const filter = await filterOf(request, request.query, ports);
      const rows = await sendPage<EpisodeKey, StoredEpisode>(
        { request, reply, query: request.query },
        (page) => episodeStore.list(filter, page),
        {
          of: ({ startedAt, id }) => ({ startedAt, id }),
          shape: Type.Object({ startedAt: InstantText, id: Type.Integer() }),
          revive: ({ startedAt, id }) => ({ startedAt: new Date(startedAt), id }),
        },
      );
      return rows.map(toEpisode);
    },
  );

  app.get(
    "/episodes.csv",
    { config, schema: { tags, querystring: Asked, response: { 200: Csv, ...problems } } },
    async (request, reply) => {
      const filter = await filterOf(request, request.query, ports);
      const rows = await episodeStore.list(filter, { after: undefined, limit: MOST_ROWS });
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", 'attachment; filename="episodes.csv"')
        .send(csvTable(COLUMNS, rows.map(toEpisode).map(cells)));
    },
  );
};

async function filterOf(
  request: FastifyRequest,
  { studyId, item, state, from, to }: Static<typeof Asked>,
  { itemStore }: Ports,
): Promise<EpisodeFilter> {
  return {
    studies: scopeOf(request, studyId),
    ...(item !== undefined && { itemCode: await codeOf(item, itemStore) }),
    ...(state !== undefined && { state }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
  };
}

function toEpisode({ id: _, hidden, ...episode }: StoredEpisode): Static<typeof EpisodeShape> {
  const { state, intervalSeconds, rules } = episode;
  const isSeldom = state === "stranded" && intervalSeconds !== null && intervalSeconds > 0;
  return {
    ...episode,
    groundingsShown: isSeldom ? groundingsShown(intervalSeconds, rules) : null,
    isPublic: hidden === null && state !== "carried" && state !== "held",
  };
}

const COLUMNS = [
  "itemCode",
  "state",
  "startedAt",
  "endedAt",
  "hours",
  "end",
  "fromLongitude",
  "fromLatitude",
  "toLongitude",
  "toLatitude",
  "fromKilometre",
  "toKilometre",
  "fixCount",
  "travelledMetres",
  "intervalSeconds",
  "groundingsShown",
  "isPublic",
];

function cells(episode: Static<typeof EpisodeShape>) {
  const { itemCode, state, startedAt, endedAt, end, from, to, ...rest } = episode;
  const hours = (endedAt.getTime() - startedAt.getTime()) / 3_600_000;
  return [
    itemCode,
    state,
    startedAt,
    endedAt,
    hours,
    end,
    from?.[0] ?? null,
    from?.[1] ?? null,
    to?.[0] ?? null,
    to?.[1] ?? null,
    rest.fromKilometre,
    rest.toKilometre,
    rest.fixCount,
    rest.travelledMetres,
    rest.intervalSeconds,
    rest.groundingsShown,
    String(rest.isPublic),
  ];
}
