import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, expect } from "vitest";
import type { RunningServer } from "../running-server.ts";
import { PHONE } from "./browser.ts";

/** Where the finders of these tests stand: Antwerp's quay. */
export const STEENPLEIN = { longitude: 4.3997, latitude: 51.2213, accuracy: 8 };
/** A phone that knows where it is. */
export const ON_THE_BANK = { ...PHONE, geolocation: STEENPLEIN, permissions: ["geolocation"] };

/** A report as researchers read it. */
interface Report {
  readonly id: string;
  readonly itemCode: string;
  readonly position: readonly number[] | null;
  readonly positionSource: string;
  readonly condition: string;
  readonly putBack: string;
  readonly photos: readonly unknown[];
}

/** A study with released items, for finders to find. */
export interface FinderStudy {
  readonly codes: readonly ItemCode[];
  reports(): Promise<readonly Report[]>;
  /** The reports of one item. */
  reportsOf(code: string): Promise<readonly Report[]>;
}

/** One study for a test file, on its server. */
export function useStudy(server: () => RunningServer, count: number): () => FinderStudy {
  let study: FinderStudy;
  beforeAll(async () => {
    const { call } = server();
    const { id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" });
    const type = { studyId, name: "PET bottle" };
    const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
    const codes = Array.from({ length: count }, (_, at) => itemCodeFromNumber(20_001 + at));
    for (const code of codes) await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
    await call("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.309, 51.118],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: codes,
    });
    const list = `/api/v1/sightings?studyId=${studyId}&limit=1000`;
    study = {
      codes,
      reports: () => call<Report[]>("GET", list),
      reportsOf: (code) => call<Report[]>("GET", `${list}&itemCode=${code}`),
    };
  });
  return () => study;
}

interface Made {
  readonly id: number;
}

/** Answers the three questions that a phone cannot answer by itself. */
export async function answer(page: Page, [condition, lies, did]: readonly string[]): Promise<void> {
  for (const name of [condition, lies, did])
    if (name) await page.getByRole("radio", { name }).check();
}

/** Answers all questions in the same way. */
export function answerAll(page: Page): Promise<void> {
  return answer(page, ["Worn", "On the bank", "Put back exactly where it lay"]);
}

/** Taps "Send the report" and waits for the page that says what became of it. */
export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send the report" }).click();
  await page.waitForURL("**/found?report=*");
}

/** Adds a photo from the gallery and waits until it lies on the phone. */
export async function addPhoto(page: Page, buffer: Buffer, n = 1): Promise<void> {
  const file = { name: `bank-${n}.jpg`, mimeType: "image/jpeg", buffer };
  await page.locator("input[type=file][multiple]").setInputFiles(file);
  await page.getByAltText(`Photo ${n}`).waitFor();
}

/** A photo that does not compress well, as those of banks; with metadata when wanted. */
export function photoOf(width: number, exif: Record<string, string> = {}): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const height = Math.round(width * 0.75);
  return sharp({ create: { width, height, channels: 3, background: "#888", noise } })
    .withExif({ IFD3: exif })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** What the page of reports says of one of them, by the code of its item. */
export async function stateOf(page: Page, code: string): Promise<string> {
  const shown = `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
  const card = page.locator("article").filter({ hasText: shown });
  return (await card.locator(".state").innerText()).trim();
}

/** Waits until the service worker has all that a later visit needs; its files come in their order. */
export async function visited(page: Page): Promise<void> {
  const last = "caches.match(document.querySelector('link[rel=stylesheet]').href)";
  await expect.poll(() => page.evaluate<boolean>(`${last}.then(Boolean)`)).toBe(true);
}
