/**
 * Weighs what a phone must fetch before a finder can fill in the form: the scripts that the page
 * names, and the largest of the four languages. Fails above the budget, or when the page would ask
 * another server for anything.
 */
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 100_000;
const folder = new URL("../apps/web/dist/browser/", import.meta.url);
const page = read("index.html").toString();

const named = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file = ""]) => file);
const languages = readdirSync(folder)
  .filter((file) => isOfEveryPage(file))
  .sort((one, other) => weigh(other) - weigh(one));
const scripts = [...new Set(named), ...languages.slice(0, 1)];
const bytes = scripts.reduce((sum, file) => sum + weigh(file), 0);
const foreign = [...page.matchAll(/<(?:script|link|img|source)\b[^>]*"(?:https?:)?\/\/[^"]*"/g)];

const share = `${(bytes / 1000).toFixed(1)} of ${BUDGET_BYTES / 1000} kB`;
console.log(`the finder's form needs ${share} of JavaScript (gzip -9): ${scripts.join(", ")}`);
if (named.length === 0 || languages.length === 0) fail("no scripts found: was the page built?");
if (bytes > BUDGET_BYTES) fail("the finder's JavaScript is over its budget");
if (foreign.length > 0) fail(`the page asks another server: ${foreign.join(", ")}`);

/** Whether a file has the messages of every page: those of the lab and of later pages are called alike. */
function isOfEveryPage(file: string): boolean {
  const language = /^(en|nl|fr|de)-[\w-]+\.js$/.exec(file)?.[1];
  if (language === undefined) return false;
  const { head } = JSON.parse(read(`../../src/i18n/${language}.json`).toString());
  return read(file).includes(head.skip);
}

function read(file: string): Buffer {
  return readFileSync(new URL(file, folder));
}

function weigh(file: string): number {
  return gzipSync(read(file), { level: 9 }).byteLength;
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
