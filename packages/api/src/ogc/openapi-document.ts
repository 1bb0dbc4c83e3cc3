import { type Collection, filtersOf } from "./collection.ts";
import { CRS84, REFERENCE_SYSTEMS } from "./crs.ts";
import { COLLECTIONS, TITLE } from "./documents.ts";
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from "./links.ts";
import { DEFAULT_LIMIT, MAX_LIMIT } from "./parameters.ts";

/**
 * `/api`: the definition of this API. OpenAPI 3.0, which the standard and its clients ask for, so it is
 * written by hand and not generated with ours of version 3.1. Parameters stand with each operation and
 * spell everything out, because clients read them literally.
 */
export function openApiDocument(root: string) {
  return {
    openapi: "3.0.3",
    info: {
      title: `${TITLE}: OGC API - Features`,
      version: "1.0.0",
      description:
        "Read-only access to what studies publish, and to all of a study for its members.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: root, description: "This server" }],
    security: [{}, { apiKey: [] }, { apiKeyAsPassword: [] }],
    paths: {
      "/": document("getLandingPage", "Where everything is", JSON_TYPE),
      "/api": document("getApi", "This definition", OPENAPI_TYPE),
      "/conformance": document("getConformance", "Standards kept to", JSON_TYPE),
      "/collections": document("getCollections", "The collections", JSON_TYPE),
      "/collections/{collectionId}": inCollection(
        document("getCollection", "One collection", JSON_TYPE),
      ),
      "/collections/{collectionId}/schema": inCollection(
        document("getSchema", "Its properties", SCHEMA_TYPE),
      ),
      "/collections/{collectionId}/feature-schema": inCollection(
        document("getFeatureSchema", "A feature as JSON schema", SCHEMA_TYPE),
      ),
      "/collections/{collectionId}/queryables": inCollection(
        document("getQueryables", "What it can be asked for", SCHEMA_TYPE),
      ),
      "/collections/{collectionId}/items": inCollection(
        document("getFeatures", "Features, page by page", GEOJSON_TYPE),
        [LIMIT, BBOX, BBOX_CRS, DATETIME, CRS, CURSOR, ...filterParameters(COLLECTIONS)],
      ),
      "/collections/{collectionId}/items/{featureId}": inCollection(
        document("getFeature", "One feature", GEOJSON_TYPE),
        [FEATURE_ID, CRS],
      ),
    },
    components: {
      schemas: {
        problem: {
          type: "object",
          required: ["type", "title", "status"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
          },
        },
      },
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer" },
        apiKeyAsPassword: { type: "http", scheme: "basic" },
      },
    },
  };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly object[];
  readonly responses: object;
}

interface PathItem {
  readonly get: Operation;
}

function document(operationId: string, summary: string, type: string): PathItem {
  const content = {
    [type]: { schema: { type: "object" } },
    [HTML_TYPE]: { schema: { type: "string" } },
  };
  return {
    get: {
      operationId,
      summary,
      parameters: [F],
      responses: { "200": { description: summary, content }, "400": PROBLEM, "500": PROBLEM },
    },
  };
}

function inCollection({ get }: PathItem, parameters: readonly object[] = []): PathItem {
  return {
    get: {
      ...get,
      parameters: [COLLECTION_ID, ...parameters, ...get.parameters],
      responses: { ...get.responses, "404": PROBLEM },
    },
  };
}

const PROBLEM = {
  description: "What was wrong",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
};

const F = query("f", "Form of the answer; otherwise the Accept header decides", {
  type: "string",
  enum: ["json", "html"],
});

const LIMIT = query("limit", "Features on a page; more than the maximum is taken for the maximum", {
  type: "integer",
  minimum: 1,
  maximum: MAX_LIMIT,
  default: DEFAULT_LIMIT,
});

const BBOX = query("bbox", "Features that touch this box: lower left corner, upper right corner", {
  type: "array",
  minItems: 4,
  maxItems: 6,
  items: { type: "number" },
});

const DATETIME = query(
  "datetime",
  "An instant, or two with a slash between of which one may be open (..); RFC 3339",
  { type: "string" },
);

const CRS_SCHEMA = { type: "string", format: "uri", default: CRS84, enum: REFERENCE_SYSTEMS };
const CRS = query("crs", "Reference system of the answer", CRS_SCHEMA);
const BBOX_CRS = query("bbox-crs", "Reference system of the box", CRS_SCHEMA);
const CURSOR = query("cursor", "Where a page begins: from the `next` link of the one before", {
  type: "string",
});

const COLLECTION_ID = path("collectionId", {
  type: "string",
  enum: COLLECTIONS.map(({ id }) => id),
});
const FEATURE_ID = path("featureId", { type: "string" });

function query(name: string, description: string, schema: object) {
  return { name, in: "query", description, required: false, style: "form", explode: false, schema };
}

function path(name: string, schema: object) {
  return { name, in: "path", required: true, schema };
}

/** One parameter for each property that some collection can be asked for by. */
function filterParameters(collections: readonly Collection[]): readonly object[] {
  const names = new Set(collections.flatMap(({ filters }) => filters));
  return [...names].map((name) => {
    const having = collections.filter(({ filters }) => filters.includes(name));
    const [property] = having
      .flatMap(filtersOf)
      .flatMap(([known, it]) => (known === name ? [it] : []));
    return query(
      name,
      `${property?.title ?? name}, exactly; in ${having.map(({ id }) => id).join(", ")}`,
      { type: property?.type === "integer" ? "integer" : "string" },
    );
  });
}
