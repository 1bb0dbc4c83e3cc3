export { type Html, html, trusted } from "./html.ts";
export { chooseLocale } from "./languages.ts";
export { noticePage, type Page, pageHeaders, renderPage } from "./page.ts";
