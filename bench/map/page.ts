import { type Browser, chromium, type Page } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
const DESK = { width: 1440, height: 900 };
/** Where most of the Scheldt is in view, and so all fixes. */
const VIEW = "4.10000,51.25000,9.00";
const WATCH_MS = 8_000;
const STEP_MS = 120_000;
const QUIET_MS = 750;
const POINTER_MS = 16;

/** Frames of a while: how many a second, and how long one took at the median, at p95 and at worst, milliseconds. */
export interface FrameReport {
  readonly count: number;
  readonly perSecond: number;
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/** Chromium without a window, and so without a graphics card. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}

/** A page whose key stands in place of signing in; the service worker would drop it. */
export async function openPage(browser: Browser, key: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: DESK, locale: "en-GB", serviceWorkers: "block" },
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_MS);
  return page;
}

/** Milliseconds from asking for the map's address. */
export interface PictureReport {
  /** To the last tile of fixes; a map asks for them again while it stands. */
  readonly tiles: number;
  /** To the last answer, journeys included. */
  readonly all: number;
}

/** Opens the lab's map with these kinds shown. */
export async function timeToPicture(
  page: Page,
  url: string,
  kinds: readonly string[],
): Promise<PictureReport> {
  const open = new Set<unknown>();
  const tiles = new Set<string>();
  const began = performance.now();
  let [last, lastTile] = [began, began];
  page.on("request", (request) => {
    if (!request.url().includes("/events")) open.add(request);
  });
  for (const event of ["requestfinished", "requestfailed"] as const)
    page.on(event as "requestfinished", (request) => {
      if (!open.delete(request)) return;
      last = performance.now();
      if (!/\/tiles\/fixes\/.*\.mvt/.test(request.url()) || tiles.has(request.url())) return;
      tiles.add(request.url());
      lastTile = last;
    });
  await page.goto(`${url}/lab/map?view=${VIEW}&layers=${kinds.join(".")}`);
  await page.locator("zpr-map-canvas canvas").waitFor();
  while (open.size > 0 || performance.now() - last < QUIET_MS) {
    if (performance.now() - began > STEP_MS) throw new Error("no whole picture came");
    await page.waitForTimeout(20);
  }
  return { tiles: lastTile - began, all: last - began };
}

/** A report as a line of text. */
export function pictureText(picture: PictureReport | undefined): string {
  if (!picture) return "not measured";
  return `last tile after ${picture.tiles.toFixed(0)} ms, last answer after ${picture.all.toFixed(0)} ms`;
}

/** To and fro by the mouse, as people do. */
export async function drag(page: Page): Promise<void> {
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

/** In and out by the wheel, over three levels of zoom. */
export async function zoom(page: Page): Promise<void> {
  const box = await page.locator("zpr-map-canvas").boundingBox();
  if (!box) throw new Error("no map");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (
    const end = performance.now() + WATCH_MS, began = performance.now();
    performance.now() < end;
  ) {
    const inwards = Math.floor((performance.now() - began) / 2_000) % 2 === 0;
    await page.mouse.wheel(0, inwards ? -60 : 60);
    await page.waitForTimeout(4 * POINTER_MS);
  }
}

/** Plays from the middle of time at the highest speed; what a player waits for at first is not measured. */
export async function play(page: Page): Promise<FrameReport> {
  const player = page.getByRole("region", { name: "Time and playback" });
  await player.getByLabel("Speed of playback").selectOption("10000");
  const tracks = page.waitForResponse((response) => response.url().includes("/api/v1/tracks"));
  await player.getByLabel("Moment that is shown").fill("500");
  await tracks;
  await player.getByRole("button", { name: "Play" }).click();
  await page.locator(".loading").waitFor({ state: "detached" });
  return watchFrames(page, () => page.waitForTimeout(WATCH_MS));
}

/** Times between the frames that the page draws while something happens. */
export async function watchFrames(
  page: Page,
  happening: () => Promise<void>,
): Promise<FrameReport> {
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
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  const count = lengths.length;
  return { count, perSecond: count / seconds, median: at(0.5), p95: at(0.95), worst: at(1) };
}

/** A report as a line of text. */
export function framesText(frames: FrameReport | undefined): string {
  if (!frames) return "not measured";
  const { perSecond, median, p95, worst } = frames;
  return `${perSecond.toFixed(1)} frames a second, median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`;
}
