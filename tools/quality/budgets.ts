import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page, type Response } from "playwright-core";
import { ARGUMENTS, CHROMIUM, PHONE } from "../../test/browser/devices.ts";
import { say } from "../screens/words.ts";
import type { World } from "../screens/world.ts";

/** Something that is promised, in numbers. */
export interface Budget {
  readonly what: string;
  readonly measured: number;
  readonly allowed: number;
  readonly unit: string;
}

const MAP = /map-canvas|maplibre|basemap/;

/** Goes the finder's way in a browser that has never been here, and weighs what that takes. */
export async function measureBudgets(world: World): Promise<readonly Budget[]> {
  if (!CHROMIUM) throw new Error("there is no Chromium here");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  try {
    const context = await browser.newContext(PHONE);
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    const page = await context.newPage();
    const script = await scriptUntilUsable(page, `${world.url}/${world.codes.travelled}`);
    await settled(page);
    const mapBefore = asked.filter((url) => MAP.test(url)).length;
    await report(page);
    const foreign = asked.filter(
      (url) => /^(https?|wss?):/.test(url) && !url.startsWith(world.url),
    );
    return [
      {
        what: "JavaScript before the form is usable (gzip -9)",
        measured: script / 1000,
        allowed: 100,
        unit: "kB",
      },
      {
        what: "Requests for map code or map data before a map is shown",
        measured: mapBefore,
        allowed: 0,
        unit: "",
      },
      {
        what: "Requests to other origins, from the form to the journey",
        measured: foreign.length,
        allowed: 0,
        unit: "",
      },
      {
        what: "Cookies, from the form to the journey",
        measured: await cookies(context),
        allowed: 0,
        unit: "",
      },
    ];
  } finally {
    await browser.close();
  }
}

async function scriptUntilUsable(page: Page, url: string): Promise<number> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(url);
  await page.locator("form input[type=radio]").first().waitFor();
  const bodies = await Promise.all(scripts.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).byteLength, 0);
}

/** The service worker has fetched what a later visit needs. */
async function settled(page: Page): Promise<void> {
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await page.waitForLoadState("networkidle");
}

/** Sends a report with its place from the map, and waits for the journey. */
async function report(page: Page): Promise<void> {
  await page.getByRole("button", { name: say("en", "place.map") }).click();
  await page.locator("zpr-map-canvas button:enabled").first().waitFor();
  await page.getByRole("button", { name: say("en", "place.mapDone") }).click();
  for (const answer of ["worn", "bank", "put-back"])
    await page.locator(`input[type=radio][value=${answer}]`).check();
  await page.getByRole("button", { name: say("en", "report.send") }).click();
  await page.getByRole("button", { name: say("en", "journey.showMap") }).click();
  await page.locator("zpr-journey-view zpr-map-canvas canvas").waitFor();
  await page.waitForLoadState("networkidle");
}

async function cookies(context: BrowserContext): Promise<number> {
  return (await context.cookies()).length;
}
