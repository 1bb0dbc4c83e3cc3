import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Imei, imei, itemCodeFromNumber } from "@zpr/model";
import { TrackerLink } from "@zpr/simulator";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";
import { filmQrCodes } from "./fake-camera.ts";

const CODES = Array.from({ length: 12 }, (_, at) => itemCodeFromNumber(50_001 + at));
const IMEIS = ["356307042441013", "356307042441021", "356307042441039"].map(imei);
/** Seconds: long enough for a busy machine to keep, short enough to wait for. */
const INTERVAL = 6;
const PONTOON = { longitude: 4.309, latitude: 51.118, accuracy: 6 };
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";

const folder = mkdtempSync(join(tmpdir(), "zpr-camera-"));
const film = join(folder, "labels.y4m");
const server = useServer();
const open = useBrowser(
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
);

/** Run in the page: whether the service worker keeps what the lab needs to open. */
const KEPT_FOR_LATER = `(async () => {
  const names = (await caches.keys()).filter((name) => name.includes(":data:"));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const paths = kept.flat().map(({ url }) => new URL(url).pathname);
  return ["/auth/me", "/api/v1/items", "/api/v1/journeys"].every((path) => paths.includes(path));
})()`;

interface Made {
  readonly id: number;
}

describe.skipIf(noBrowser)("a release day", () => {
  let studyId: number;
  let phone: Page;
  const silenced = new Set<Imei>();
  let frames: ReturnType<typeof setInterval>;

  beforeAll(async () => {
    const [first, second, third] = CODES;
    const labels = [IMEIS[0], first, second, third].map((text, at) =>
      at === 0 ? `IMEI:${text}` : `https://zpr.example/${text}`,
    );
    await filmQrCodes(labels, film);
    const { call } = server();
    ({ id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" }));
    const itemType = { studyId, name: "PET bottle" };
    const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", itemType);
    for (const code of CODES) await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
    for (const [at, uniqueId] of IMEIS.entries())
      await call("POST", "/api/v1/trackers", {
        studyId,
        protocol: "teltonika",
        uniqueId,
        name: `Yellow ${at + 1}`,
        intervalSeconds: INTERVAL,
      });
    await makeAccount(await open(DESK));
    phone = await open({ ...PHONE, permissions: ["camera", "geolocation"], geolocation: PONTOON });
    await signIn(phone, "/lab/release");
  });

  afterAll(async () => {
    clearInterval(frames);
    await phone?.context().close();
    rmSync(folder, { recursive: true });
  });

  async function makeAccount(page: Page): Promise<void> {
    const link = server().setupLink ?? "";
    await page.goto(link);
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL((url) => url.href !== link);
    await page.context().close();
  }

  async function signIn(page: Page, path: string): Promise<void> {
    await page.goto(`${server().url}${path}`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`**${path}**`);
  }

  /** Types a code as somebody does whose camera is dirty. */
  async function type(text: string): Promise<void> {
    await phone.getByRole("textbox", { name: "Code or IMEI" }).fill(text);
    await phone.getByRole("button", { name: "Add", exact: true }).click();
  }

  function part(name: string): Promise<void> {
    return phone.getByRole("button", { name, exact: true }).click();
  }

  /** All trackers call, each but the silenced ones, as often as they are registered to and more. */
  function startCalling(): void {
    const gateway = { host: "127.0.0.1", port: server().teltonikaPort };
    const links = IMEIS.map((tracker) => ({ tracker, link: new TrackerLink(gateway, tracker) }));
    const call = () => {
      for (const { tracker, link } of links)
        if (!silenced.has(tracker)) link.send([frame()]).catch(() => undefined);
    };
    call();
    frames = setInterval(call, (INTERVAL * 1000) / 3);
  }

  function frame() {
    return {
      time: Date.now(),
      position: [PONTOON.longitude, PONTOON.latitude] as const,
      altitudeMetres: 2,
      headingDegrees: 0,
      satellites: 9,
      speedKilometresPerHour: 3,
      io: { batteryMillivolts: 3870 },
    };
  }

  test("begins with the tide of the place, by the position of the phone", async () => {
    await phone.getByText("What you scan is listed here", { exact: false }).waitFor();
    await expectAccessible(phone);
    await part("Tide");
    await phone.getByLabel("Place of the release").fill("Wintam");
    await phone.getByRole("button", { name: "My position" }).click();
    await phone.getByText("Next high water").waitFor();
    await phone.getByText("Antwerpen Prosperpolder").waitFor();
    expect(await phone.getByRole("row").filter({ hasText: "High" }).count()).toBeGreaterThan(1);
    const before = await phone.getByRole("row").nth(1).innerText();
    await phone.getByLabel("High water here comes so many minutes later").fill("95");
    await phone.getByLabel("Place of the release").focus();
    await expect.poll(() => phone.getByRole("row").nth(1).innerText()).not.toBe(before);
    await expectAccessible(phone);
  });

  test("takes items in a row through the camera, and the tracker with its item", async () => {
    await part("Release");
    await phone.getByRole("button", { name: "Scan items and trackers" }).click();
    await phone.getByText("3 items").waitFor({ timeout: 60_000 });
    await phone.getByText("1 with a tracker").waitFor({ timeout: 60_000 });
    await expectAccessible(phone);
    await phone.getByRole("button", { name: "Close the camera" }).click();
  });

  test("says what is wrong with a code, and takes back", async () => {
    const [first = CODES[0], , , fourth = ""] = CODES;
    await type(first ?? "");
    await phone.getByText("is in already", { exact: false }).waitFor();
    await type(itemCodeFromNumber(1));
    await phone.getByText("no item and no tracker", { exact: false }).waitFor();
    await expectAccessible(phone);
    await type(fourth);
    await phone.getByText("4 items").waitFor();
    await phone.getByRole("button", { name: "Undo" }).click();
    await phone.getByText("3 items").waitFor();
  });

  test("goes on without a network, even when the page is opened anew", async () => {
    // The lab is kept for later by then, with what it was told of the study.
    await phone.waitForFunction(KEPT_FOR_LATER);
    await phone.context().setOffline(true);
    await phone.reload();
    await phone.getByText("3 items").waitFor();
    for (const code of CODES.slice(3, 10)) await type(code);
    await phone.getByText("10 items").waitFor();
    await type(IMEIS[1] ?? "");
    await phone.getByText("Yellow 2 waits for its item").waitFor();
    await expectAccessible(phone);
    await type(CODES[10] ?? "");
    await phone.getByLabel("Pick a tracker from the list").selectOption({ index: 1 });
    await phone.getByText("Yellow 3 waits for its item").waitFor();
    await type(CODES[11] ?? "");
    await phone.getByText("3 with trackers").waitFor();
    const create = { width: 80, height: 60, channels: 3 as const, background: "#e4ff1a" };
    const buffer = await sharp({ create }).jpeg().toBuffer();
    const file = { name: "batch.jpg", mimeType: "image/jpeg", buffer };
    await phone.getByLabel("Photo of the batch").setInputFiles(file);
    await phone.getByAltText("Photo 1 of the batch").waitFor();
    await phone.getByRole("button", { name: "Released" }).click();
    await phone.getByText("12 items are released and safe on this phone").waitFor();
    await phone.getByText("Safe on this phone, not sent yet").waitFor();
    await phone.getByText("1 release not sent yet").waitFor();
    await expectAccessible(phone);
  });

  test("sends the release later, once, with its trackers and its photo", async () => {
    await phone.context().setOffline(false);
    await phone.getByText("Sent", { exact: true }).waitFor();
    const { call } = server();
    const releases = await call<readonly object[]>("GET", `/api/v1/releases?studyId=${studyId}`);
    expect(releases).toEqual([
      expect.objectContaining({
        place: "Wintam",
        position: [PONTOON.longitude, PONTOON.latitude],
        tideLagMinutes: 95,
        itemCodes: [...CODES].sort(),
        photos: [{ n: 1, width: 80, height: 60 }],
      }),
    ]);
    const pairs = await call<readonly { itemCode: string }[]>(
      "GET",
      `/api/v1/deployments?studyId=${studyId}`,
    );
    expect(pairs.map(({ itemCode }) => itemCode).sort()).toEqual(
      [CODES[0], CODES[10], CODES[11]].sort(),
    );
  });

  test("sees all trackers alive, and the one that falls silent within two intervals", async () => {
    await part("Alive?");
    await phone.getByText("Never heard").first().waitFor();
    await expectAccessible(phone);
    startCalling();
    await phone.getByText("3 of 3 alive").waitFor();
    const row = phone.getByRole("listitem").filter({ hasText: "Yellow 2" });
    await expect.poll(() => row.innerText()).toMatch(/Fix[\s\S]*9[\s\S]*3.87/);
    await expectAccessible(phone);

    silenced.add(IMEIS[1] as Imei);
    const silentSince = Date.now();
    await row.getByText("Silent", { exact: true }).waitFor();
    expect(Date.now() - silentSince).toBeLessThan(INTERVAL * 2000 + 8_000);
    await phone.getByText("2 of 3 alive").waitFor();
    await expectAccessible(phone);

    silenced.clear();
    await phone.getByText("3 of 3 alive").waitFor();
  });

  test("is seen on a desk as a whole, with the photo of the batch", async () => {
    const page = await open(DESK);
    await signIn(page, "/lab/release");
    await page.getByText("3 of 3 alive").waitFor();
    await page.getByAltText("Photo of the release at Wintam").waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
