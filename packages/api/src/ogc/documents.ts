import type { FeatureExtent } from "@zpr/ports";
import type { Collection } from "./collection.ts";
import { episodes } from "./collections/episodes.ts";
import { fixes } from "./collections/fixes.ts";
import { items } from "./collections/items.ts";
import { journeys } from "./collections/journeys.ts";
import { sightings } from "./collections/sightings.ts";
import { CRS84, REFERENCE_SYSTEMS } from "./crs.ts";
import {
  GEOJSON_TYPE,
  HTML_TYPE,
  JSON_TYPE,
  type Link,
  OPENAPI_TYPE,
  SCHEMA_TYPE,
  selfAndAlternate,
} from "./links.ts";

/** Which form of a document is being written. */
export type Form = "json" | "html";

/** Everything served, in the order in which it is listed. */
export const COLLECTIONS: readonly Collection[] = [items, fixes, sightings, journeys, episodes];

export const TITLE = "Zero Plastic Rivers";

/** `/`: where everything else is. */
export function landingPage(root: string, form: Form) {
  return {
    title: TITLE,
    description:
      "Tagged plastic items in rivers and at sea: where trackers followed them, and where people found them. Published by studies; members of a study see all of it with an API key.",
    links: [
      ...selfAndAlternate(`${root}/`, JSON_TYPE, form),
      {
        rel: "service-desc",
        href: `${root}/api?f=json`,
        type: OPENAPI_TYPE,
        title: "Definition of this API (OpenAPI 3.0)",
      },
      {
        rel: "service-doc",
        href: `${root}/api?f=html`,
        type: HTML_TYPE,
        title: "The same to read",
      },
      {
        rel: "conformance",
        href: `${root}/conformance`,
        type: JSON_TYPE,
        title: "Standards this API keeps to",
      },
      { rel: "data", href: `${root}/collections`, type: JSON_TYPE, title: "The collections" },
    ] satisfies readonly Link[],
  };
}

/** `/conformance`: the standards kept to. */
export function conformance(root: string, form: Form) {
  return {
    conformsTo: [
      "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
      ...["core", "oas30", "geojson", "html"].map(
        (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
      ),
      "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
      "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
      "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
    ],
    links: selfAndAlternate(`${root}/conformance`, JSON_TYPE, form),
  };
}

/** `/collections`: what there is. */
export function collectionList(
  root: string,
  form: Form,
  collections: readonly ReturnType<typeof collectionDocument>[],
) {
  return {
    links: selfAndAlternate(`${root}/collections`, JSON_TYPE, form),
    crs: REFERENCE_SYSTEMS,
    collections,
  };
}

/** `/collections/{collectionId}`: one of them. */
export function collectionDocument(
  root: string,
  collection: Collection,
  { extent, form }: { readonly extent: FeatureExtent | null; readonly form: Form },
) {
  const here = `${root}/collections/${collection.id}`;
  const { id, title, description } = collection;
  return {
    id,
    title,
    description,
    itemType: "feature",
    extent: {
      spatial: { bbox: [extent ? roundedOutward(extent.bbox) : WORLD], crs: CRS84 },
      temporal: { interval: [[extent?.start.toISOString() ?? null, null]] },
    },
    crs: REFERENCE_SYSTEMS,
    storageCrs: CRS84,
    links: [
      ...selfAndAlternate(here, JSON_TYPE, form),
      { rel: "items", href: `${here}/items`, type: GEOJSON_TYPE, title },
      { rel: "items", href: `${here}/items?f=html`, type: HTML_TYPE, title: `${title} to read` },
      // The capital letter is what GDAL before 3.8 looks for.
      ...["describedby", "describedBy"].map((rel) => ({
        rel,
        href: `${here}/feature-schema`,
        type: SCHEMA_TYPE,
        title: "Schema of a feature",
      })),
      {
        rel: "http://www.opengis.net/def/rel/ogc/1.0/schema",
        href: `${here}/schema`,
        type: SCHEMA_TYPE,
        title: "Schema of the properties",
      },
      {
        rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        href: `${here}/queryables`,
        type: SCHEMA_TYPE,
        title: "What can be asked for",
      },
    ] satisfies readonly Link[],
  };
}

const WORLD = [-180, -90, 180, 90];

/** A little room, so that an extent stays the same while things move inside it. */
function roundedOutward([west, south, east, north]: FeatureExtent["bbox"]): readonly number[] {
  return [down(west), down(south), up(east), up(north)];
}

function down(degrees: number): number {
  return Math.floor(degrees * 100) / 100;
}

function up(degrees: number): number {
  return Math.ceil(degrees * 100) / 100;
}
