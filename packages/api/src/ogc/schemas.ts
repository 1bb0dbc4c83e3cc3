import { type Collection, filtersOf, type Property, propertiesFor } from "./collection.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** What a collection's features look like, property by property (Features Part 5 style). */
export function collectionSchema(collection: Collection, href: string, isKnown: boolean) {
  const properties = propertiesFor(collection, isKnown).map(
    ([name, property]) => [name, propertySchema(property)] as const,
  );
  return {
    $schema: DIALECT,
    $id: href,
    type: "object",
    title: collection.title,
    description: collection.description,
    properties: {
      id: { type: "string", "x-ogc-role": "id" },
      geometry: {
        format: `geometry-${collection.geometry.toLowerCase()}`,
        "x-ogc-role": "primary-geometry",
      },
      ...Object.fromEntries(properties),
    },
  };
}

/**
 * The same as a schema of one whole GeoJSON feature, which is what older GDAL reads types from. Only the
 * instant that `datetime` is about is a time in it: GDAL turns a condition on any time into `datetime`
 * and does not look again.
 */
export function featureSchema(collection: Collection, href: string, isKnown: boolean) {
  const properties = propertiesFor(collection, isKnown).map(([name, property]) => {
    const isPlain = property.type === "date-time" && collection.instant !== name;
    return [name, propertySchema(isPlain ? { ...property, type: "string" } : property)] as const;
  });
  return {
    $schema: DIALECT,
    $id: href,
    type: "object",
    title: collection.title,
    required: ["type", "id", "geometry", "properties"],
    properties: {
      type: { type: "string", enum: ["Feature"] },
      id: { type: "string" },
      geometry: {
        type: "object",
        required: ["type", "coordinates"],
        properties: {
          type: { type: "string", enum: [collection.geometry] },
          coordinates: { type: "array" },
        },
      },
      properties: { type: "object", properties: Object.fromEntries(properties) },
    },
  };
}

/** What a collection can be asked for, each by a query parameter of the same name. */
export function queryablesSchema(collection: Collection, href: string) {
  const properties = filtersOf(collection).map(
    ([name, property]) => [name, propertySchema(property)] as const,
  );
  return {
    $schema: DIALECT,
    $id: href,
    type: "object",
    title: `${collection.title}: what can be asked for`,
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

function propertySchema({ type, title, unit, values }: Property) {
  return {
    title,
    ...TYPES[type],
    ...(unit && { "x-ogc-unit": unit }),
    ...(values && { enum: values }),
  };
}

const TYPES = {
  string: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  "date-time": { type: "string", format: "date-time" },
  strings: { type: "array", items: { type: "string" } },
} as const;
