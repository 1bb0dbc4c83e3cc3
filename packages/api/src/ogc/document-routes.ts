import { readableStudies } from "@zpr/ports";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { ProblemError } from "../problem.ts";
import { type Answer, formOf, sendAnswer } from "./answer.ts";
import type { Collection } from "./collection.ts";
import {
  COLLECTIONS,
  collectionDocument,
  collectionList,
  conformance,
  landingPage,
} from "./documents.ts";
import type { Extents } from "./extents.ts";
import {
  apiBody,
  collectionBody,
  collectionsBody,
  conformanceBody,
  landingBody,
  schemaBody,
} from "./html-bodies.ts";
import { JSON_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from "./links.ts";
import { openApiDocument } from "./openapi-document.ts";
import { onlyKnown, type RawQuery } from "./parameters.ts";
import { collectionSchema, featureSchema, queryablesSchema } from "./schemas.ts";

export interface DocumentOptions {
  readonly root: string;
  readonly extents: Extents;
  readonly now: () => Date;
}

/** What a document is made from. */
interface Asked {
  readonly request: FastifyRequest;
  readonly collection: Collection;
  readonly href: string;
}

/** The documents that describe the features: landing page, API definition, conformance, collections. */
export const documentRoutes: FastifyPluginAsync<DocumentOptions> = async (app, options) => {
  const { root } = options;
  const api = openApiDocument(root);

  serve("/", async (request) => {
    const document = landingPage(root, formOf(request));
    return { type: JSON_TYPE, document, trail: [], body: () => landingBody(document) };
  });
  serve("/api", async () => {
    const trail = [["API", `${root}/api?f=html`]] as const;
    return { type: OPENAPI_TYPE, document: api, trail, body: () => apiBody(api) };
  });
  serve("/conformance", async (request) => {
    const document = conformance(root, formOf(request));
    const trail = [["Standards", `${root}/conformance?f=html`]] as const;
    return { type: JSON_TYPE, document, trail, body: () => conformanceBody(document) };
  });
  serve("/collections", async (request) => {
    const all = await Promise.all(COLLECTIONS.map((it) => describe(request, it, options)));
    const document = collectionList(root, formOf(request), all);
    const trail = [collectionsStep(root)] as const;
    return { type: JSON_TYPE, document, trail, body: () => collectionsBody(all) };
  });
  serveOf("", async ({ request, collection }) => {
    const document = await describe(request, collection, options);
    const trail = collectionTrail(root, collection);
    const body = () => collectionBody(document, collection, isKnown(request));
    return { type: JSON_TYPE, document, trail, body };
  });
  serveSchema("/schema", ({ request, collection, href }) =>
    collectionSchema(collection, href, isKnown(request)),
  );
  serveSchema("/feature-schema", ({ request, collection, href }) =>
    featureSchema(collection, href, isKnown(request)),
  );
  serveSchema("/queryables", ({ collection, href }) => queryablesSchema(collection, href));

  function serve(path: string, make: (request: FastifyRequest) => Promise<Answer>): void {
    app.get(path, { config: { access: "public" } }, async (request, reply) => {
      onlyKnown(request.query as RawQuery, ["f"]);
      return sendAnswer({ request, reply }, root, await make(request));
    });
  }

  function serveOf(path: string, make: (asked: Asked) => Promise<Answer>): void {
    serve(`/collections/:collectionId${path}`, async (request) => {
      const collection = collectionOf(request);
      return make({ request, collection, href: `${root}/collections/${collection.id}${path}` });
    });
  }

  function serveSchema(path: string, make: (asked: Asked) => { readonly title: string }): void {
    serveOf(path, async (asked) => {
      const document = make(asked);
      const trail = [
        ...collectionTrail(root, asked.collection),
        [document.title, asked.href] as const,
      ];
      return { type: SCHEMA_TYPE, document, trail, body: () => schemaBody(document) };
    });
  }
};

/** The collection in the path; an unknown one is a problem. */
export function collectionOf({ params }: FastifyRequest): Collection {
  const { collectionId } = params as { readonly collectionId: string };
  const collection = COLLECTIONS.find(({ id }) => id === collectionId);
  if (!collection)
    throw new ProblemError("not-found", { detail: `there is no collection ${collectionId}` });
  return collection;
}

/** The way from the landing page down to a collection. */
export function collectionTrail(root: string, { id, title }: Collection) {
  return [collectionsStep(root), [title, `${root}/collections/${id}?f=html`]] as const;
}

function collectionsStep(root: string) {
  return ["Collections", `${root}/collections?f=html`] as const;
}

async function describe(
  request: FastifyRequest,
  collection: Collection,
  { root, extents, now }: DocumentOptions,
) {
  const view = { studies: readableStudies(request.caller), now: now() };
  const extent = await extents(collection, view);
  return collectionDocument(root, collection, { extent, form: formOf(request) });
}

function isKnown({ caller }: FastifyRequest): boolean {
  return caller.kind !== "anonymous";
}
