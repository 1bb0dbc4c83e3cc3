import { readFile } from "node:fs/promises";
import { imei, itemCodeFromNumber } from "@zpr/model";
import { TrackerLink } from "@zpr/simulator";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;
const EMAIL = "kaat@zpr.example";
const PASSWORD = "four random words here";
const HOUR = 3_600_000;
const START = Math.floor(Date.now() / HOUR) * HOUR - 60 * HOUR;
const LIES = { from: 20, hours: 6 } as const;
const RELEASES = [
  { place: "Wintam", position: [4.309, 51.118], number: 41_001, imei: imei("356307042441013") },
  { place: "Hemiksem", position: [4.33, 51.15], number: 41_002, imei: imei("356307042441021") },
] as const;

interface Made {
  readonly id: number;
}

/** Two releases of a bottle with a tracker each, which drift seaward for two days. */
async function makeStudy(): Promise<void> {
  const { call, teltonikaPort } = server();
  const { id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" });
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", {
    studyId,
    name: "PET bottle",
  });
  for (const { place, position, number, imei: uniqueId } of RELEASES) {
    const code = itemCodeFromNumber(number);
    const releasedAt = new Date(START).toISOString();
    await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
    await call("POST", "/api/v1/releases", {
      ...{ studyId, place, position, releasedAt },
      itemCodes: [code],
    });
    const { id: trackerId } = await call<Made>("POST", "/api/v1/trackers", {
      ...{ studyId, uniqueId, protocol: "teltonika", name: `Tracker ${place}` },
    });
    await call("POST", "/api/v1/deployments", { trackerId, itemCode: code, startedAt: releasedAt });
    const link = new TrackerLink({ host: "127.0.0.1", port: teltonikaPort }, uniqueId);
    for (let part = 0; part < 4; part++)
      await link.send(Array.from({ length: 12 }, (_, at) => record(position, 1 + part * 12 + at)));
    link.close();
  }
}

/** Drifts on, but for six hours in which it lies still. */
function record([east, north]: readonly [number, number], hour: number) {
  const drifted = hour < LIES.from ? hour : Math.max(LIES.from, hour - LIES.hours);
  return {
    time: START + hour * HOUR,
    position: [east + drifted * 0.002, north + drifted * 0.004] as const,
    ...{ altitudeMetres: 2, headingDegrees: 0, satellites: 9, speedKilometresPerHour: 1 },
    io: { batteryMillivolts: 3870 },
  };
}

/** A page of somebody who signed in before: once for all tests. */
async function openMap(device: BrowserContextOptions, path = "/lab/map"): Promise<Page> {
  const page = await open({ ...device, storageState: session });
  await page.goto(`${server().url}${path}`);
  await page.locator("zpr-map-canvas canvas").waitFor();
  return page;
}

const inAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe.skipIf(noBrowser)("the map of the lab", () => {
  beforeAll(async () => {
    await makeStudy();
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("Kaat");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL((url) => !url.pathname.includes("setup"));
    await page.goto(`${server().url}/lab/map`);
    await page.locator("zpr-map-canvas").waitFor();
    session = await page.context().storageState();
    await page.context().close();
  });

  describe.each([
    ["desk", DESK],
    ["phone", PHONE],
  ] as const)("at %s size", (size, device) => {
    const openLegend = async (page: Page) => {
      const legend = page.getByRole("button", { name: "What the map shows" });
      if ((await legend.getAttribute("aria-expanded")) === "false") await legend.click();
    };
    const openList = async (page: Page) => {
      const list = page.locator("aside h2 button");
      if ((await list.getAttribute("aria-expanded")) === "false") await list.click();
    };

    const openBar = async (page: Page) => {
      const bar = page.getByRole("button", { name: "More of time and tide" });
      await bar.waitFor();
      if ((await bar.getAttribute("aria-expanded")) === "false") await bar.click();
    };

    test("colours and layers are chosen, explained, and in the address", async () => {
      const page = await openMap(device);
      await openLegend(page);
      await page.getByLabel("Density of fixes").check();
      await expect.poll(() => inAddress(page, "layers")).toContain("density");
      await page.getByText("few fixes").waitFor();
      await page.getByLabel("Colour journeys by").selectOption("speed");
      await expect.poll(() => inAddress(page, "colour")).toBe("speed");
      await page.getByText("1.5 m/s").waitFor();
      await page.getByLabel("First release").selectOption({ index: 1 });
      await expect.poll(() => inAddress(page, "pair")).toMatch(/^\d+,\d+$/);
      await page.locator("zpr-map-colours li").filter({ hasText: "Hemiksem" }).waitFor();
      await expectAccessible(page);
      await page.goBack();
      await expect.poll(() => inAddress(page, "pair")).toBeNull();
      expect(inAddress(page, "colour")).toBe("speed");
      await page.context().close();
    });

    test("journeys are played, stepped and stopped by keyboard", async () => {
      const page = await openMap(device);
      const player = page.getByRole("region", { name: "Time and playback" });
      await player.waitFor();
      await openBar(page);
      await player.getByText("Tide at Antwerpen").waitFor();
      await player.getByLabel("Speed of playback").selectOption("10000");
      await player.getByRole("button", { name: "Play" }).focus();
      const tracks = page.waitForResponse((response) => response.url().includes("/api/v1/tracks"));
      await page.keyboard.press("Enter");
      expect((await tracks).status()).toBe(200);
      const moment = player.getByLabel("Moment that is shown");
      await expect.poll(async () => Number(await moment.inputValue())).toBeGreaterThan(20);
      await page.keyboard.press("k");
      await player.getByRole("button", { name: "Play" }).waitFor();
      const rested = Number(await moment.inputValue());
      await player.getByRole("button", { name: "Step forward" }).click();
      await expect.poll(async () => Number(await moment.inputValue())).toBeGreaterThan(rested);
      await player.getByText(/after (the last )?high water/).waitFor();
      await expectAccessible(page);
      await player.getByRole("button", { name: "Whole tracks" }).click();
      await player.getByRole("button", { name: "Whole tracks" }).waitFor({ state: "detached" });
      await page.context().close();
    });

    test("a window of time narrows the map and survives in a link", async () => {
      const page = await openMap(device);
      await openBar(page);
      const from = page.locator(".ends input").first();
      await from.focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press("PageUp");
      await expect.poll(() => inAddress(page, "from")).not.toBeNull();
      const address = page.url();
      await page.goto("about:blank");
      await page.goto(address);
      await openBar(page);
      await page.getByRole("button", { name: "All of time" }).click();
      await expect.poll(() => inAddress(page, "from")).toBeNull();
      await page.context().close();
    });

    test("an area becomes a list, and the list a file", async () => {
      const page = await openMap(device, "/lab/map?view=4.40000,51.25000,8.50");
      await openList(page);
      if (size === "desk") {
        await page.getByRole("button", { name: "Draw an area" }).click();
        const box = await page.locator("zpr-map-canvas").boundingBox();
        if (!box) throw new Error("no map");
        await page.mouse.move(box.x + 300, box.y + 60);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width - 80, box.y + box.height - 80, { steps: 4 });
        await page.mouse.up();
      } else await page.getByRole("button", { name: "Keep this view as area" }).click();
      await expect.poll(() => inAddress(page, "box")).not.toBeNull();
      await page.getByRole("heading", { name: /In the area/ }).waitFor();
      await page.getByRole("button", { name: "Tracker Wintam" }).waitFor();
      const name = page.locator("zpr-map-table thead th").filter({ hasText: "Name" });
      const order = () => name.getAttribute("aria-sort");
      await name.getByRole("button").click();
      await expect.poll(order).toBe("ascending");
      const names = page.locator("zpr-map-table tbody th");
      const upwards = await names.allInnerTexts();
      expect(upwards).toEqual(upwards.toSorted((a, b) => a.localeCompare(b, "en")));
      await name.getByRole("button").click();
      await expect.poll(order).toBe("descending");
      expect(await names.allInnerTexts()).toEqual(upwards.toReversed());
      await expectAccessible(page);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save list (CSV)" }).click();
      const csv = await readFile(await (await download).path(), "utf8");
      expect(csv.indexOf("Tracker Wintam")).toBeLessThan(csv.indexOf("Tracker Hemiksem"));
      await page.goBack();
      await expect.poll(() => inAddress(page, "box")).toBeNull();
      await page.context().close();
    });

    test("where items lay is a layer, with a size for how long, a legend and details", async () => {
      const page = await openMap(device, "/lab/map?view=4.45000,51.27000,10.50");
      await openLegend(page);
      await page.getByLabel("Strandings").check();
      await expect.poll(() => inAddress(page, "layers")).toContain("stranding");
      await page.locator("zpr-map-colours").getByText("1 day").waitFor();
      await expectAccessible(page);
      await openList(page);
      const stranding = page.locator("zpr-map-table tr").filter({ hasText: "Stranding" }).first();
      await stranding.getByRole("button").click();
      await expect.poll(() => inAddress(page, "show")).toMatch(/^stranding:/);
      await page.locator("zpr-stranding-facts").getByText("6 hr").waitFor();
      await expectAccessible(page);
      await page.context().close();
    });

    test("journeys have the colours of the tide, with the station that it is predicted for", async () => {
      const page = await openMap(device);
      await openLegend(page);
      const colour = page.getByLabel("Colour journeys by");
      await colour.selectOption("flow");
      await expect.poll(() => inAddress(page, "colour")).toBe("flow");
      const legend = page.locator("zpr-map-colours");
      await legend.getByText("Flood", { exact: true }).waitFor();
      await colour.selectOption("tide");
      await legend.getByText("12.4 h").waitFor();
      await legend.getByText("Predicted for Antwerpen").waitFor();
      await expectAccessible(page);
      await page.context().close();
    });

    test("the way back leads to the view before", async () => {
      const page = await openMap(device, "/lab/map?view=4.40000,51.25000,9.50");
      await openLegend(page);
      await page.getByLabel("Density of fixes").check();
      await expect.poll(() => inAddress(page, "layers")).toContain("density");
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(() => inAddress(page, "view")).toBe("4.40000,51.25000,10.50");
      await page.goBack();
      await expect.poll(() => inAddress(page, "view")).toBe("4.40000,51.25000,9.50");
      await expect.poll(() => inAddress(page, "layers")).toBeNull();
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(() => inAddress(page, "view")).toBe("4.40000,51.25000,10.50");
      await page.context().close();
    });

    test("who asks for reduced motion gets a picture a second", async () => {
      const seen = async (reducedMotion: "reduce" | "no-preference") => {
        const page = await openMap({ ...device, reducedMotion });
        const player = page.getByRole("region", { name: "Time and playback" });
        await player.getByRole("button", { name: "Play" }).click();
        await player.getByRole("button", { name: "Pause" }).waitFor();
        const slider = player.getByLabel("Moment that is shown");
        const moments = new Set<string>();
        for (const end = performance.now() + 3500; performance.now() < end; )
          moments.add(await slider.inputValue());
        await page.context().close();
        return moments.size;
      };
      const calm = await seen("reduce");
      expect(calm).toBeGreaterThan(1);
      expect(calm).toBeLessThan(6);
      expect(await seen("no-preference")).toBeGreaterThan(calm);
    });

    test("the view of a link is the view that opens", async () => {
      const page = await openMap(device, "/lab/map?view=4.40000,51.25000,12.50");
      await expect
        .poll(() => page.locator("aside .count").first().innerText(), { timeout: 10_000 })
        .not.toBe("");
      expect(inAddress(page, "view")).toBe("4.40000,51.25000,12.50");
      await page.context().close();
    });
  });
});
