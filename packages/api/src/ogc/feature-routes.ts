import { type FeatureStore, readableStudies, type View } from "@zpr/ports";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../problem.ts";
import { formOf, sendAnswer } from "./answer.ts";
import type { Collection } from "./collection.ts";
import type { ReferenceSystem } from "./crs.ts";
import { encodeCursor } from "./cursor.ts";
import { collectionOf, collectionTrail } from "./document-routes.ts";
import { featureJson } from "./feature-json.ts";
import { featureBody, featuresBody } from "./html-bodies.ts";
import { GEOJSON_TYPE, JSON_TYPE, type Link, selfAndAlternate, withParameters } from "./links.ts";
import { featureCrs, type ItemsQuery, itemsQuery, type RawQuery } from "./parameters.ts";

export interface FeatureOptions {
  readonly root: string;
  readonly featureStore: FeatureStore;
  readonly now: () => Date;
}

/** Counting stops here, so that no request costs more than a moment; beyond it the number is left out. */
const MAX_COUNTED = 1_000_000;

/** The features themselves: `/collections/{collectionId}/items` and one of them. */
export const featureRoutes: FastifyPluginAsync<FeatureOptions> = async (app, options) => {
  const { root, featureStore, now } = options;

  app.get(
    "/collections/:collectionId/items",
    { config: { access: "public" } },
    async (request, reply) => {
      const collection = collectionOf(request);
      const query = itemsQuery(request.query as RawQuery, collection);
      const view = viewOf(request, now);
      const page = await readPage(featureStore, collection, { query, view });
      const document = {
        type: "FeatureCollection",
        ...page,
        links: pageLinks(request, root, page),
      };
      nameCrs(reply, query.crs);
      const here = `${root}/collections/${collection.id}/items`;
      return sendAnswer({ request, reply }, root, {
        type: GEOJSON_TYPE,
        document: withoutNext({ ...document, timeStamp: view.now.toISOString() }),
        essence: [query.crs, page],
        trail: [...collectionTrail(root, collection), ["Features", `${here}?f=html`]],
        body: () => featuresBody(document, here),
      });
    },
  );

  app.get(
    "/collections/:collectionId/items/:featureId",
    { config: { access: "public" } },
    async (request, reply) => {
      const collection = collectionOf(request);
      const crs = featureCrs(request.query as RawQuery);
      const { featureId } = request.params as { readonly featureId: string };
      const found = await collection.source(featureStore).find(viewOf(request, now), featureId);
      if (!found)
        throw new ProblemError("not-found", { detail: `there is no feature ${featureId}` });
      const links = featureLinks(request, root, collection);
      const document = { ...featureJson(found, crs), links };
      nameCrs(reply, crs);
      return sendAnswer({ request, reply }, root, {
        type: GEOJSON_TYPE,
        document,
        trail: [...collectionTrail(root, collection), [featureId, links[0]?.href ?? ""]],
        body: () => featureBody(document),
      });
    },
  );
};

function viewOf({ caller }: FastifyRequest, now: () => Date): View {
  return { studies: readableStudies(caller), now: now() };
}

interface Reading {
  readonly query: ItemsQuery;
  readonly view: View;
}

async function readPage(featureStore: FeatureStore, collection: Collection, reading: Reading) {
  const { limit, crs, cursor, bbox, during, equals } = reading.query;
  const source = collection.source(featureStore);
  const wanted = { view: reading.view, equals, ...(bbox && { bbox }), ...(during && { during }) };
  const [{ features, more }, matched] = await Promise.all([
    source.page({ ...wanted, limit, ...(cursor && { after: cursor.after }) }),
    cursor ? cursor.matched : source.count(wanted, MAX_COUNTED),
  ]);
  const last = features.at(-1);
  return {
    ...(matched !== undefined && { numberMatched: matched }),
    numberReturned: features.length,
    features: features.map((feature) => featureJson(feature, crs)),
    ...(more && last && { next: encodeCursor({ after: last.id, matched }) }),
  };
}

type Page = Awaited<ReturnType<typeof readPage>>;

function pageLinks(request: FastifyRequest, root: string, { next }: Page): readonly Link[] {
  const here = addressOf(request, root);
  const links = selfAndAlternate(here, GEOJSON_TYPE, formOf(request));
  if (next === undefined) return links;
  const href = withParameters(here, { cursor: next, f: "json" });
  return [...links, { rel: "next", href, type: GEOJSON_TYPE, title: "Next page" }];
}

function withoutNext({ next: _, ...document }: Page & { readonly [key: string]: unknown }) {
  return document;
}

function featureLinks(
  request: FastifyRequest,
  root: string,
  { id, title }: Collection,
): readonly Link[] {
  return [
    ...selfAndAlternate(addressOf(request, root), GEOJSON_TYPE, formOf(request)),
    { rel: "collection", href: `${root}/collections/${id}`, type: JSON_TYPE, title },
  ];
}

/** The request's address as the outside writes it, whatever stands in front of this server. */
function addressOf({ url }: FastifyRequest, root: string): string {
  return new URL(url, root).href;
}

function nameCrs(reply: FastifyReply, crs: ReferenceSystem): void {
  reply.header("content-crs", `<${crs}>`);
}
