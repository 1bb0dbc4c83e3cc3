import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";

const SCHELDT = [
  [4.0, 51.0],
  [4.1, 51.05],
  [4.25, 51.1],
  [4.3, 51.2],
];
const RUPEL = [
  [4.4, 51.1],
  [4.25, 51.1],
];
/** The branch is drawn upstream, as in many a file. */
const FILE = JSON.stringify({
  type: "FeatureCollection",
  features: [SCHELDT, RUPEL.toReversed()].map((coordinates, at) => ({
    type: "Feature",
    properties: { name: ["Scheldt", "Rupel"][at] },
    geometry: { type: "LineString", coordinates },
  })),
});

interface River {
  readonly id: number;
  readonly name: string;
  readonly lineCount: number;
  readonly mouth: unknown;
  readonly sections: readonly { readonly name: string; readonly toKilometre: number }[];
}

describe.skipIf(noBrowser)("an editor in the tab River", () => {
  let studyId: number;

  beforeAll(async () => {
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    await page.context().close();
    const { id } = await server().call<River>("POST", "/api/v1/studies", { name: "Scheldt" });
    studyId = id;
    const member = { email: EMAIL, role: "owner" };
    await server().call("POST", `/api/v1/studies/${studyId}/members`, member);
  });

  async function visit(device: typeof DESK | typeof PHONE): Promise<Page> {
    const page = await open(device);
    await page.goto(`${server().url}/lab/study/river`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/lab/study/river**");
    return page;
  }

  function rivers(): Promise<readonly River[]> {
    return server().call<readonly River[]>("GET", `/api/v1/rivers?studyId=${studyId}`);
  }

  test.each([
    ["phone", PHONE],
    ["desk", DESK],
  ])(
    "uploads a file, is told what is wrong with it, and mends it before it is kept, at %s size",
    async (_, device) => {
      for (const { id } of await rivers()) await server().call("DELETE", `/api/v1/rivers/${id}`);
      const page = await visit(device);
      await page.getByText("No river yet").waitFor();
      await expectAccessible(page);
      await page
        .getByLabel("Upload GeoJSON")
        .setInputFiles({ name: "scheldt.geojson", mimeType: "", buffer: Buffer.from(FILE) });
      await page.getByText("so it is not clear where the mouth is").waitFor();
      expect(await page.getByRole("button", { name: "Save the river" }).isDisabled()).toBe(true);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Reverse line 2" }).click();
      await page.getByText("This is a sound river").waitFor();
      await page.getByText("flows into line 1").waitFor();
      await page.getByLabel("Name of the river").fill("Zeeschelde");
      await page.getByRole("button", { name: "Save the river" }).click();
      await page.getByRole("heading", { name: "Zeeschelde" }).waitFor();
      await expectAccessible(page);
      expect(await rivers()).toMatchObject([{ name: "Zeeschelde", lineCount: 2 }]);
      await page.context().close();
    },
  );

  test("names sections by kilometre, changes one and deletes it when asked twice", async () => {
    const page = await visit(DESK);
    await page.getByText("No sections yet.").waitFor();
    await page.getByLabel("Name of the section").fill("Upper");
    await page.getByLabel("From km").fill("5");
    await page.getByLabel("To km").fill("2");
    await page.getByRole("button", { name: "Add the section" }).click();
    await page.getByText("A section begins before it ends").waitFor();
    await page.getByLabel("To km").fill("12");
    await page.getByRole("button", { name: "Add the section" }).click();
    await page.getByRole("button", { name: "Change Upper" }).click();
    await page.getByRole("heading", { name: "Change Upper" }).waitFor();
    await page.getByLabel("To km").fill("14.5");
    await page.getByRole("button", { name: "Save the section" }).click();
    await page.getByRole("cell", { name: "14.5" }).waitFor();
    await expectAccessible(page);
    expect((await rivers())[0]?.sections).toMatchObject([{ name: "Upper", toKilometre: 14.5 }]);
    await page.getByRole("button", { name: "Delete Upper" }).click();
    await page.getByRole("button", { name: "Really delete Upper" }).click();
    await page.getByText("No sections yet.").waitFor();
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("draws a line on the map and sees it in numbers, at %s size", async (_, device) => {
    const page = await visit(device);
    await page.getByRole("button", { name: "Draw a river" }).click();
    await page.getByText("No line yet.").waitFor();
    const map = page.locator(".maplibregl-canvas");
    await page.locator('[aria-pressed="true"]', { hasText: "Draw a line" }).waitFor();
    const box = await map.boundingBox();
    if (!box) throw new Error("the map has no place");
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    for (const [x, y] of [at(0.3, 0.3), at(0.5, 0.5), at(0.7, 0.5), at(0.7, 0.5)]) {
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
      await page.waitForTimeout(350);
    }
    await page.getByText("This is a sound river").waitFor();
    await page.getByRole("button", { name: "Corners of line 1" }).click();
    const corners = page.getByRole("button", { name: /^Delete corner/ });
    await expect.poll(() => corners.count()).toBe(3);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("No line yet.").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await rivers()).toHaveLength(1);
    await page.context().close();
  });

  test("draws with keys alone, and is shown both versions when somebody was faster", async () => {
    const page = await visit(DESK);
    await page.getByRole("button", { name: "Edit lines" }).click();
    await page.getByRole("button", { name: "Corners of line 1" }).press("Enter");
    await page.getByRole("button", { name: "Add a corner after 1" }).press("Enter");
    const longitude = page.getByLabel("Longitude of corner 2");
    await longitude.fill("4.04");
    await longitude.press("Tab");
    await page.getByText("This is a sound river").waitFor();
    const [river] = await rivers();
    const geoJson = JSON.parse(FILE);
    geoJson.features.pop();
    await server().call("PUT", `/api/v1/rivers/${river?.id}`, { name: "Escaut", geoJson });
    await page.getByRole("button", { name: "Save the river" }).click();
    const dialog = page.locator("ion-modal");
    await dialog.getByText("Escaut", { exact: true }).waitFor();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await page.getByRole("heading", { name: "Zeeschelde" }).waitFor();
    expect(await rivers()).toMatchObject([{ name: "Zeeschelde", lineCount: 2 }]);
    await page.context().close();
  });

  test("has everything on a phone, and deletes a river when asked twice", async () => {
    const page = await visit(PHONE);
    await page.getByRole("heading", { name: "Zeeschelde" }).waitFor();
    await page.getByRole("button", { name: "Edit lines" }).click();
    await page.getByText("This is a sound river").waitFor();
    await page.getByLabel("Longitude", { exact: true }).last().fill("4.0");
    await page.getByLabel("Longitude", { exact: true }).last().press("Tab");
    await page.getByLabel("Latitude", { exact: true }).last().fill("51.0");
    await page.getByLabel("Latitude", { exact: true }).last().press("Tab");
    await page.getByLabel("Kilometre there").fill("100");
    await page.getByLabel("Kilometre there").press("Tab");
    await expectAccessible(page);
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole("button", { name: "Save the river" }).click();
    await page.getByRole("cell", { name: "100", exact: true }).waitFor();
    await expectAccessible(page);
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole("button", { name: "Delete Zeeschelde" }).click();
    await page.getByRole("button", { name: "Really delete Zeeschelde" }).click();
    await page.getByText("No river yet").waitFor();
    expect(await rivers()).toEqual([]);
    await page.context().close();
  });
});

function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
}
