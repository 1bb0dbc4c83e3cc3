import { itemCodeFromNumber } from "@zpr/model";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { expectAccessible, noBrowser, useBrowser } from "./browser.ts";
import { type FaultyLine, openFaultyLine } from "./faulty-line.ts";
import {
  addPhoto,
  answerAll,
  ON_THE_BANK,
  photoOf,
  send,
  stateOf,
  useStudy,
  visited,
} from "./finder-study.ts";

const UNKNOWN = itemCodeFromNumber(31_999_999);

const server = useServer();
const study = useStudy(server, 10);
const open = useBrowser();

/** A server that is not to be had: nothing gets through to the API. */
const noService = (_method: string, path: string) =>
  path.startsWith("/api/") ? ("dead" as const) : ("none" as const);
const whole = () => "none" as const;

function nthCode(at: number): string {
  return study().codes[at] ?? "";
}

describe.skipIf(noBrowser)("a report on a bad line", () => {
  let line: FaultyLine;
  let photo: Buffer;

  beforeAll(async () => {
    line = await openFaultyLine(server().url);
    photo = await photoOf(800);
  });
  afterAll(() => line?.close());
  beforeEach(() => line.spoil(whole));

  async function formOf(code: string, page?: Page): Promise<Page> {
    const opened = page ?? (await open(ON_THE_BANK));
    await opened.goto(`${line.url}/${code}`);
    await opened.getByText("Position found").waitFor();
    return opened;
  }

  test("waits when the network is gone from the first tap, and opens other codes meanwhile", async () => {
    const page = await formOf(nthCode(0));
    await visited(page);
    await page.context().setOffline(true);
    await page.goto(`${line.url}/${nthCode(1)}`);
    await page.getByText("No connection right now").waitFor();
    await page.getByText("Position found").waitFor();
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Saved on this phone" }).waitFor();
    await expectAccessible(page);
    expect(await study().reportsOf(nthCode(1))).toEqual([]);

    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    expect(await study().reportsOf(nthCode(1))).toHaveLength(1);
    await page.context().close();
  });

  test("waits on the very first visit too, when the network goes before the report is sent", async () => {
    const page = await formOf(nthCode(0), await open({ ...ON_THE_BANK, serviceWorkers: "block" }));
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await addPhoto(page, photo);
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Saved on this phone" }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    await page.context().close();
  });

  test("arrives once with its photo, though the line is cut in the photo and the page reloaded", async () => {
    const code = nthCode(2);
    const page = await formOf(code);
    await addPhoto(page, photo);
    await answerAll(page);
    line.spoil((method) => (method === "PUT" ? "cut-in-body" : "none"));
    await send(page);
    await page.getByText("1 photo is still waiting").waitFor();
    await page.reload();
    await page.getByText("1 photo is still waiting").waitFor();
    await page.goto(`${line.url}/found`);
    await expect.poll(() => stateOf(page, code)).toBe("Arrived, photos still waiting");
    await expectAccessible(page);
    line.spoil(whole);
    await page.getByRole("button", { name: "Send now" }).click();
    await expect.poll(() => stateOf(page, code)).toBe("Arrived");
    const reports = await study().reportsOf(code);
    expect(reports.map(({ photos }) => photos.length)).toEqual([1]);
    await page.context().close();
  });

  test("goes on with a photo where it was cut, and sends nothing of it twice", async () => {
    const code = nthCode(8);
    const page = await formOf(code);
    await addPhoto(page, await photoOf(1800));
    await answerAll(page);
    const ranges: string[] = [];
    // Also what the service worker sends, which a page does not see.
    page.context().on("request", (request) => {
      if (request.method() === "PUT") ranges.push(request.headers()["content-range"] ?? "all");
    });
    let puts = 0;
    line.spoil((method) => {
      if (method === "PUT") puts++;
      return puts > 2 ? (method === "PUT" ? "cut-in-body" : "dead") : "none";
    });
    await send(page);
    await page.getByText("1 photo is still waiting").waitFor();
    await expect.poll(() => ranges).toHaveLength(3);
    line.spoil(whole);
    await page.goto(`${line.url}/found`);
    await expect.poll(() => stateOf(page, code)).toBe("Arrived");
    const bounds = ranges.map(
      (range) => /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range)?.map(Number) ?? [],
    );
    const arrived = bounds.filter((_, at) => at !== 2);
    // Each piece begins behind the one that arrived before it.
    expect(arrived.map(([, start]) => start)).toEqual([
      0,
      ...arrived.slice(0, -1).map(([, , last = 0]) => last + 1),
    ]);
    const [, , last = 0, total] = arrived.at(-1) ?? [];
    expect(last + 1).toBe(total);
    const reports = await study().reportsOf(code);
    expect(reports.map(({ photos }) => photos.length)).toEqual([1]);
    await page.context().close();
  });

  test("tells how much of it has left the phone", async () => {
    const page = await formOf(nthCode(9));
    await addPhoto(page, await photoOf(2000));
    await answerAll(page);
    const devtools = await page.context().newCDPSession(page);
    const narrow = {
      offline: false,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput: 250_000,
    };
    await devtools.send("Network.emulateNetworkConditions", narrow);
    await send(page);
    // The report is half of it; the photo's bytes are the rest.
    await page.getByText(/Sending, [6-9]\d%/).waitFor();
    await expect
      .poll(async () => (await study().reportsOf(nthCode(9))).map(({ photos }) => photos.length))
      .toEqual([1]);
    await page.getByText("still waiting").waitFor({ state: "detached" });
    await page.context().close();
  });

  test("is one report however often somebody taps", async () => {
    const page = await formOf(nthCode(3));
    await answerAll(page);
    line.spoil(() => "slow");
    const button = "document.querySelector('form button[type=submit]')";
    await page.evaluate(`for (let tap = 0; tap < 5; tap++) ${button}.click()`);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    expect(await study().reportsOf(nthCode(3))).toHaveLength(1);
    await page.context().close();
  });

  test("is sent by one of two tabs, and both tell so", async () => {
    const page = await formOf(nthCode(4));
    const other = await page.context().newPage();
    await other.goto(`${line.url}/found`);
    const posts: string[] = [];
    line.spoil((method, path) => {
      if (method === "POST") posts.push(path);
      return "slow";
    });
    await answerAll(page);
    await send(page);
    await other.bringToFront();
    await expect.poll(() => stateOf(other, nthCode(4))).toBe("Arrived");
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    expect(posts).toHaveLength(1);
    await page.context().close();
  });

  test("does not believe a hotel's log-in page", async () => {
    const page = await formOf(nthCode(5));
    await answerAll(page);
    line.spoil(() => "captive");
    await send(page);
    await page.getByRole("heading", { name: "Saved on this phone" }).waitFor();
    line.spoil(whole);
    await page.reload();
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    await page.context().close();
  });

  test("survives an update of the app, which empties all caches", async () => {
    const page = await formOf(nthCode(6));
    await answerAll(page);
    line.spoil((method) => (method === "POST" ? "dead" : "none"));
    await send(page);
    await page.evaluate(`(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      for (const worker of await navigator.serviceWorker.getRegistrations())
        await worker.unregister();
    })()`);
    line.spoil(whole);
    await page.goto(`${line.url}/found`);
    await expect.poll(() => stateOf(page, nthCode(6))).toBe("Arrived");
    await page.context().close();
  });

  test("is sent by the service worker when no page is open", async () => {
    const page = await formOf(nthCode(7));
    await visited(page);
    await addPhoto(page, photo);
    await answerAll(page);
    line.spoil(noService);
    await send(page);
    await page.getByRole("heading", { name: "Saved on this phone" }).waitFor();
    const context = page.context();
    await page.goto("about:blank");
    line.spoil(whole);
    await wakeServiceWorker(context, line.url);
    await expect
      .poll(async () => (await study().reportsOf(nthCode(7))).map(({ photos }) => photos.length))
      .toEqual([1]);
    await context.close();
  });

  test("is kept although the code belongs to nothing", async () => {
    const page = await open(ON_THE_BANK);
    line.spoil(noService);
    await page.goto(`${line.url}/${UNKNOWN}`);
    await page.getByText("Position found").waitFor();
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Saved on this phone" }).waitFor();
    line.spoil(whole);
    await page.reload();
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});

/** Does what Chromium does by itself some time after the network is back. */
async function wakeServiceWorker(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours) resolve(ours.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  await page.goto(`${origin}/favicon.svg`);
  const sync = { origin, registrationId: await found, tag: "zpr-outbox", lastChance: false };
  await devtools.send("ServiceWorker.dispatchSyncEvent", sync);
}
