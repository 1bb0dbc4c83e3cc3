import type { SightingNote } from "@zpr/model";
import type { Page } from "playwright-core";
import { NOW } from "./river-facts.ts";
import type { World } from "./world.ts";

/** How far a report of this phone has come; `sending` is held at 40 %. */
export type ReportState = "waiting" | "sending" | "sent" | "needs-you";

const ID = "7b1d0f7e-5df4-4c51-9a37-00000000000";
/** With the report that makes five pieces, of which two have left the phone. */
const PHOTOS = 4;

/** The id under which this phone keeps its report in a state. */
export function reportId(state: ReportState, world: World): string {
  const order = ["waiting", "sending", "sent", "needs-you"];
  return state === "sent" ? world.receipt.id : `${ID}${order.indexOf(state)}`;
}

/** Lays reports on the phone as the finder's half keeps them, before it is opened, as of a moment ago. */
export async function layReports(
  page: Page,
  world: World,
  { states, notes = [], now = NOW }: Laid,
): Promise<void> {
  const entries = states.map((state) => ({
    ...entryIn(state, world),
    savedAt: now.getTime() - 120_000,
    receipt: receiptOf(state, { ...world.receipt, id: reportId(state, world), notes }),
  }));
  await page.goto(`${world.url}/favicon.svg`);
  await page.evaluate(`(${KEEP})(${JSON.stringify({ entries, photos: PHOTOS })})`);
  // What is on its way stays there; what waits meets no server.
  await page.route("**/api/v1/sightings/*/photos/*", () => undefined);
  if (states.includes("waiting"))
    await page.route("**/api/v1/items/*/sightings", (route) => route.abort());
}

/** What lies on a phone. */
interface Laid {
  readonly states: readonly ReportState[];
  /** What the server had to say about those that have arrived. */
  readonly notes?: readonly SightingNote[];
  /** By the clock of the phone, which forgets reports after ninety days. */
  readonly now?: Date;
}

function entryIn(state: ReportState, world: World): object {
  const { codes } = world;
  const id = reportId(state, world);
  const code = {
    waiting: codes.fresh,
    sending: codes.travelled,
    sent: codes.travelled,
    "needs-you": codes.unknown,
  }[state];
  return {
    id,
    code,
    body: bodyOf(id),
    photos: photosOf(state),
    attempts: 0,
    nextTryAt: 0,
    problem: state === "needs-you" ? "item-unknown" : null,
  };
}

function bodyOf(id: string): object {
  return {
    id,
    seenAt: "2026-07-01T09:58:00Z",
    position: [4.3977, 51.2213],
    accuracyMetres: 8,
    positionSource: "gps",
    surroundings: "structure",
    condition: "worn",
    putBack: "put-back",
    locale: "en",
  };
}

function photosOf(state: ReportState): readonly object[] {
  if (state !== "sending") return [];
  return Array.from({ length: PHOTOS }, (_, at) => ({
    n: at + 1,
    state: at === 0 ? "sent" : "waiting",
  }));
}

function receiptOf(state: ReportState, receipt: object): object | null {
  return state === "sent" || state === "sending" ? receipt : null;
}

/** Runs in the page: the stores are those of `phone-store.ts`. */
const KEEP = `async ({ entries, photos }) => {
  const opened = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const opening = indexedDB.open("zpr", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("report", { keyPath: "id" });
    opening.result.createObjectStore("photo", { keyPath: ["reportId", "n"] });
    opening.result.createObjectStore("draft", { keyPath: "code" });
  };
  const database = await opened(opening);
  const writing = database.transaction(["report", "photo"], "readwrite");
  for (const entry of entries) {
    writing.objectStore("report").put(entry);
    for (let n = 1; n <= photos; n++)
      writing.objectStore("photo").put({ reportId: entry.id, n, type: "image/jpeg", bytes: new ArrayBuffer(64) });
  }
  await new Promise((done) => { writing.oncomplete = done; });
  database.close();
}`;
