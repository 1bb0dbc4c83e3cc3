import {
  drag,
  type FrameReport,
  openPage,
  type PictureReport,
  play,
  startBrowser,
  timeToPicture,
  watchFrames,
  zoom,
} from "./page.ts";

/** How the lab's map does in a browser; what did not come about in two minutes is undefined. */
export interface BrowserReport {
  readonly picture: PictureReport | undefined;
  readonly dragging: FrameReport | undefined;
  readonly zooming: FrameReport | undefined;
  readonly playing: FrameReport | undefined;
}

/** Opens the lab's map of all fixes, moves it about and plays all of time, in headless Chromium. */
export async function measureBrowser(
  url: string,
  key: string,
  kinds: readonly string[],
): Promise<BrowserReport> {
  const browser = await startBrowser();
  try {
    const page = await openPage(browser, key);
    const picture = await attempt(() => timeToPicture(page, url, kinds));
    const dragging = await attempt(() => watchFrames(page, () => drag(page)));
    const zooming = await attempt(() => watchFrames(page, () => zoom(page)));
    const playing = await attempt(() => play(page));
    return { picture, dragging, zooming, playing };
  } finally {
    await browser.close();
  }
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
