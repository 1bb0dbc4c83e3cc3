/** A web link as every OGC API document carries them. */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
}

export const JSON_TYPE = "application/json";
export const GEOJSON_TYPE = "application/geo+json";
export const SCHEMA_TYPE = "application/schema+json";
export const OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";
export const HTML_TYPE = "text/html";

/** The address of this document, and of the same one for people or machines. */
export function selfAndAlternate(
  href: string,
  type: string,
  shown: "json" | "html",
): readonly Link[] {
  const json = { href: withParameters(href, { f: "json" }), type };
  const html = { href: withParameters(href, { f: "html" }), type: HTML_TYPE };
  const [self, alternate] = shown === "json" ? [json, html] : [html, json];
  return [
    { ...self, rel: "self", title: "This document" },
    {
      ...alternate,
      rel: "alternate",
      title: `This document as ${shown === "json" ? "HTML" : "JSON"}`,
    },
  ];
}

/** An address with some query parameters set anew. */
export function withParameters(href: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(href);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
