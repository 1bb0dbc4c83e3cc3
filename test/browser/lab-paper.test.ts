import { playEvents, registerStudy, scheldtDemo } from "@zpr/simulator";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const ENDS_AT = Date.now();
const SIZES: readonly [string, BrowserContextOptions][] = [
  ["desk", DESK],
  ["phone", PHONE],
];

interface Made {
  readonly id: number;
}

describe.skipIf(noBrowser)("what maps and plots show, for who cannot see them and on paper", () => {
  const { plan, simulation } = scheldtDemo({
    ...{ seed: "paper", endsAt: ENDS_AT, days: 2, items: 4, trackers: 1 },
    studyName: "Scheldt (simulated)",
  });
  const code = plan.trackers[0]?.itemCode ?? "";
  let session: BrowserContextOptions["storageState"];
  let trackerId: number;

  beforeAll(async () => {
    const { url, key, call, teltonikaPort } = server();
    const { studyId } = await registerStudy({ url, key }, plan);
    const gateway = { host: "127.0.0.1", port: teltonikaPort };
    await playEvents({ events: simulation.advance(ENDS_AT), gateway, apiUrl: url });
    const [tracker] = await call<readonly Made[]>("GET", `/api/v1/trackers?studyId=${studyId}`);
    trackerId = tracker?.id ?? 0;
    const itemType = { studyId, name: "Cup" };
    const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", itemType);
    await call("POST", "/api/v1/items/batch", { studyId, itemTypeId, count: 120 });
    const csv = Array.from({ length: 48 }, (_, hour) => {
      const time = new Date(Date.UTC(2026, 6, 1, hour)).toISOString();
      return `${time};${hour === 3 ? "4.25" : "1.00"}`;
    }).join("\n");
    const series = { studyId, name: "Quay", position: [4.3977, 51.2213], csv };
    await call("POST", "/api/v1/water-levels", series);
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill("an@zpr.example");
    await page.getByLabel("Password").fill("four random words here");
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    session = await page.context().storageState();
    await page.context().close();
  });

  async function visit(device: BrowserContextOptions, path: string): Promise<Page> {
    const page = await open({ ...device, ...(session && { storageState: session }) });
    await page.goto(`${server().url}${path}`);
    return page;
  }

  test.each(SIZES)("all of them are tables as well, at %s size", async (_, device) => {
    const page = await visit(device, "/lab/map");
    const list = page.locator("aside h2 button");
    await list.waitFor();
    if ((await list.getAttribute("aria-expanded")) === "false") await list.click();
    await page.getByRole("button", { name: plan.trackers[0]?.name ?? "" }).waitFor();
    await unfold(page);
    const activity = page.getByRole("table", { name: "When something happened" });
    expect(await sumOf(activity.locator("tbody td:nth-child(2)"))).toBeGreaterThan(20);
    await expectAccessible(page);

    await page.goto(`${server().url}/lab/trackers/${trackerId}`);
    await unfold(page);
    const days = page.getByRole("table", { name: "What came of the tracker, day by day" });
    expect(await days.locator("tbody tr").count()).toBe(30);
    expect(await sumOf(days.locator("tbody td:nth-child(2)"))).toBeGreaterThan(20);
    await expectAccessible(page);

    await page.goto(`${server().url}/lab/items/${code}`);
    await page.locator("zpr-way-plot svg").first().waitFor();
    const episodes = page.locator("zpr-way-tab table tbody tr");
    await expect.poll(() => episodes.count()).toBeGreaterThan(0);

    await page.goto(`${server().url}/lab/study/water-levels`);
    await page.getByRole("button", { name: "Plot Quay" }).click();
    await unfold(page);
    const levels = page.getByRole("table", { name: "A week of water levels" });
    const first = levels.getByRole("row").filter({ hasText: "2026-07-01" });
    expect(await first.getByRole("cell").allInnerTexts()).toEqual(
      expect.arrayContaining(["1.00", "4.25"]),
    );
    await expectAccessible(page);
    await page.context().close();
  });

  test.each([
    ["/lab/items", "zpr-list table", 2],
    ["/lab/map", "zpr-map-table table", 1],
    [`/lab/items/${code}`, "zpr-way-tab table", 2],
    ["/lab/trackers", "zpr-tracker-table table", 1],
  ])("%s is printed whole, without what only a screen can do", async (path, table, leastSheets) => {
    const page = await visit(DESK, path);
    await page.locator(table).first().waitFor();
    await page.emulateMedia({ media: "print" });
    const frame = page.locator("zpr-lab-frame");
    expect(await frame.locator(".l-bar").isVisible()).toBe(false);
    expect(await frame.locator(".l-nav").isVisible()).toBe(false);
    expect(await page.locator(table).first().isVisible()).toBe(true);
    const main = "document.querySelector('.l-main')";
    expect(await page.evaluate(`getComputedStyle(${main}).overflow`)).toBe("visible");
    const pdf = (await page.pdf({ format: "A4", landscape: true })).toString("latin1");
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThanOrEqual(leastSheets);
    await page.context().close();
  });

  test("a map comes to paper as a picture, which lies there while it is printed", async () => {
    const page = await visit(DESK, "/lab/map");
    await page.locator(".maplibregl-canvas").waitFor();
    await expect
      .poll(async () => {
        await page.evaluate("dispatchEvent(new Event('beforeprint'))");
        return page.evaluate<number>(`(${coloursOf})(document.querySelector('.map-still'))`);
      })
      .toBeGreaterThan(1);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator(".map-still").count()).toBe(0);
    await page.context().close();
  });
});

/** How many colours a canvas has in a grid of places; one when nothing is drawn. In the browser. */
const coloursOf = `(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4 * 997) colours.add(data.slice(at, at + 4).join());
  return colours.size;
}`;

/** Opens the table behind a plot. */
async function unfold(page: Page): Promise<void> {
  await page.locator("zpr-as-table summary").first().click();
}

async function sumOf(cells: ReturnType<Page["locator"]>): Promise<number> {
  await cells.first().waitFor();
  const texts = await cells.allInnerTexts();
  return texts.reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0);
}
