import { randomUUID } from "node:crypto";
import { imei, itemCodeFromNumber } from "@zpr/model";
import { TrackerLink } from "@zpr/simulator";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const IMEI = imei("356307042441013");
const STRANGER = imei("356307042441021");
const code = itemCodeFromNumber(40_001);
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";

interface Made {
  readonly id: number;
}

describe.skipIf(noBrowser)("a researcher in the lab", () => {
  beforeAll(async () => {
    const { call } = server();
    const { id: studyId } = await call<Made>("POST", "/api/v1/studies", {
      name: "Scheldt (simulated)",
      simulated: true,
    });
    const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", {
      studyId,
      name: "PET bottle",
    });
    await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
    await call("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.309, 51.118],
      releasedAt: new Date(Date.now() - 3_600_000).toISOString(),
      itemCodes: [code],
    });
    const { id: trackerId } = await call<Made>("POST", "/api/v1/trackers", {
      studyId,
      protocol: "teltonika",
      uniqueId: IMEI,
      name: "Yellow 1",
    });
    await call("POST", "/api/v1/deployments", {
      trackerId,
      itemCode: code,
      startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    });
  });

  /** A frame of a tracker, sent now over TCP. */
  async function report(tracker: typeof IMEI, north: number): Promise<void> {
    const link = new TrackerLink({ host: "127.0.0.1", port: server().teltonikaPort }, tracker);
    await link.send([
      {
        time: Date.now(),
        position: [4.309, 51.118 + north],
        altitudeMetres: 2,
        headingDegrees: 0,
        satellites: 9,
        speedKilometresPerHour: 3,
        io: { batteryMillivolts: 3870 },
      },
    ]);
    link.close();
  }

  async function signIn(page: Page, path: string): Promise<void> {
    await page.goto(`${server().url}${path}`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`**${path}**`);
  }

  test("makes the first account by the link of the first start, once", async () => {
    const link = server().setupLink ?? "";
    const page = await open(DESK);
    await page.goto(link);
    await expectAccessible(page);
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL((url) => url.href !== link);
    expect((await fetch(link)).status).toBeGreaterThanOrEqual(400);
    await page.context().close();
  });

  test("is shown the door without signing in", async () => {
    const page = await open(DESK);
    await page.goto(`${server().url}/lab/map`);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test("sees a tracker come alive without reloading, and a stranger calling", async () => {
    await report(IMEI, 0);
    const page = await open(DESK);
    await signIn(page, "/lab/trackers");
    const row = page.getByRole("row").filter({ hasText: "Yellow 1" });
    await row.getByText("Alive").waitFor();
    await page.getByText("Simulated data").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    await expectAccessible(page);
    expect(await row.getByRole("cell").last().innerText()).toBe("1");

    await report(IMEI, 0.01);
    await expect.poll(() => row.getByRole("cell").last().innerText()).toBe("2");
    await report(STRANGER, 0.02);
    await page.getByText(STRANGER).first().waitFor();
    await page.context().close();
  });

  test("finds a finder's report the moment it comes in, and the item's journey", async () => {
    const page = await open(DESK);
    await signIn(page, "/lab/sightings");
    const answer = await fetch(`${server().url}/api/v1/items/${code}/sightings`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        id: randomUUID(),
        seenAt: new Date().toISOString(),
        position: [4.3105, 51.13],
        accuracyMetres: 6,
        positionSource: "gps",
        surroundings: "vegetation",
        condition: "worn",
        putBack: "put-back",
        note: "Between the reeds",
        locale: "en",
      }),
    });
    expect(answer.status).toBe(201);
    await page.getByText("Between the reeds").waitFor();
    await expectAccessible(page);

    await page.goto(`${server().url}/lab/items`);
    await page
      .getByRole("link", { name: new RegExp(code.slice(0, 3)) })
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.goto(`${server().url}/lab/items/${code}`);
    await page.getByText("Wintam").first().waitFor();
    await page.locator("zpr-map-canvas canvas").waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("sees everything on the map, at %s size", async (_size, device) => {
    const page = await open(device);
    await signIn(page, "/lab/map");
    await page.locator("zpr-map-canvas canvas").waitFor();
    await page.getByText("What the map shows").waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
