import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { CDPSession, Page } from "playwright-core";
import {
  drag,
  type FrameReport,
  framesText,
  openPage,
  pictureText,
  play,
  startBrowser,
  timeToPicture,
  watchFrames,
  zoom,
} from "./page.ts";
import { costOf } from "./thread-time.ts";

/** What is shown in each measurement: the base map alone is the floor. */
const SHOWN: readonly (readonly [name: string, kinds: readonly string[]])[] = [
  ["base map alone", []],
  ["trackers", ["tracker"]],
  ["tracks", ["track"]],
  ["fixes", ["fix"]],
  ["density", ["density"]],
  ["tracks, fixes and density", ["track", "fix", "density"]],
];

/** Prints what each kind on the map costs: tiles, features, and frames while it is dragged, zoomed and played. */
export async function measureLayers(url: string, key: string): Promise<void> {
  const browser = await startBrowser();
  const processes = await browser.newBrowserCDPSession();
  try {
    for (const [name, kinds] of SHOWN) {
      const page = await openPage(browser, key);
      const tiles = countTiles(page);
      const picture = await timeToPicture(page, url, kinds);
      const { tiles: count, features, bytes } = tiles();
      console.log(
        `\n${name}: ${pictureText(picture)}, ${count} tiles, ${features} features, ${(bytes / 1000).toFixed(0)} kB unpacked`,
      );
      const watched = { page, processes };
      const moved = (moving: () => Promise<void>) => ({
        ...watched,
        happening: () => watchFrames(page, moving),
      });
      await sayFrames(
        "dragged",
        moved(() => drag(page)),
      );
      await sayFrames(
        "zoomed",
        moved(() => zoom(page)),
      );
      if (kinds.includes("track"))
        await sayFrames("played", { ...watched, happening: () => play(page) });
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}

interface Watched {
  readonly page: Page;
  readonly processes: CDPSession;
  readonly happening: () => Promise<FrameReport>;
}

/** Processor time of a frame says the same on a busy machine; the time between frames does not. */
async function sayFrames(what: string, { page, processes, happening }: Watched): Promise<void> {
  const { result, rendererSeconds, graphicsSeconds, busiest } = await costOf(
    page,
    processes,
    happening,
  );
  const perFrame = (seconds: number) => `${((1000 * seconds) / result.count).toFixed(0)} ms`;
  const functions = busiest.map(({ name, share }) => `${name} ${(share * 100).toFixed(0)} %`);
  console.log(
    `  ${what}: ${framesText(result)}; processor time of a frame ${perFrame(rendererSeconds)} in the page, ${perFrame(graphicsSeconds)} drawing; main thread: ${functions.join(", ")}`,
  );
}

/** Tiles of fixes that a page gets from now on. */
function countTiles(page: Page) {
  const sum = { tiles: 0, features: 0, bytes: 0 };
  page.on("response", async (response) => {
    if (!/\/tiles\/fixes\/.*\.mvt/.test(response.url()) || response.status() !== 200) return;
    const body = await response.body();
    sum.tiles++;
    sum.bytes += body.length;
    sum.features += new VectorTile(new PbfReader(body)).layers["fixes"]?.length ?? 0;
  });
  return () => sum;
}
