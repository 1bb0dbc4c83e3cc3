import { itemCodeFromNumber } from "@zpr/model";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import {
  expectAccessible,
  foreignRequests,
  noBrowser,
  PHONE,
  picture,
  useBrowser,
} from "./browser.ts";
import {
  addPhoto,
  answer,
  answerAll,
  ON_THE_BANK,
  photoOf,
  STEENPLEIN,
  send,
  useStudy,
} from "./finder-study.ts";

/** 51° 7' 5" N, 4° 18' 32.4" E: Wintam, 13 km up the river from where these finders stand. */
const TAKEN_AT_WINTAM = {
  GPSLatitudeRef: "N",
  GPSLatitude: "51/1 7/1 5/1",
  GPSLongitudeRef: "E",
  GPSLongitude: "4/1 18/1 324/10",
};

const server = useServer();
const study = useStudy(server, 6);
const open = useBrowser();

async function formOf(at: number, page: Page): Promise<string> {
  const code = study().codes[at] ?? "";
  await page.goto(`${server().url}/${code}`);
  return code;
}

describe.skipIf(noBrowser)("a finder on the bank", () => {
  test("types the code, with a slip that is told at once and corrected with one tap", async () => {
    const page = await open(PHONE);
    const code = study().codes[0] ?? "";
    await page.goto(server().url);
    await expectAccessible(page);
    const field = page.getByLabel("Code on the label");
    await field.fill(`${code.slice(0, 5).toLowerCase()}z`);
    await page.getByText("please compare the code with the label").waitFor();
    await page.getByRole("button", { name: "Did you mean" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Did you mean" }).click();
    await page.waitForURL(`**/${code}`);
    await page.context().close();
  });

  test("reports an item with four taps, sees its journey and gets a card to share", async () => {
    const page = await open(ON_THE_BANK);
    const foreign = foreignRequests(page, server().url);
    const code = await formOf(0, page);
    await page.getByText("Position found").waitFor();
    await expectAccessible(page);
    await picture(page, "finder");
    await answerAll(page);
    await send(page);
    await page.getByText("Wintam").first().waitFor();
    await page.getByText("You are the very first to find this piece!").waitFor();
    await page.getByRole("img", { name: /^Card: I found/ }).waitFor();
    await expectAccessible(page);
    await picture(page, "found");
    await page.getByRole("button", { name: "Show the map" }).click();
    await page.locator("zpr-journey-view zpr-map-canvas canvas").waitFor();
    await expectAccessible(page);
    const [report] = await study().reportsOf(code);
    expect(report).toMatchObject({ condition: "worn", putBack: "put-back", positionSource: "gps" });
    expect(report?.position).toEqual([STEENPLEIN.longitude, STEENPLEIN.latitude]);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save the picture" }).click();
    const card = await sharp(await (await download).path()).metadata();
    expect(card).toMatchObject({ format: "png", width: 1080, height: 1350 });
    expect(foreign).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test("who refuses the position shows the spot on the map, with buttons as well", async () => {
    const page = await open(PHONE);
    const code = await formOf(1, page);
    await page.getByText("Your browser does not tell us the position").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Show it on the map" }).click();
    await page.getByRole("button", { name: "Move the map north" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "This is the spot" }).click();
    await page.getByText("Spot shown on the map").waitFor();
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    const [report] = await study().reportsOf(code);
    expect(report).toMatchObject({ positionSource: "map" });
    // It begins where the item was released.
    expect(report?.position?.[1]).toBeGreaterThan(51.12);
    expect(report?.position?.[1]).toBeLessThan(51.3);
    await page.context().close();
  });

  test("who has no place at all can say so", async () => {
    const page = await open(PHONE);
    const code = await formOf(2, page);
    await page.getByRole("button", { name: "I cannot give a place" }).click();
    await answer(page, ["As new", "On the beach", "Took it along"]);
    await page.getByLabel("Anything else?").fill("Under the bridge of Temse");
    await send(page);
    await page.getByText("bring it back to the exact spot").waitFor();
    await expect.poll(() => study().reportsOf(code)).toMatchObject([{ position: null }]);
    await page.context().close();
  });

  test("is offered the place of a photo that was taken elsewhere; the photo loses it on the phone", async () => {
    // Else the service worker may be the one who sends, and a page does not see what that asks.
    const page = await open({ ...ON_THE_BANK, serviceWorkers: "block" });
    const code = await formOf(3, page);
    await page.getByText("Position found").waitFor();
    await addPhoto(page, await photoOf(2600, TAKEN_AT_WINTAM));
    await page.getByText("The photo was taken 13.1 km away").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use the photo’s place" }).click();
    await page.getByText("Place taken from the photo").waitFor();
    await answerAll(page);
    const sending = page.waitForRequest((request) => request.method() === "PUT");
    await send(page);
    const sent = await sharp((await sending).postDataBuffer() ?? undefined).metadata();
    expect(sent).toMatchObject({ width: 2048, height: 1536 });
    expect(sent.exif).toBeUndefined();
    await expect.poll(() => study().reportsOf(code)).toMatchObject([{ photos: [{ n: 1 }] }]);
    const [report] = await study().reportsOf(code);
    expect(report?.positionSource).toBe("photo");
    expect(report?.position?.[1]).toBeCloseTo(51.1181, 3);
    await page.context().close();
  });

  test("finds the answers and the photo again when the camera has ended the page", async () => {
    const page = await open(ON_THE_BANK);
    await formOf(4, page);
    await page.getByText("Position found").waitFor();
    await answerAll(page);
    await addPhoto(page, await photoOf(600));
    await page.reload();
    await page.getByText("All set.").waitFor();
    await page.getByAltText("Photo 1").waitFor();
    await page.context().close();
  });

  test("can read all with text twice as large, and has one column on any phone", async () => {
    const page = await open({ ...ON_THE_BANK, locale: "fr" });
    await formOf(5, page);
    await page.getByText("Position trouvée").waitFor();
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    expect(wide).toBeLessThanOrEqual(PHONE.viewport.width);
    await page.context().close();
  });

  test("can hold the phone sideways: nothing stays in the way of what is read", async () => {
    const page = await open({ ...ON_THE_BANK, viewport: { width: 844, height: 390 } });
    await formOf(5, page);
    await page.getByText("Position found").waitFor();
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    expect(wide).toBeLessThanOrEqual(844);
    await page.getByRole("button", { name: "Show it on the map" }).click();
    const map = await page.locator("zpr-map-canvas").boundingBox();
    const pin = await page.getByRole("button", { name: "Pin on the spot" }).boundingBox();
    const south = await page.getByRole("button", { name: "Move the map south" }).boundingBox();
    // The tip of the pin, and the lowest button, lie within what is seen of the map.
    expect((pin?.y ?? 0) + 60).toBeCloseTo((map?.y ?? 0) + (map?.height ?? 0) / 2, 0);
    expect((south?.y ?? 0) + 44).toBeLessThan((map?.y ?? 0) + (map?.height ?? 0));
    expect(map?.height).toBeLessThan(300);
    const bar = "getComputedStyle(document.querySelector('.send')).position";
    expect(await page.evaluate<string>(bar)).toBe("static");
    await page.context().close();
  });

  test("sees what is chosen where the system's own colours rule", async () => {
    const page = await open({ ...ON_THE_BANK, forcedColors: "active" });
    await formOf(5, page);
    await page.getByText("Position found").waitFor();
    await answerAll(page);
    const chosen = page.locator("label.chosen");
    await expect.poll(() => chosen.count()).toBe(3);
    for (const label of await chosen.all())
      expect(await label.locator(".tick").isVisible()).toBe(true);
    await page.context().close();
  });

  test("reads what becomes of personal data, in each language", async () => {
    for (const [locale, words] of [
      ["en", "Privacy in plain words"],
      ["nl", "Privacy in gewone woorden"],
      ["fr", "Vie privée, en mots simples"],
      ["de", "Datenschutz in einfachen Worten"],
    ] as const) {
      const page = await open({ ...PHONE, locale });
      await page.goto(`${server().url}/privacy`);
      await page.getByRole("heading", { level: 1, name: words }).waitFor();
      await expect.poll(() => page.getByRole("heading", { level: 2 }).count()).toBe(6);
      if (locale === "en") await expectAccessible(page);
      await page.context().close();
    }
  });

  test("is answered kindly when the code belongs to nothing, and may report it all the same", async () => {
    const page = await open(PHONE);
    await page.goto(`${server().url}/${itemCodeFromNumber(31_999_999)}`);
    await page.getByRole("heading", { name: "We do not know this code" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "I cannot give a place" }).click();
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    await page.context().close();
  });
});
