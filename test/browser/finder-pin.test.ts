import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";
import { answerAll, send, useStudy } from "./finder-study.ts";

/** Where the map begins: the place of release, at zoom 11. */
const WINTAM = { longitude: 4.309, latitude: 51.118 };
const DEGREES_A_PIXEL = 360 / (512 * 2 ** 11);

const server = useServer();
const study = useStudy(server, 3);
const open = useBrowser();

describe.skipIf(noBrowser)("the pin on the map", () => {
  /** Opens the map of an item's form, which begins where the item was released. */
  async function openMap(at: number, page: Page): Promise<void> {
    await page.goto(`${server().url}/${study().codes[at] ?? ""}`);
    await page.getByText("Your browser does not tell us the position").waitFor();
    await page.getByText("Released: Wintam").waitFor();
    await page.getByRole("button", { name: "Show it on the map" }).click();
    await pinOf(page).waitFor();
  }

  /** Takes the spot, sends the report and gives the place that it came with. */
  async function reported(at: number, page: Page): Promise<readonly number[]> {
    await page.getByRole("button", { name: "This is the spot" }).click();
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    const [report] = await study().reportsOf(study().codes[at] ?? "");
    expect(report?.positionSource).toBe("map");
    return report?.position ?? [];
  }

  test("is dragged with the mouse, and the map comes only with it", async () => {
    const page = await open(DESK);
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await page.goto(`${server().url}/${study().codes[0] ?? ""}`);
    await page.getByText("Your browser does not tell us the position").waitFor();
    expect(scripts.filter((url) => url.includes("map-canvas"))).toEqual([]);
    await openMap(0, page);
    await expectAccessible(page);
    const [x, y] = await gripOf(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    await page.mouse.move(x + 90, y, { steps: 4 });
    await page.mouse.up();
    const [longitude, latitude] = await reported(0, page);
    expect(longitude).toBeCloseTo(WINTAM.longitude + 90 * DEGREES_A_PIXEL, 3);
    expect(latitude).toBeCloseTo(WINTAM.latitude, 3);
    await page.context().close();
  });

  test("is dragged with a finger, and stands in the middle again", async () => {
    const page = await open(PHONE);
    await openMap(1, page);
    const [x, y] = await gripOf(page);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: object[]) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: points as never });
    await touch("touchStart", { x, y });
    for (const by of [20, 40, 60]) await touch("touchMove", { x: x - by, y });
    await touch("touchEnd");
    await expect.poll(() => gripOf(page)).toEqual([x, y]);
    const [longitude] = await reported(1, page);
    expect(longitude).toBeCloseTo(WINTAM.longitude - 60 * DEGREES_A_PIXEL, 3);
    await page.context().close();
  });

  test("is moved by the arrow keys, which is read out", async () => {
    const page = await open(DESK);
    await openMap(2, page);
    await pinOf(page).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.getByText(/1\.4 km east, now at 51\.1\d+, 4\.3\d+/).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.getByText(/ m north, now at 51\.12\d+, 4\.3\d+/).waitFor();
    await expectAccessible(page);
    const [longitude, latitude = 0] = await reported(2, page);
    expect(longitude).toBeCloseTo(WINTAM.longitude + 60 * DEGREES_A_PIXEL, 3);
    expect(latitude).toBeGreaterThan(WINTAM.latitude);
    await page.context().close();
  });
});

function pinOf(page: Page) {
  return page.getByRole("button", { name: "Pin on the spot" });
}

/** Where a hand takes the pin, in pixels of the window. */
async function gripOf(page: Page): Promise<readonly [number, number]> {
  const box = await pinOf(page).boundingBox();
  if (!box) throw new Error("there is no pin");
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 3)];
}
