import { randomUUID } from "node:crypto";
import { imei } from "@zpr/model";
import { playEvents, registerStudy, scheldtDemo, TrackerLink } from "@zpr/simulator";
import type { Browser, BrowserContextOptions } from "playwright-core";
import sharp from "sharp";
import { type RunningServer, startOwnServer } from "../../test/own-server.ts";
import { contestRules } from "./river-facts.ts";

/** A server with a simulated study in which everything has happened that a researcher may see. */
export interface LabWorld {
  readonly url: string;
  readonly studyId: number;
  /** An item that carries a tracker, and that tracker. */
  readonly code: string;
  readonly trackerId: number;
  /** Items that wait for their release. */
  readonly waiting: readonly string[];
  /** A report with a photo that somebody has to look at. */
  readonly sightingId: string;
  readonly releaseId: number;
  readonly codecId: number;
  /** What a browser knows of the researcher who signed in. */
  readonly session: BrowserContextOptions["storageState"];
  close(): Promise<void>;
}

interface Made {
  readonly id: number;
}

interface Report {
  readonly id: string;
  readonly itemCode: string;
}

const ACCOUNT = { name: "An Onderzoeker", email: "an@zpr.example", password: "four random words" };
const STRANGER = imei("356307042441021");
const HOUR = 3_600_000;
const CODEC = `// Battery and temperature of a buoy (TS013).
function decodeUplink({ bytes }) {
  return { data: { mv: bytes[0] * 20, celsius: bytes[1] - 40 } };
}
`;

/** Starts the server, plays the study in, and does what researchers do. */
export async function openLabWorld(browser: Browser): Promise<LabWorld> {
  const server = await startOwnServer();
  const { call, url, key, teltonikaPort } = server;
  const endsAt = Date.now();
  const { plan, simulation } = scheldtDemo({
    ...{ seed: "screens", endsAt, days: 8, items: 45, trackers: 9 },
    studyName: "Scheldt (simulated)",
  });
  const { studyId } = await registerStudy({ url, key }, plan);
  const gateway = { host: "127.0.0.1", port: teltonikaPort };
  await playEvents({ events: simulation.advance(endsAt), gateway, apiUrl: url });
  const [{ id: trackerId = 0 } = {}] = await call<readonly Made[]>(
    "GET",
    `/api/v1/trackers?studyId=${studyId}`,
  );
  const [{ id: releaseId = 0 } = {}] = await call<readonly Made[]>(
    "GET",
    `/api/v1/releases?studyId=${studyId}`,
  );
  const waiting = await makeItems(call, studyId);
  const sightingId = await addPhoto(server, studyId);
  const codecId = await setUp(call, studyId);
  await keepBusy(server, { studyId, trackerId });
  const session = await signUp(browser, server);
  const owner = { email: ACCOUNT.email, role: "owner" };
  await call("POST", `/api/v1/studies/${studyId}/members`, owner);
  return {
    ...{ url, studyId, trackerId, releaseId, waiting, sightingId, codecId },
    code: await seenAndTracked(call, plan.trackers, studyId),
    session,
    close: server.close,
  };
}

async function makeItems(call: RunningServer["call"], studyId: number): Promise<readonly string[]> {
  const type = { studyId, name: "Yellow cup", material: "PP", massGrams: 6.5 };
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
  const batch = { studyId, itemTypeId, count: 12 };
  const items = await call<readonly { readonly code: string }[]>(
    "POST",
    "/api/v1/items/batch",
    batch,
  );
  return items.map(({ code }) => code);
}

/** An item that carries a tracker and that somebody has seen; else the first with a tracker. */
async function seenAndTracked(
  call: RunningServer["call"],
  trackers: readonly { readonly itemCode?: string | undefined }[],
  studyId: number,
): Promise<string> {
  const path = `/api/v1/sightings?studyId=${studyId}&limit=1000`;
  const reports = await call<readonly Report[]>("GET", path);
  const seen = new Set(reports.map(({ itemCode }) => itemCode));
  const codes = trackers.flatMap(({ itemCode }) => itemCode ?? []);
  return codes.find((code) => seen.has(code)) ?? codes[0] ?? "";
}

