import { createHash } from "node:crypto";
import { TITLE } from "./documents.ts";

/** A piece of HTML, as opposed to text that must be escaped first. */
export interface Html {
  readonly html: string;
}

/** The way from the landing page down to a page: titles and addresses. */
export type Trail = readonly (readonly [title: string, href: string])[];

type Part = Html | string | number | readonly Html[] | null | undefined;

/** Template tag: everything put in is escaped unless it is HTML already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, place) => text + write(parts[place])).join("") };
}

/** A whole page: title, the way down to it, and what it says. */
export function htmlPage(root: string, trail: Trail, body: Html): string {
  const title = trail.at(-1)?.[0] ?? TITLE;
  const way = [[TITLE, `${root}/?f=html`] as const, ...trail].map(
    ([text, href]) => html`<li><a href="${href}">${text}</a></li>`,
  );
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${{ html: STYLE }}</style></head>
<body><nav aria-label="You are here"><ol>${way}</ol></nav><main><h1>${title}</h1>${body}</main></body>
</html>
`;
  return page.html;
}

/** A table of names and values. */
export function htmlTable(rows: readonly (readonly [string, Part])[]): Html {
  return html`<table>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}

function write(part: Part): string {
  if (part === null || part === undefined) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(write).join("");
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE =
  "body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#0b1f2a;background:#fbfaf7}" +
  "nav{background:#0b1f2a}nav ol{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:.75rem 1rem;gap:.5rem}" +
  "nav li+li:before{content:'›';color:#9fb3bf;margin-right:.5rem}nav a{color:#e4ff1a}" +
  "main{max-width:70rem;margin:auto;padding:1rem}h1{line-height:1.2}a{color:#075985}" +
  ".wide{overflow-x:auto}.wide td{white-space:nowrap}table{border-collapse:collapse;font-variant-numeric:tabular-nums}" +
  "th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ddd8cc}";

/** What such a page may load: its own style and nothing else. */
export const HTML_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
