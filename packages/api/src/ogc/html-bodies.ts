import { type Collection, propertiesFor } from "./collection.ts";
import type { collectionDocument, conformance, landingPage } from "./documents.ts";
import type { FeatureJson } from "./feature-json.ts";
import { type Html, html, htmlTable } from "./html-page.ts";
import { HTML_TYPE, type Link, withParameters } from "./links.ts";
import type { openApiDocument } from "./openapi-document.ts";

/** The landing page to read. */
export function landingBody({ description, links }: ReturnType<typeof landingPage>): Html {
  return html`<p>${description}</p>${linkList(links)}`;
}

/** The list of standards to read. */
export function conformanceBody({ conformsTo }: ReturnType<typeof conformance>): Html {
  return html`<ul>${conformsTo.map((uri) => html`<li>${uri}</li>`)}</ul>`;
}

/** The definition of the API to read. */
export function apiBody({ info, paths }: ReturnType<typeof openApiDocument>): Html {
  const rows = Object.entries(paths).map(
    ([path, { get }]) =>
      html`<tr><th scope="row"><code>${path}</code></th><td>${get.summary}</td><td>${names(get)}</td></tr>`,
  );
  return html`<p>${info.description}</p><div class="wide"><table>${rows}</table></div>`;
}

/** The list of collections to read. */
export function collectionsBody(documents: readonly ReturnType<typeof collectionDocument>[]): Html {
  return html`${documents.map(
    (document) =>
      html`<h2><a href="${hrefOf(document.links, "self", "alternate")}">${document.title}</a></h2><p>${document.description}</p>`,
  )}`;
}

/** A collection to read. */
export function collectionBody(
  document: ReturnType<typeof collectionDocument>,
  collection: Collection,
  isKnown: boolean,
): Html {
  const rows = propertiesFor(collection, isKnown).map(
    ([name, { title, unit }]) => [name, unit ? `${title} (${unit})` : title] as const,
  );
  const [box] = document.extent.spatial.bbox;
  return html`<p>${document.description}</p>
<p>Within ${(box ?? []).join(", ")} (degrees: west, south, east, north).</p>
<h2>Properties</h2>${htmlTable(rows)}${linkList(document.links)}`;
}

/** A schema to read. */
export function schemaBody(schema: object): Html {
  return html`<pre>${JSON.stringify(schema, null, 2)}</pre>`;
}

/** A page of features to read. */
export function featuresBody(
  page: {
    readonly features: readonly FeatureJson[];
    readonly links: readonly Link[];
    readonly numberMatched?: number;
  },
  here: string,
): Html {
  const columns = [...new Set(page.features.flatMap(({ properties }) => Object.keys(properties)))];
  const rows = page.features.map(
    ({ id, properties }) =>
      html`<tr><th scope="row"><a href="${`${here}/${encodeURIComponent(id)}?f=html`}">${id}</a></th>${columns.map(
        (column) => html`<td>${text(valueIn(properties, column))}</td>`,
      )}</tr>`,
  );
  const next = page.links.find(({ rel }) => rel === "next");
  return html`<p>${page.features.length} shown${page.numberMatched === undefined ? "" : ` of ${page.numberMatched}`}.</p>
<div class="wide"><table><tr><th scope="col">id</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>${rows}</table></div>
${next ? html`<p><a rel="next" href="${withParameters(next.href, { f: "html" })}">Next page</a></p>` : null}${linkList(page.links)}`;
}

/** A feature to read. */
export function featureBody({ properties, geometry, links }: FeatureJson): Html {
  const rows = Object.entries(properties).map(([name, value]) => [name, text(value)] as const);
  const place = [geometry.type, summary(geometry.coordinates)] as const;
  return html`${htmlTable([...rows, place])}${linkList(links ?? [])}`;
}

function linkList(links: readonly Link[]): Html {
  return html`<h2>Links</h2><ul>${links.map(
    (link) =>
      html`<li><a href="${link.href}">${link.title ?? link.rel}</a> <code>${link.type}</code></li>`,
  )}</ul>`;
}

function hrefOf(links: readonly Link[], ...rels: readonly string[]): string {
  return links.find(({ rel, type }) => rels.includes(rel) && type === HTML_TYPE)?.href ?? "";
}

function names({ parameters }: { readonly parameters: readonly object[] }): string {
  return parameters.flatMap((it) => ("name" in it ? [String(it.name)] : [])).join(", ");
}

function valueIn(properties: object, name: string): unknown {
  return Object.entries(properties).find(([key]) => key === name)?.[1];
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function summary(coordinates: readonly unknown[]): string {
  return typeof coordinates[0] === "object"
    ? `${coordinates.length} positions`
    : coordinates.join(", ");
}
