import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import type { MapServer } from "./map-server.ts";

const CHROMIUM = "/usr/bin/chromium";
const SECONDS = 6;
const ACCOUNT = { name: "Bench", email: "bench@zpr.example", password: "ten million fixes" };

/** How smoothly something went. */
interface Smoothness {
  readonly act: string;
  readonly framesPerSecond: number;
  /** 95 of 100 frames came within so many milliseconds of the one before; the longest gap. */
  readonly p95Milliseconds: number;
  readonly longestMilliseconds: number;
}

export interface BrowserReport {
  /** From the address to a map with a tile of fixes on it. */
  readonly firstPictureMilliseconds: number;
  readonly acts: readonly Smoothness[];
}

/** The lab's map in headless Chromium, drawn by the processor; undefined without one, or without the built web app. */
export async function measureBrowser(server: MapServer): Promise<BrowserReport | undefined> {
  const isBuilt = existsSync(new URL("../../apps/web/dist/browser/lab-app", import.meta.url));
  if (!existsSync(CHROMIUM) || !isBuilt) return undefined;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await signIn(page, server);
    const address = `${server.url}/lab/map?layers=density&view=4.25000,51.30000,8.50`;
    const began = performance.now();
    const tile = page.waitForResponse((response) => response.url().includes("/tiles/fixes/"));
    await page.goto(address);
    await (await tile).finished();
    await nextFrame(page);
    const firstPictureMilliseconds = performance.now() - began;
    await page.waitForLoadState("networkidle");
    const acts = [await smoothness(page, "pan", pan), await smoothness(page, "zoom", zoom)];
    await page.goto(`${server.url}/lab/map?layers=track&view=4.25000,51.30000,8.50`);
    const tracks = page.waitForResponse((response) => response.url().includes("/api/v1/tracks"));
    await page.getByLabel("Speed of playback").selectOption("10000");
    await page.getByRole("button", { name: "Play" }).click();
    await (await tracks).finished();
    await page.waitForTimeout(3000);
    acts.push(await smoothness(page, "play", (it) => it.waitForTimeout(SECONDS * 1000)));
    acts.push(await smoothness(page, "play and pan", pan));
    return { firstPictureMilliseconds, acts };
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, { setupLink, url }: MapServer): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel("Your name").fill(ACCOUNT.name);
  await page.getByLabel("E-mail address").fill(ACCOUNT.email);
  await page.getByLabel("Password").fill(ACCOUNT.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL((to) => !to.pathname.includes("setup"));
  await page.goto(`${url}/lab/items`);
  const email = page.getByLabel("E-mail address");
  if (await email.isVisible()) {
    await email.fill(ACCOUNT.email);
    await page.getByLabel("Password").fill(ACCOUNT.password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }
  await page.waitForURL("**/lab/items**");
}

async function smoothness(
  page: Page,
  act: string,
  work: (page: Page) => Promise<void>,
): Promise<Smoothness> {
  // As text, because it runs in the page, whose types are not ours.
  const frames = page.evaluate<number[]>(`new Promise((done) => {
    const gaps = [];
    let last = performance.now();
    const end = last + ${SECONDS * 1000};
    requestAnimationFrame(function step(now) {
      gaps.push(now - last);
      last = now;
      if (now < end) requestAnimationFrame(step);
      else done(gaps);
    });
  })`);
  await work(page);
  const gaps = (await frames).toSorted((a, b) => a - b);
  return {
    act,
    framesPerSecond: (gaps.length * 1000) / gaps.reduce((sum, gap) => sum + gap, 0),
    p95Milliseconds: gaps[Math.floor(gaps.length * 0.95)] ?? 0,
    longestMilliseconds: gaps.at(-1) ?? 0,
  };
}

async function pan(page: Page): Promise<void> {
  const until = Date.now() + SECONDS * 1000;
  for (let turn = 0; Date.now() < until; turn++) {
    const way = turn % 2 === 0 ? 200 : -200;
    await page.mouse.move(600, 350);
    await page.mouse.down();
    await page.mouse.move(600 + way, 350 + way / 2, { steps: 12 });
    await page.mouse.up();
  }
}

async function zoom(page: Page): Promise<void> {
  const until = Date.now() + SECONDS * 1000;
  await page.mouse.move(600, 350);
  for (let turn = 0; Date.now() < until; turn++) {
    await page.mouse.wheel(0, turn % 12 < 6 ? -240 : 240);
    await page.waitForTimeout(150);
  }
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => done()))");
}
