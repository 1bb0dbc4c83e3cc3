import { randomUUID } from "node:crypto";
import type { ItemCode } from "@zpr/model";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect } from "vitest";
import type { RunningServer } from "../running-server.ts";
import { DESK } from "./browser.ts";
import { photoOf } from "./finder-study.ts";

const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";

interface Made {
  readonly id: number;
}

/** A report as researchers read it. */
export interface Report {
  readonly id: string;
  readonly review: string;
  readonly itemCode: string;
  readonly condition: string;
  readonly mergedInto: string | null;
  readonly question: string;
  readonly photos: readonly { readonly hidden: boolean; readonly blur: readonly unknown[] }[];
}

interface Parts {
  readonly server: () => RunningServer;
  readonly open: (options: BrowserContextOptions) => Promise<Page>;
  /** Released items; reports are of the first unless they say otherwise. */
  readonly codes: readonly [ItemCode, ...ItemCode[]];
}

/** A study with reports to review, and pages of the lab of somebody who may. */
export function useReview({ server, open, codes }: Parts) {
  let studyId: number;
  let hour = 0;
  let session: BrowserContextOptions["storageState"];

  beforeAll(async () => {
    await makeAccount(server(), await open(DESK));
    session = await signedIn(server(), await open(DESK));
    studyId = await makeStudy(server(), codes);
  });

  const told = (id: string) => server().call<Report>("GET", `/api/v1/sightings/${id}`);
  async function lab(device: BrowserContextOptions, path: string): Promise<Page> {
    const page = await open({ ...device, ...(session && { storageState: session }) });
    const [where, query = ""] = path.split("?");
    await page.goto(`${server().url}${where}?study=${studyId}&${query}`);
    return page;
  }
  return {
    studyId: () => studyId,
    told,
    /** Waits until a report is so. */
    become: (id: string, what: Partial<Report>) =>
      expect.poll(() => told(id), { timeout: 20_000 }).toMatchObject(what),
    /** A page of the lab. */
    lab,
    /** The page of one report. */
    async review(device: BrowserContextOptions, id: string): Promise<Page> {
      const page = await lab(device, `/lab/sightings/${id}`);
      await page.getByRole("heading", { name: "What counts" }).waitFor();
      return page;
    },
    /** A finder's report, each an hour earlier than the one before. */
    async report(more: object = {}, code: ItemCode = codes[0]): Promise<string> {
      const id = randomUUID();
      hour += 1;
      const body = {
        id,
        seenAt: new Date(Date.now() - hour * 3_600_000).toISOString(),
        position: [4.3105 + hour / 500, 51.13],
        accuracyMetres: 60,
        positionSource: "gps",
        surroundings: "bank",
        condition: "worn",
        putBack: "put-back",
        locale: "en",
        ...more,
      };
      await server().call("POST", `/api/v1/items/${code}/sightings`, body);
      return id;
    },
    /** Gives a report a photo. */
    async pictured(id: string): Promise<string> {
      const answer = await fetch(`${server().url}/api/v1/sightings/${id}/photos/1`, {
        method: "PUT",
        headers: { "content-type": "image/jpeg" },
        body: new Uint8Array(await photoOf(800)),
      });
      expect(answer.status).toBe(201);
      return id;
    },
  };
}

async function makeAccount({ setupLink }: RunningServer, page: Page): Promise<void> {
  await page.goto(setupLink ?? "");
  await page.getByLabel("Your name").fill("An Onderzoeker");
  await page.getByLabel("E-mail address").fill(EMAIL);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL((now) => now.href !== setupLink);
  await page.context().close();
}

/** What a browser knows of somebody who signed in. */
async function signedIn({ url }: RunningServer, page: Page) {
  await page.goto(`${url}/lab/sightings`);
  await page.getByLabel("E-mail address").fill(EMAIL);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/lab/sightings**");
  const session = await page.context().storageState();
  await page.context().close();
  return session;
}

async function makeStudy({ call }: RunningServer, itemCodes: readonly ItemCode[]): Promise<number> {
  const { id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" });
  const type = { studyId, name: "PET bottle" };
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
  for (const code of itemCodes) await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
  await call("POST", "/api/v1/releases", {
    studyId,
    place: "Wintam",
    position: [4.309, 51.118],
    releasedAt: new Date(Date.now() - 30 * 86_400_000).toISOString(),
    itemCodes,
  });
  return studyId;
}
