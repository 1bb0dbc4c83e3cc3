import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { noBrowser, useBrowser } from "./browser.ts";
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
import { buildOtherVersion, type OtherVersion } from "./other-version.ts";

const BEFORE = "Seen something yellow?";
const NOW = "Found something yellow?";
const BUILD_MS = 400_000;

const server = useServer();
const study = useStudy(server, 5);
const open = useBrowser();

/** A server that is not to be had: nothing gets through to the API. */
const noService = (_method: string, path: string) =>
  path.startsWith("/api/") ? ("dead" as const) : ("none" as const);
const whole = () => "none" as const;

function nthCode(at: number): string {
  return study().codes[at] ?? "";
}

describe.skipIf(noBrowser)("an update of the app", () => {
  let line: FaultyLine;
  let photo: Buffer;
  let before: OtherVersion;

  beforeAll(async () => {
    line = await openFaultyLine(server().url);
    photo = await photoOf(800);
    before = await buildOtherVersion(BEFORE);
  }, BUILD_MS);
  afterAll(async () => {
    line?.close();
    if (before) await rm(before.workspace, { recursive: true, force: true });
  });
  beforeEach(() => line.spoil(whole));

  async function report(page: Page, code: string): Promise<void> {
    await page.goto(`${line.url}/${code}`);
    await page.getByText("Position found").waitFor();
    await addPhoto(page, photo);
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Saved on this phone" }).waitFor();
  }

  test("finds the reports that the version before has kept, and sends each once", async () => {
    line.serve(before.webFolder);
    const page = await open(ON_THE_BANK);
    await page.goto(line.url);
    await page.getByRole("heading", { name: BEFORE }).waitFor();
    await visited(page);
    await page.context().setOffline(true);
    const codes = [nthCode(0), nthCode(1)];
    for (const code of codes) await report(page, code);

    line.serve(undefined);
    line.spoil(noService);
    await page.context().setOffline(false);
    await expect.poll(() => titleAfterReload(page, line.url), { timeout: 90_000 }).toBe(NOW);
    await page.goto(`${line.url}/found`);
    for (const code of codes)
      await expect.poll(() => stateOf(page, code)).toBe("Waiting for a connection");

    line.spoil(whole);
    await page.reload();
    for (const code of codes) {
      await expect.poll(() => stateOf(page, code)).toBe("Arrived");
      const reports = await study().reportsOf(code);
      expect(reports.map(({ photos }) => photos.length)).toEqual([1]);
    }
    await page.context().close();
  });

  test("reads what the first version that was out has written", async () => {
    const [waiting, sent, draft] = [nthCode(2), nthCode(3), nthCode(4)];
    const page = await open(ON_THE_BANK);
    line.serve(undefined);
    await page.goto(`${line.url}/favicon.svg`);
    const bytes = photo.toString("base64");
    await page.evaluate(
      `(${writeFirstVersion})(${JSON.stringify({ waiting, sent, draft, bytes })})`,
    );
    await page.goto(`${line.url}/found`);
    await expect.poll(() => stateOf(page, waiting)).toBe("Arrived");
    expect(await stateOf(page, sent)).toBe("Arrived");
    const reports = await study().reportsOf(waiting);
    expect(reports.map(({ photos }) => photos.length)).toEqual([1]);
    await page.goto(`${line.url}/${draft}`);
    await page.getByText("All set.").waitFor();
    await page.context().close();
  });
});

/** Opens the start page anew and tells which version it is of. */
async function titleAfterReload(page: Page, url: string): Promise<string> {
  await page.goto(url);
  return page.getByRole("heading", { level: 1 }).innerText();
}

/** Runs in the page: fills IndexedDB as the app did before receipts had notes, and photos came in pieces. */
const writeFirstVersion = `async ({ waiting, sent, draft, bytes }) => {
  const opening = indexedDB.open("zpr", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("report", { keyPath: "id" });
    opening.result.createObjectStore("photo", { keyPath: ["reportId", "n"] });
    opening.result.createObjectStore("draft", { keyPath: "code" });
  };
  await new Promise((resolve) => { opening.onsuccess = resolve; });
  const change = opening.result.transaction(["report", "photo", "draft"], "readwrite");
  const now = Date.now();
  const answers = { surroundings: "bank", condition: "worn", putBack: "put-back" };
  const entry = (code, more) => {
    const id = crypto.randomUUID();
    const body = {
      id, seenAt: new Date(now).toISOString(), position: [4.3997, 51.2213],
      accuracyMetres: 8, positionSource: "gps", ...answers, locale: "en",
    };
    return {
      id, code, body, photos: [], savedAt: now, attempts: 4, nextTryAt: now + 300000,
      receipt: null, problem: null, ...more,
    };
  };
  const one = entry(waiting, { photos: [{ n: 1, state: "waiting" }] });
  const receivedAt = new Date(now).toISOString();
  const two = entry(sent, { receipt: { code: sent, finderNumber: 1, receivedAt, photos: [] } });
  change.objectStore("report").put(one);
  change.objectStore("report").put(two);
  const jpeg = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)).buffer;
  change.objectStore("photo").put({ reportId: one.id, n: 1, type: "image/jpeg", bytes: jpeg });
  change.objectStore("draft").put({
    id: crypto.randomUUID(), code: draft, changedAt: now, ...answers, note: "", photos: [],
    place: { position: [4.3997, 51.2213], accuracyMetres: 8, source: "gps" },
    contact: { email: "", name: "", news: false, contest: false },
  });
  await new Promise((resolve) => { change.oncomplete = resolve; });
  opening.result.close();
}`;
