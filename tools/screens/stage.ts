import { globSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "@zpr/model";
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { ARGUMENTS, CHROMIUM, DESK, PHONE } from "../../test/browser/devices.ts";
import { filmQrCode } from "../../test/browser/fake-camera.ts";
import { NOW } from "./river-facts.ts";
import type { Shot } from "./shot.ts";
import { say } from "./words.ts";
import type { World } from "./world.ts";

const WEB = new URL("../../apps/web/dist/browser/", import.meta.url).pathname;
/** What the address bar says, whatever port the server has; browsers trust it as they trust localhost. */
const NAME = "zpr.localhost";
const ELSEWHERE = "https://example.org/menu";
const QUIET_MILLISECONDS = 400;
/** Maps go on drawing after everything has come: still is what stays so this long. */
const MAP_MILLISECONDS = 1500;
const MOST_LOOKS = 12;

/** A browser in which everything looks the same on every machine. */
export interface Theatre {
  /** The shot's screen in its state; close its context when done. */
  play(shot: Shot, how: Look): Promise<Page>;
  close(): Promise<void>;
}

/** In which language, on which device and with which wishes of its reader a shot is looked at. */
interface Look {
  readonly locale: Locale;
  readonly desk?: boolean;
  readonly look?: BrowserContextOptions;
}

/** Opens the browser; its camera sees a QR code of somebody else. */
export async function openTheatre(world: World): Promise<Theatre> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-screens-"));
  const film = join(folder, "foreign.y4m");
  await filmQrCode(ELSEWHERE, film);
  if (!CHROMIUM) throw new Error("there is no Chromium here");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...ARGUMENTS,
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
      `--host-resolver-rules=MAP ${NAME}:80 127.0.0.1:${new URL(world.url).port}`,
      "--font-render-hinting=none",
      "--force-color-profile=srgb",
    ],
  });
  return {
    play: (shot, how) =>
      play(browser, shot, { ...how, world: { ...world, url: `http://${NAME}` } }),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function play(
  browser: Browser,
  shot: Shot,
  how: Look & { readonly world: World },
): Promise<Page> {
  const { world, locale } = how;
  const context = await browser.newContext({
    ...(how.desk ? DESK : PHONE),
    locale: locale === "en" ? "en-GB" : locale,
    timezoneId: "Europe/Brussels",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    bypassCSP: true,
    ...shot.device,
    ...how.look,
  });
  const page = await context.newPage();
  const stage = { page, world, locale, say: (key: string) => say(locale, key) };
  await page.clock.setFixedTime(NOW);
  await shot.before?.(stage);
  await page.goto(world.url + shot.path(world, locale));
  await page.locator("h1").first().waitFor();
  await shot.act?.(stage);
  await giveFont(page);
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  const hasMap = (await page.locator("zpr-map-canvas").count()) > 0;
  // Nothing is pointed at.
  if (!shot.holds) await page.mouse.move(0, 0);
  await page.waitForTimeout(QUIET_MILLISECONDS);
  if (hasMap) await stillMap(page.locator("zpr-map-canvas").first());
  return page;
}

/** Waits until a map is drawn. */
export async function stillMap(map: Locator): Promise<void> {
  let before: Buffer = Buffer.alloc(0);
  for (let look = 0; look < MOST_LOOKS; look++) {
    const now = await map.screenshot();
    if (now.equals(before)) return;
    before = now;
    await map.page().waitForTimeout(MAP_MILLISECONDS);
  }
}

/** The server's own pages use whatever the reader's machine has: in pictures it is our font. */
async function giveFont(page: Page): Promise<void> {
  if ((await page.locator("zpr-root").count()) > 0) return;
  const faces = await Promise.all(
    [400, 700].map(async (weight) => {
      const [file] = globSync(`media/*-latin-${weight}-normal-*.woff2`, { cwd: WEB });
      const bytes = await readFile(join(WEB, file ?? ""));
      return `@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: ${weight}; src: url(data:font/woff2;base64,${bytes.toString("base64")}); }`;
    }),
  );
  await page.addStyleTag({ content: faces.join("\n") });
}
