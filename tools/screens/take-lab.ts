/**
 * `npm run screens:lab`: pictures of every view of the lab, and an index of them.
 * Words after `--` choose: `npm run screens:lab -- map` takes the shots whose names begin so.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { ARGUMENTS, CHROMIUM, DESK, PHONE } from "../../test/browser/devices.ts";
import { LAB_LOOKS, type LabLook, type LabShot } from "./lab-shot.ts";
import { labShots } from "./lab-shots.ts";
import { type LabWorld, openLabWorld } from "./lab-world.ts";
import { stillMap } from "./stage.ts";
import { say } from "./words.ts";

const FOLDER = new URL("../../docs/screens/lab/", import.meta.url).pathname;
const WINTAM = { longitude: 4.309, latitude: 51.118, accuracy: 6 };
/** Live events and pictures come when all else is there. */
const SETTLE_MILLISECONDS = 1500;

const LOOKS: Readonly<Record<LabLook, BrowserContextOptions>> = {
  desk: DESK,
  dark: { ...DESK, colorScheme: "dark" },
  phone: PHONE,
  "phone-nl": { ...PHONE, locale: "nl" },
  "phone-dark": { ...PHONE, colorScheme: "dark" },
};

const prefixes = process.argv.slice(2);
const isChosen = ({ name }: LabShot) => prefixes.some((prefix) => name.startsWith(prefix));
const shots = prefixes.length === 0 ? labShots : labShots.filter(isChosen);
if (!CHROMIUM) throw new Error("there is no Chromium here");
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: [...ARGUMENTS, "--font-render-hinting=none", "--force-color-profile=srgb"],
});
const world = await openLabWorld(browser);
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const shot of shots) {
    // One view that cannot be pictured does not keep the others from it.
    for (const look of looksOf(shot))
      await take(browser, world, { shot, look }).catch((reason) => {
        console.error(`${shot.name}-${look}: ${reason}`);
        process.exitCode = 1;
      });
    console.log(shot.name);
  }
  writeFileSync(join(FOLDER, "README.md"), index());
} finally {
  await browser.close();
  await world.close();
}

async function take(
  browser: Browser,
  world: LabWorld,
  { shot, look }: { readonly shot: LabShot; readonly look: LabLook },
): Promise<void> {
  const locale = look.endsWith("nl") ? "nl" : "en";
  const context = await browser.newContext({
    ...LOOKS[look],
    ...(world.session && { storageState: world.session }),
    timezoneId: "Europe/Brussels",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    permissions: ["geolocation"],
    geolocation: WINTAM,
  });
  const page = await context.newPage();
  const path = shot.path(world);
  await page.goto(world.url + path);
  if (path.startsWith("/lab")) await page.locator(".l-live:not(.l-live-off)").waitFor();
  await page.locator(".l-loading").waitFor({ state: "detached" });
  await page.locator("h1:visible, h2:visible").first().waitFor();
  await shot.act?.({ page, world, say: (key) => say(locale, `lab/${key}`) });
  await page.mouse.move(0, 0);
  await settle(page);
  const png = await page.screenshot({ scale: "css", animations: "disabled" });
  await context.close();
  await sharp(png)
    .webp({ quality: 60, effort: 6 })
    .toFile(join(FOLDER, `${shot.name}-${look}.webp`));
}

async function settle(page: Page): Promise<void> {
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await page.waitForTimeout(SETTLE_MILLISECONDS);
  const map = page.locator("zpr-map-canvas, [data-study-map]").first();
  if ((await map.count()) === 0) return;
  const main = "(document.querySelector('.l-main') ?? document.scrollingElement)";
  const place = await page.evaluate<number>(`${main}.scrollTop`);
  await stillMap(map);
  // Whoever looks at a map has it scrolled into view.
  await page.evaluate(`${main}.scrollTop = ${place}`);
}

function looksOf({ looks = ["desk"] }: LabShot): readonly LabLook[] {
  return looks;
}

/** The index of all pictures, as Markdown. */
function index(): string {
  const rows = labShots.map((shot) => {
    const cells = LAB_LOOKS.map((look) =>
      looksOf(shot).includes(look) ? `[see](${shot.name}-${look}.webp)` : "",
    );
    return `| ${shot.title} | ${cells.join(" | ")} |`;
  });
  return `# Screens of the lab

Every view of researchers, as \`npm run screens:lab\` pictures them: a desk of 1440 × 900 in English, the main ones also in the dark and on a phone of 390 × 844, in Dutch for its long words. The study is simulated: eight days of nine trackers and 45 items on the tidal Scheldt, played in through the real doors, up to the moment of the picture.

To add a view, add a \`LabShot\` to \`tools/screens/lab-shots.ts\`. \`npm run screens:lab -- map\` takes only those whose names begin so.

| view | ${LAB_LOOKS.join(" | ")} |
|---|${"---|".repeat(LAB_LOOKS.length)}
${rows.join("\n")}

![Map](map-desk.webp)

![Journey of an item](journey-desk.webp)
`;
}
