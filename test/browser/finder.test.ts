import { itemCodeFromNumber } from "@zpr/model";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { expectAccessible, noBrowser, PHONE, picture, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const STEENPLEIN = { longitude: 4.3997, latitude: 51.2213, accuracy: 8 };
const ON_THE_BANK = { ...PHONE, geolocation: STEENPLEIN, permissions: ["geolocation"] };
const code = itemCodeFromNumber(20_001);

function choose(page: Page, answer: string): Promise<void> {
  return page.getByRole("radio", { name: answer }).check();
}

interface Made {
  readonly id: number;
}

interface Report {
  readonly itemCode: string;
  readonly position: readonly number[];
  readonly condition: string;
  readonly putBack: string;
  readonly photos: readonly unknown[];
}

describe.skipIf(noBrowser)("a finder on the bank", () => {
  let studyId: number;

  beforeAll(async () => {
    const { call } = server();
    ({ id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" }));
    const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", {
      studyId,
      name: "PET bottle",
    });
    await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
    await call("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.309, 51.118],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: [code],
    });
  });

  const reports = () => server().call<Report[]>("GET", `/api/v1/sightings?studyId=${studyId}`);

  test("types the code, with a slip that is told at once", async () => {
    const page = await open(PHONE);
    await page.goto(server().url);
    await expectAccessible(page);
    const field = page.getByLabel("Code on the label");
    await field.fill(`${code.slice(0, 5)}${code[5] === "0" ? "1" : "0"}`);
    await page
      .getByText(/compare/i)
      .first()
      .waitFor();
    await field.fill(code.toLowerCase());
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(`**/${code}`);
    await page.context().close();
  });

  test("reports an item with five taps, and sees its journey", async () => {
    const page = await open(ON_THE_BANK);
    await page.goto(`${server().url}/${code}`);
    await page.getByText("Position found").waitFor();
    await expectAccessible(page);
    await picture(page, "finder");
    await choose(page, "Worn");
    await choose(page, "On the bank");
    await choose(page, "Put back exactly where it lay");
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.waitForURL("**/found**");
    await page.getByText("Wintam").first().waitFor();
    await expectAccessible(page);
    await picture(page, "found");
    const [report] = await reports();
    expect(report).toMatchObject({ itemCode: code, condition: "worn", putBack: "put-back" });
    expect(report?.position).toEqual([STEENPLEIN.longitude, STEENPLEIN.latitude]);
    await page.context().close();
  });

  test("reports without a network, with a photo; it is sent when the network is back", async () => {
    const page = await open(ON_THE_BANK);
    await page.goto(`${server().url}/${code}`);
    await page.getByText("Position found").waitFor();
    const photo = await sharp({
      create: { width: 3000, height: 2000, channels: 3, background: "#e4ff1a" },
    })
      .jpeg()
      .toBuffer();
    await page.context().setOffline(true);
    await choose(page, "A piece of it");
    await choose(page, "Among plants");
    await choose(page, "Did not touch it");
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "bank.jpg", mimeType: "image/jpeg", buffer: photo });
    await page.getByAltText(/photo/i).first().waitFor();
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.waitForURL("**/found**");
    expect(await reports()).toHaveLength(1);

    await page.context().setOffline(false);
    await expect
      .poll(
        async () =>
          (await reports()).find((report) => report.putBack === "not-touched")?.photos.length,
        { timeout: 90_000 },
      )
      .toBe(1);
    await page.context().close();
  });

  test("is answered kindly when the code belongs to nothing", async () => {
    const page = await open(PHONE);
    await page.goto(`${server().url}/${itemCodeFromNumber(31_999_999)}`);
    await page
      .getByText(/do not know|not know|unknown|no item/i)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