/** The newest report gets a photo, as a phone would send it. */
async function addPhoto({ call, url }: RunningServer, studyId: number): Promise<string> {
  const [report] = await call<readonly Report[]>(
    "GET",
    `/api/v1/sightings?studyId=${studyId}&limit=1`,
  );
  if (!report) throw new Error("nobody has found anything");
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="100%" height="100%" fill="#7f8b63"/><path d="M0 620q300-90 600 0t600 0v280H0z" fill="#4a6b7c"/><rect x="420" y="380" width="330" height="130" rx="52" fill="#e4ff1a" transform="rotate(-14 585 445)"/></svg>`;
  const id = randomUUID();
  await call("POST", `/api/v1/items/${report.itemCode}/sightings`, {
    ...{ id, seenAt: new Date(Date.now() - HOUR).toISOString(), position: [4.3977, 51.2213] },
    ...{ accuracyMetres: 8, positionSource: "gps", surroundings: "bank", condition: "worn" },
    ...{ putBack: "put-back", note: "Between the reeds, below the quay", locale: "nl" },
  });
  await fetch(`${url}/api/v1/sightings/${id}/photos/1`, {
    method: "PUT",
    headers: { "content-type": "image/jpeg" },
    body: new Uint8Array(await sharp(Buffer.from(picture)).jpeg().toBuffer()),
  });
  return id;
}

/** What stands behind the tabs of the view Study, and a codec. */
async function setUp(call: RunningServer["call"], studyId: number): Promise<number> {
  await call("PATCH", `/api/v1/studies/${studyId}`, {
    finderTexts: {
      en: "Thank you! Every find tells us where plastic stays in the river.",
      nl: "Dank je wel! Elke vondst vertelt ons waar plastic in de rivier blijft.",
    },
  });
  await call("PUT", `/api/v1/studies/${studyId}/contest`, {
    ...contestRules,
    closesAt: "2099-01-01T00:00:00Z",
  });
  const invited = { email: "bert@example.org", role: "editor" };
  await call("POST", `/api/v1/studies/${studyId}/members`, invited);
  await call("POST", "/api/v1/sources", { studyId, protocol: "ttn", name: "scheldt-lora" });
  await call("POST", "/api/v1/api-keys", { studyId, name: "QGIS", scope: "read" });
  await call("POST", "/api/v1/water-levels", {
    ...{ studyId, name: "Quay of Antwerp", position: [4.3977, 51.2213], csv: levels() },
  });
  const mapping = { batteryVolts: { path: "mv", unit: "mV" } };
  const codec = { studyId, name: "Buoys", source: CODEC, mapping };
  return (await call<Made>("POST", "/api/v1/codecs", codec)).id;
}

/** Nine days of a tide until now, every ten minutes. */
function levels(): string {
  const start = Date.now() - 9 * 24 * HOUR;
  return Array.from({ length: 9 * 144 }, (_, at) => {
    const time = start + at * 600_000;
    const level = 2.4 * Math.cos((2 * Math.PI * (time - start)) / (12.42 * HOUR));
    return `${new Date(time).toISOString()};${level.toFixed(2)}`;
  }).join("\n");
}

/** An instruction that waits, an export that is done, and a tracker that nobody knows. */
async function keepBusy(
  { call, teltonikaPort }: RunningServer,
  { studyId, trackerId }: { readonly studyId: number; readonly trackerId: number },
): Promise<void> {
  const wanted = { trackerIds: [trackerId], requestId: randomUUID(), text: "getver" };
  await call("POST", "/api/v1/commands", wanted);
  const wish = { tables: ["items", "journeys", "sightings"], formats: ["csv", "geoparquet"] };
  await call("POST", "/api/v1/exports", { id: randomUUID(), studyId, ...wish });
  const link = new TrackerLink({ host: "127.0.0.1", port: teltonikaPort }, STRANGER);
  await link.send([
    {
      ...{ time: Date.now(), position: [4.309, 51.118], altitudeMetres: 2, headingDegrees: 0 },
      ...{ satellites: 9, speedKilometresPerHour: 3, io: { batteryMillivolts: 3870 } },
    },
  ]);
  link.close();
}

async function signUp(browser: Browser, { setupLink }: RunningServer) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(setupLink ?? "");
  await page.getByLabel("Your name").fill(ACCOUNT.name);
  await page.getByLabel("E-mail address").fill(ACCOUNT.email);
  await page.getByLabel("Password").fill(ACCOUNT.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("**/lab**");
  const session = await context.storageState();
  await context.close();
  return session;
}
