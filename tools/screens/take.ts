/**
 * `npm run screens`: pictures of every screen and state, in four languages, and an index of them.
 * Words after `--` choose: `npm run screens -- form` takes the shots whose names begin so.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "@zpr/model";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { finderShots } from "./finder-shots.ts";
import { screensIndex } from "./screens-index.ts";
import type { Shot } from "./shot.ts";
import { openTheatre, type Theatre } from "./stage.ts";
import { openWorld } from "./world.ts";

const FOLDER = new URL("../../docs/screens/", import.meta.url).pathname;
const MOST_BYTES = 6_000_000;
/** More of a page is nothing new, and a picture that nobody looks at. */
const MOST_HEIGHT = 3600;

/** All shots there are. */
const SHOTS: readonly Shot[] = finderShots;

/** Heights that follow the window would grow with it, and leave gaps that nobody sees. */
const KEEP_HEIGHTS = `
  for (const one of document.querySelectorAll("*"))
    if (parseFloat(getComputedStyle(one).minHeight) >= innerHeight)
      one.style.minHeight = innerHeight + "px"`;

const prefixes = process.argv.slice(2);
const isChosen = ({ name }: Shot) => prefixes.some((prefix) => name.startsWith(prefix));
const shots = prefixes.length === 0 ? SHOTS : SHOTS.filter(isChosen);
const world = await openWorld();
const theatre = await openTheatre(world);
try {
  mkdirSync(FOLDER, { recursive: true });
  if (prefixes.length === 0) for (const file of pictures()) rmSync(file);
  for (const shot of shots) await takeAll(shot, theatre);
  writeFileSync(join(FOLDER, "README.md"), screensIndex(SHOTS));
} finally {
  await theatre.close();
  await world.close();
}
const bytes = pictures().reduce((sum, file) => sum + statSync(file).size, 0);
console.log(`${shots.length} screens, ${(bytes / 1e6).toFixed(1)} MB in docs/screens`);
if (bytes > MOST_BYTES) {
  console.error(`docs/screens is larger than ${MOST_BYTES / 1e6} MB`);
  process.exitCode = 1;
}

/** Those of this folder: the lab's have one of their own. */
function pictures(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".webp"))
    .map((file) => join(FOLDER, file));
}

async function takeAll(shot: Shot, theatre: Theatre): Promise<void> {
  await Promise.all(
    LOCALES.map(async (locale) =>
      take(await theatre.play(shot, { locale }), shot, `${shot.name}-${locale}`),
    ),
  );
  if (shot.atDesk) {
    const page = await theatre.play(shot, { locale: "en", desk: true });
    await take(page, shot, `${shot.name}-desk`);
  }
  console.log(shot.name);
}

async function stretch(page: Page): Promise<void> {
  await page.evaluate(KEEP_HEIGHTS);
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const viewport = page.viewportSize();
  await page.setViewportSize({
    width: viewport?.width ?? 0,
    height: Math.min(height, MOST_HEIGHT),
  });
  await page.waitForTimeout(300);
}

async function take(page: Page, shot: Shot, name: string): Promise<void> {
  const isDesk = name.endsWith("-desk");
  // A bar that sticks to the end of the window would lie across the page.
  if (!(shot.windowOnly || isDesk)) await stretch(page);
  const png = await page.screenshot({
    scale: "css",
    animations: "disabled",
  });
  await page.context().close();
  const { width, height } = await sharp(png).metadata();
  await sharp(png)
    .extract({ left: 0, top: 0, width, height: Math.min(height, MOST_HEIGHT) })
    .webp({ quality: 60, effort: 6 })
    .toFile(join(FOLDER, `${name}.webp`));
}
