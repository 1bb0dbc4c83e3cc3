import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { violationsOf } from "./accessible.ts";
import { ARGUMENTS, CHROMIUM } from "./devices.ts";

export { DESK, PHONE } from "./devices.ts";

/** Without a browser these tests are skipped, which `npm test` says loudly. */
export const noBrowser = CHROMIUM === undefined;

/** One browser for a test file; gives pages whose errors fail the test that opened them. */
export function useBrowser(...more: readonly string[]) {
  let browser: Browser;
  const errors: string[] = [];
  beforeAll(async () => {
    if (CHROMIUM)
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: [...ARGUMENTS, ...more],
      });
  });
  afterAll(() => browser?.close());
  return async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("close", () => expect(errors.splice(0)).toEqual([]));
    return page;
  };
}

/** Asks axe whether everybody can use the page as it stands: WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
}

/** What a page asks of others than the given server, as it goes on. */
export function foreignRequests(page: Page, url: string): readonly string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url))
      foreign.push(request.url());
  });
  return foreign;
}

/** Keeps a picture for the documents when `npm run pictures` asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env["ZPR_PICTURES"]) return;
  // Maps go on drawing after everything has come in.
  await page.waitForTimeout(2500);
  const path = new URL(`../../docs/images/${name}.png`, import.meta.url).pathname;
  await page.screenshot({ path, scale: "css" });
}
