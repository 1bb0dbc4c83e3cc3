import { LOCALES, type Locale } from "@zpr/model";
import { MARK, SCENE, WARNING } from "./drawings.ts";
import { type Html, html, trusted } from "./html.ts";
import { frameWords, LANGUAGE_NAMES } from "./languages.ts";
import { STYLE, styleSource } from "./page-style.ts";

const PRODUCT = "Zero Plastic Rivers";

/** What is on a page, apart from the frame that all pages share. */
export interface Page {
  readonly locale: Locale;
  readonly title: string;
  /** The language of the title when it is not that of the page. */
  readonly titleLanguage?: Locale;
  readonly lead: string;
  /** Whether search engines may show it; most pages are nobody's but their reader's. */
  readonly isPublic?: boolean;
  /** What went wrong with the last try. */
  readonly problem?: string | undefined;
  readonly body: Html;
  /** Where the same page is in another language; a page without it cannot be shown again. */
  readonly inLanguage?: (locale: Locale) => string;
  /** Origins other than our own that its forms may lead to. */
  readonly formTargets?: readonly string[];
  /** More for the head, such as what others show of a link to it. */
  readonly head?: Html;
  /** Rules of style for this page alone. */
  readonly style?: string;
  /** Whether it runs scripts of ours, with a map that may come from elsewhere. */
  readonly isScripted?: boolean;
  /** Whether pages of any site may show it inside; it comes without our frame around it. */
  readonly isEmbedded?: boolean;
}

const SCRIPTED = [
  "script-src 'self'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self' https:",
  "worker-src 'self' blob:",
];

/** Headers for a page that may do nothing but show itself and send its own forms. */
export function pageHeaders(
  page: Pick<Page, "formTargets" | "style" | "isScripted" | "isEmbedded">,
): Record<string, string> {
  const { formTargets = [], isScripted = false, isEmbedded = false } = page;
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${isScripted ? "'self' " : ""}${styleSource(sheetOf(page))}`,
      ...(isScripted ? SCRIPTED : []),
      ["form-action 'self'", ...formTargets].join(" "),
      "base-uri 'none'",
      `frame-ancestors ${isEmbedded ? "*" : "'none'"}`,
    ].join("; "),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(!isEmbedded && { "x-frame-options": "DENY" }),
    // Not "no-referrer": with it browsers send "Origin: null" with a form, and nobody could sign in.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  };
}

/** A whole page. */
export function renderPage(page: Page): string {
  const { locale, title, titleLanguage = locale, lead, problem, body } = page;
  const heading = problem === undefined ? title : frameWords(locale).errorTitle(title);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.isPublic ? html`<meta name="description" content="${lead}">` : html`<meta name="robots" content="noindex">`}
<meta name="theme-color" content="#0b1f2a">
<title>${heading} – ${PRODUCT}</title>
${page.head}<style>${trusted(sheetOf(page))}</style>
</head>
${
  page.isEmbedded
    ? html`<body class="embedded">${body}</body>`
    : html`<body>
<header class="scene">${SCENE}<a class="brand" href="/">${MARK}<span>${PRODUCT}</span></a></header>
<main>
<div class="sheet">
<h1${titleLanguage === locale ? undefined : html` lang="${titleLanguage}"`}>${title}</h1>
<p class="lead">${lead}</p>
${problem === undefined ? undefined : html`<div class="problem" role="alert" id="problem">${WARNING}<p>${problem}</p></div>`}
${body}
</div>
${page.inLanguage && languages(locale, page.inLanguage)}
</main>
</body>`
}
</html>
`.html;
}

function sheetOf({ style = "" }: Pick<Page, "style">): string {
  return STYLE + style;
}

/** A page that only says something and offers ways on. */
export function noticePage(
  locale: Locale,
  said: { readonly title: string; readonly lead: string },
  action: { readonly text: string; readonly href: string },
): Page {
  return {
    locale,
    ...said,
    body: html`<p class="actions"><a class="action" href="${action.href}">${action.text}</a></p>`,
  };
}

function languages(current: Locale, inLanguage: (locale: Locale) => string): Html {
  const names = LOCALES.map((locale) =>
    locale === current
      ? html`<li><span aria-current="true">${LANGUAGE_NAMES[locale]}</span></li>`
      : html`<li><a href="${inLanguage(locale)}" lang="${locale}" hreflang="${locale}">${LANGUAGE_NAMES[locale]}</a></li>`,
  );
  return html`<footer class="sheet"><nav aria-label="${frameWords(current).language}"><ul class="languages">${names}</ul></nav></footer>`;
}
