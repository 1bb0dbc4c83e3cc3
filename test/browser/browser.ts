import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const executablePath = PATHS.find((path) => existsSync(path));

/** Without a browser these tests are skipped, which `npm test` says loudly. */
export const noBrowser = executablePath === undefined;

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
} satisfies BrowserContextOptions;

export const DESK = {
  viewport: { width: 1440, height: 900 },
  locale: "en-GB",
} satisfies BrowserContextOptions;

/** One browser for a test file; gives pages whose errors fail the test that opened them. */
export function useBrowser(...more: readonly string[]) {
  let browser: Browser;
  const errors: string[] = [];
  beforeAll(async () => {
    if (executablePath)
      browser = await chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
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
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual(
    [],
  );
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
