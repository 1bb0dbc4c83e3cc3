import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemCodeFromNumber } from "@zpr/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { expectAccessible, foreignRequests, noBrowser, PHONE, useBrowser } from "./browser.ts";
import { filmQrCode } from "./fake-camera.ts";

const code = itemCodeFromNumber(20_001);
const folder = mkdtempSync(join(tmpdir(), "zpr-camera-"));
const film = join(folder, "label.y4m");
const server = useServer();
const open = useBrowser(
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
);

const WASM = /\/media\/zxing_reader-[\w-]+\.wasm$/;
/** The addresses of all that the service worker keeps. */
const KEPT = `(async () => {
  const kept = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
  return kept;
})()`;

describe.skipIf(noBrowser)("the scanner", () => {
  beforeAll(() => filmQrCode(`https://zpr.example/${code}`, film));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("reads the QR code of a label through the camera, and asks nobody else for help", async () => {
    const page = await open({ ...PHONE, permissions: ["camera"] });
    const foreign = foreignRequests(page, server().url);
    await page.goto(server().url);
    await page.getByRole("button", { name: "Scan the QR code" }).click();
    await page.waitForURL(`**/${code}`);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  test("works without a network after one visit without a scan", async () => {
    const page = await open({ ...PHONE, permissions: ["camera"] });
    await page.goto(server().url);
    await page.getByRole("button", { name: "Scan the QR code" }).waitFor();
    await expect
      .poll(() => page.evaluate<readonly string[]>(KEPT))
      .toContainEqual(expect.stringMatching(WASM));
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole("button", { name: "Scan the QR code" }).click();
    await page.waitForURL(`**/${code}`);
    await page.context().close();
  });

  test("costs nothing ahead where data are dear", async () => {
    const page = await open(PHONE);
    await page.addInitScript(
      "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
    );
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(server().url);
    await page.evaluate("navigator.serviceWorker.ready");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => WASM.test(url))).toEqual([]);
    await page.context().close();
  });

  test("tells who has no camera to type the code", async () => {
    const page = await open(PHONE);
    await page.addInitScript("navigator.mediaDevices.getUserMedia = undefined");
    await page.goto(server().url);
    await page.getByRole("button", { name: "Scan the QR code" }).click();
    await page.getByText("Please type the code").waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
