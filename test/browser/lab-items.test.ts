import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";
const SHEET = [
  "code;name;type;mass (g);release place;released at;longitude;latitude;colour",
  "generate;bottle 1;Bottle;24,5;Temse;03/05/2026 10:00;4,2136;51,1281;yellow",
  "generate;bottle 2;Bottle;heavy;Temse;03/05/2026 10:00;4,2136;51,1281;yellow",
].join("\n");

interface Made {
  readonly id: number;
}

interface Item extends Made {
  readonly code: string;
  readonly status: string;
}

describe.skipIf(noBrowser)("an editor among items and releases", () => {
  let studyId: number;
  let itemTypeId: number;

  beforeAll(async () => {
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    await page.context().close();
    const { call } = server();
    ({ id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" }));
    await call("POST", `/api/v1/studies/${studyId}/members`, { email: EMAIL, role: "editor" });
    const type = { studyId, name: "PET bottle", massGrams: 24 };
    ({ id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type));
  });

  async function visit(device: typeof DESK | typeof PHONE, path: string): Promise<Page> {
    const page = await open(device);
    await page.goto(`${server().url}${path}`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`**${path}**`);
    return page;
  }

  function makeItems(count: number): Promise<readonly Item[]> {
    return server().call("POST", "/api/v1/items/batch", { studyId, itemTypeId, count });
  }

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])(
    "generates codes, prints their labels, marks them lost and takes that back, at %s size",
    async (size, device) => {
      const page = await visit(device, "/lab/items");
      await page.getByRole("button", { name: "Generate codes" }).click();
      await page.getByLabel("How many (at most 2000)").fill("120");
      await expectAccessible(page);
      await page.getByRole("button", { name: "Generate", exact: true }).click();
      await page.getByText("120 chosen").waitFor();
      await page.getByText(size === "desk" ? "1–50 of 120" : "1–50 of 240").waitFor();
      await expectAccessible(page);

      const [labels] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Print labels" }).click(),
      ]);
      expect(labels.suggestedFilename()).toBe(`labels-${studyId}.pdf`);
      await page.getByText("120 labels are in the file.").waitFor();

      await page.getByRole("button", { name: "Choose none" }).click();
      const rows = page.locator("zpr-list tbody tr, zpr-list li");
      await rows.getByRole("checkbox").first().check();
      await page.getByRole("button", { name: "Mark as lost" }).click();
      await page.getByText("1 item is marked as lost.").waitFor();
      await page.getByLabel("Status").selectOption("lost");
      await expect.poll(() => rows.count()).toBe(1);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("1 item is as it was.").waitFor();
      await page.getByText("Nothing matches.").waitFor();
      await page.context().close();
    },
  );

  test("finds a list again by its address, and takes away what is shown", async () => {
    await makeItems(60);
    const page = await visit(DESK, "/lab/items");
    await page.getByLabel("Status").selectOption("not-released");
    await page.getByRole("button", { name: "Code", exact: true }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText(/^51–/).waitFor();
    await page.reload();
    await page.getByText(/^51–/).waitFor();
    expect(await page.getByLabel("Status").inputValue()).toBe("not-released");
    expect(await page.getByRole("columnheader", { name: "Code" }).getAttribute("aria-sort")).toBe(
      "ascending",
    );
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    expect(table.suggestedFilename()).toBe("items.csv");
    await page.context().close();
  });

  test("is shown both versions of an item that somebody changed meanwhile", async () => {
    const [item] = await makeItems(1);
    const page = await visit(DESK, `/lab/items?items.q=${item?.code}`);
    await page.getByRole("button", { name: `Edit ${item?.code}` }).click();
    await page.getByLabel("Name (for researchers)").fill("Mine");
    await server().call("PATCH", `/api/v1/items/${item?.code}`, { name: "Theirs" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Somebody changed this in the meantime").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep mine" }).click();
    await page.getByText("Mine", { exact: true }).first().waitFor();
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("makes a type of items, at %s size", async (size, device) => {
    const page = await visit(device, "/lab/item-types");
    await page.getByRole("button", { name: "New type" }).click();
    await page.getByLabel("Name", { exact: true }).fill(`Cup of ${size}`);
    await page.getByLabel("Mass (g)").fill("6.5");
    await page.getByRole("combobox", { name: "Buoyancy" }).selectOption("floats");
    await page.getByLabel("J-code", { exact: true }).fill("J227");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(`Cup of ${size}`).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("sees what a sheet would do, then brings it in, at %s size", async (size, device) => {
    const page = await visit(device, "/lab/import");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "items.csv", mimeType: "text/csv", buffer: sheetOf(size) });
    await page.getByText("1 in error, left out.").waitFor();
    await page.getByText("“heavy” is no number above zero.").waitFor();
    await page.getByText("colour").waitFor();
    await expectAccessible(page);
    await page.getByLabel("Outcome").selectOption("error");
    await page.getByRole("button", { name: "Bring in 1 row" }).click();
    await page.getByText("Done", { exact: true }).waitFor();
    await expectAccessible(page);
    await page.goto(`${server().url}/lab/items?items.q=${size} 1`);
    await page.getByText(`${size} 1`).first().waitFor();
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])(
    "exports tables by a job that is still there after a reload, at %s size",
    async (_, device) => {
      const page = await visit(device, "/lab/jobs");
      await page.getByLabel("Until (UTC)").fill("2026-01-01T00:00");
      await page.getByLabel("From (UTC)").fill("2026-02-01T00:00");
      await page.getByRole("button", { name: "Begin the export" }).click();
      await page.getByText("The end must come after the beginning.").waitFor();
      await page.getByLabel("Until (UTC)").fill("");
      await page.getByRole("button", { name: "Begin the export" }).click();
      const file = page.getByRole("link", { name: /\.zip/ }).first();
      await file.waitFor();
      await expectAccessible(page);
      await page.reload();
      await file.waitFor();
      const [zip] = await Promise.all([page.waitForEvent("download"), file.click()]);
      expect(zip.suggestedFilename()).toMatch(/\.zip$/);
      await page.context().close();
    },
  );

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("edits and ends a release, and puts items in and out, at %s size", async (size, device) => {
    const [item, other] = await makeItems(2);
    const release = await server().call<Made>("POST", "/api/v1/releases", {
      studyId,
      place: `Wintam ${size}`,
      position: [4.309, 51.118],
      releasedAt: new Date(Date.now() - 3_600_000).toISOString(),
      itemCodes: [item?.code],
    });
    const page = await visit(device, "/lab/releases");
    await page.getByRole("link", { name: `Wintam ${size}` }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: `Wintam ${size}` }).click();
    await page.waitForURL(`**/lab/releases/${release.id}**`);
    await page.locator("zpr-map-canvas canvas").waitFor();
    await page
      .getByText(/high water/i)
      .first()
      .waitFor();
    await expectAccessible(page);

    await page.getByLabel("Codes to add").fill(other?.code ?? "");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("Added.").waitFor();
    await page.getByLabel(`Choose ${item?.code}`).check();
    await page.getByRole("button", { name: "Take 1 item out" }).click();
    await page.getByText("Taken out.").waitFor();
    await page.getByRole("button", { name: "End it now" }).click();
    await page.getByText("The release has ended.").waitFor();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.getByLabel("Note").fill("From the pontoon");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("From the pontoon").waitFor();
    const kept = await server().call<object>("GET", `/api/v1/releases?studyId=${studyId}`);
    expect(kept).toContainEqual(
      expect.objectContaining({
        id: release.id,
        itemCodes: [other?.code],
        note: "From the pontoon",
      }),
    );
    await page.context().close();
  });

  test("has all of it within one place of the phone's bar", async () => {
    const page = await visit(PHONE, "/lab/items");
    await page.getByRole("link", { name: "Releases" }).click();
    await page.waitForURL("**/lab/releases**");
    const place = page.getByRole("navigation", { name: "Pages of the lab" });
    expect(await place.getByRole("link").count()).toBe(6);
    expect(await place.locator("[aria-current=page]").innerText()).toBe("Items");
    await page.context().close();
  });
});

/** The sheet with names of its own: names are unique in a study. */
function sheetOf(name: string): Buffer {
  return Buffer.from(SHEET.replaceAll("bottle", name).replaceAll("Bottle", `Bottle of ${name}`));
}
