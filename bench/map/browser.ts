import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
const DESK = { width: 1440, height: 900 };
/** Where most of the Scheldt is in view, and so all fixes. */
const VIEW = "view=4.10000,51.25000,9.00&layers=track.fix.density";
const WATCH_MS = 8_000;
const STEP_MS = 120_000;
const QUIET_MS = 750;
const POINTER_MS = 16;

/** Frames of a while: how many a second, and how long one took at the median and at worst, milliseconds. */
export interface FrameReport {
  readonly perSecond: number;
  readonly median: number;
  readonly worst: number;
}

/** How the lab's map does in a browser; what did not come about in two minutes is undefined. */
export interface BrowserReport {
  /** From asking for the address to the last tile of what is in view, milliseconds. */
  readonly picture: number | undefined;
  readonly panning: FrameReport | undefined;
  readonly playing: FrameReport | undefined;
}

/** Opens the lab's map of all fixes, drags it about and plays all of time, in headless Chromium. */
export async function measureBrowser(url: string, key: string): Promise<BrowserReport> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await openPage(browser, key);
    const picture = await attempt(() => timeToPicture(page, url));
    const panning = await attempt(() => watchFrames(page, () => drag(page)));
    const playing = await attempt(() => play(page));
    return { picture, panning, playing };
  } finally {
    await browser.close();
  }
}

/** A key in place of signing in; the service worker would drop it. */
async function openPage(browser: Browser, key: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: DESK, locale: "en-GB", serviceWorkers: "block" },
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_MS);
  return page;
}

/** One measurement that fails is said and leaves the others. */
async function attempt<Result>(measure: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await measure();
  } catch (reason) {
    console.log(`  not measured: ${reason instanceof Error ? reason.message : reason}`);
    return undefined;
  }
}

async function timeToPicture(page: Page, url: string): Promise<number> {
  const open = new Set<unknown>();
  let last = 0;
  const isTile = (address: string) => /\/tiles\/fixes\/.*\.mvt/.test(address);
  page.on("request", (request) => isTile(request.url()) && open.add(request));
  for (const event of ["requestfinished", "requestfailed"] as const)
    page.on(event as "requestfinished", (request) => {
      if (open.delete(request)) last = performance.now();
    });
  const began = performance.now();
  await page.goto(`${url}/lab/map?${VIEW}`);
  await page.locator("zpr-map-canvas canvas").waitFor();
  while (last === 0 || open.size > 0 || performance.now() - last < QUIET_MS) {
    if (performance.now() - began > STEP_MS) throw new Error("no picture of all tiles came");
    await page.waitForTimeout(20);
  }
  return last - began;
}

/** To and fro by the mouse, as people do. */
async function drag(page: Page): Promise<void> {
  const box = await page.locator("zpr-map-canvas").boundingBox();
  if (!box) throw new Error("no map");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (
    const end = performance.now() + WATCH_MS, began = performance.now();
    performance.now() < end;
  ) {
    const turn = (performance.now() - began) / 1000;
    await page.mouse.move(x + 250 * Math.sin(turn * 2), y + 120 * Math.sin(turn * 1.3));
    await page.waitForTimeout(POINTER_MS);
  }
  await page.mouse.up();
}

async function play(page: Page): Promise<FrameReport> {
  const player = page.getByRole("region", { name: "Time and playback" });
  await Promise.all([
    page.waitForResponse((response) => response.url().includes("/api/v1/tracks")),
    start(player),
  ]);
  await page.locator(".loading").waitFor({ state: "detached" });
  return watchFrames(page, () => page.waitForTimeout(WATCH_MS));
}

async function start(player: Locator): Promise<void> {
  await player.getByLabel("Speed of playback").selectOption("10000");
  await player.getByRole("button", { name: "Play" }).click();
}

/** Times between the frames that the page draws while something happens. */
async function watchFrames(page: Page, happening: () => Promise<void>): Promise<FrameReport> {
  await page.evaluate(`
    window.frames_ = [];
    window.watching_ = true;
    (function watch(now) {
      window.frames_.push(now);
      if (window.watching_) requestAnimationFrame(watch);
    })(performance.now())`);
  await happening();
  const times = await page.evaluate<number[]>("window.watching_ = false, window.frames_");
  const lengths = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const sorted = lengths.toSorted((a, b) => a - b);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return {
    perSecond: lengths.length / seconds,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    worst: sorted.at(-1) ?? Number.NaN,
  };
}
