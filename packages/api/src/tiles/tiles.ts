import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Cache, readableStudies, type TileQuery, type TileStore } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { allowAnyOrigin } from "../any-origin.ts";
import { ProblemError } from "../problem.ts";
import { KEPT_SECONDS, severalStudiesTags, studyTags } from "../public-tags.ts";
import { Id, InstantText } from "../shapes.ts";
import { LAYERS, type TileLayer } from "./layers.ts";
import { tileJson } from "./tile-json.ts";
import { vectorTile } from "./vector-tile.ts";

export interface TileOptions {
  readonly tileStore: TileStore;
  readonly cache: Cache;
  /** The origin under which people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** Cells are a 64th of a tile, so keys of level 26 end at zoom 20. */
const CELL_LEVELS = 6;
const MAX_ZOOM = 20;
/** A tile with more points shows cells. */
const MAX_POINTS = 2_000;
const TILE_TYPE = "application/vnd.mapbox-vector-tile";
/** Quick rather than small: a tile of 2,000 points is a tenth of a megabyte. */
const GZIP_LEVEL = 3;

const Place = Type.Object({
  z: Type.Integer({ minimum: 0, maximum: MAX_ZOOM }),
  x: Type.Integer({ minimum: 0 }),
  y: Type.Integer({ minimum: 0 }),
});
const Filter = Type.Object({
  studyId: Type.Optional(Id),
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
});

/** A tile ready to be sent. */
interface ReadyTile {
  readonly entityTag: string;
  /** Gzipped; empty when nothing is there. */
  readonly gzipped: Buffer;
}

/** Vector tiles of fixes and sightings, with the TileJSON that leads map libraries to them. */
export const tiles: FastifyPluginAsyncTypebox<TileOptions> = async (app, options) => {
  const { tileStore, cache, publicUrl, now } = options;
  const root = `${publicUrl}${app.prefix}`;
  allowAnyOrigin(app);
  for (const layer of LAYERS) {
    app.get(
      `/${layer.id}.json`,
      { config: { access: "public" }, schema: { querystring: Filter } },
      async ({ query }) => tileJson(layer, root, { maxZoom: MAX_ZOOM, filter: query }),
    );

    app.get(
      `/${layer.id}/:z/:x/:y.mvt`,
      { config: { access: "public" }, schema: { params: Place, querystring: Filter } },
      async (request, reply) => {
        const query = { ...placeOf(request.params), ...filterOf(request.query) };
        const studies = readableStudies(request.caller);
        const { entityTag, gzipped } = await cache.remember({
          key: `tile ${JSON.stringify([layer.id, studies, query])}`,
          seconds: KEPT_SECONDS,
          ask: () => makeTile(tileStore, layer, { ...query, view: { studies, now: now() } }),
          tags: () => (query.studyId === undefined ? severalStudiesTags : studyTags(query.studyId)),
        });
        reply.header("etag", entityTag).header("vary", "Accept-Encoding, Authorization, Cookie");
        reply.header("cache-control", `private, max-age=${KEPT_SECONDS}`);
        if (request.headers["if-none-match"] === entityTag) return reply.status(304).send();
        if (gzipped.length === 0) return reply.status(204).send();
        reply.type(TILE_TYPE);
        const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/.test(
          request.headers["accept-encoding"] ?? "",
        );
        if (!takesGzip) return reply.send(await promisify(gunzip)(gzipped));
        return reply.header("content-encoding", "gzip").send(gzipped);
      },
    );
  }
};

function placeOf(place: Static<typeof Place>): Static<typeof Place> {
  const side = 2 ** place.z;
  if (place.x >= side || place.y >= side)
    throw new ProblemError("request-invalid", {
      detail: `zoom ${place.z} has tiles 0 to ${side - 1}`,
    });
  return place;
}

function filterOf({ studyId, from, to }: Static<typeof Filter>) {
  return {
    ...(studyId !== undefined && { studyId }),
    ...((from || to) && {
      during: { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) },
    }),
  };
}

async function makeTile(
  tileStore: TileStore,
  layer: TileLayer,
  place: Pick<TileQuery, "z" | "x" | "y" | "view" | "studyId" | "during">,
): Promise<ReadyTile> {
  const content = await layer.read(tileStore, {
    ...place,
    cellLevel: place.z + CELL_LEVELS,
    maxPoints: MAX_POINTS,
  });
  const keys = content.cellLevel === undefined ? {} : { keyLevel: content.cellLevel };
  const tile =
    content.points.length === 0
      ? Buffer.alloc(0)
      : vectorTile(layer.id, { ...place, ...keys }, content.points);
  return {
    entityTag: `W/"${createHash("sha256").update(tile).digest("base64url").slice(0, 22)}"`,
    gzipped: tile.length === 0 ? tile : await promisify(gzip)(tile, { level: GZIP_LEVEL }),
  };
}
