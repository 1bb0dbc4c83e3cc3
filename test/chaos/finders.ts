import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import sharp from "sharp";
import { expect } from "vitest";
import type { RunningServer } from "../own-server.ts";
import { patiently } from "./patient.ts";

const ITEMS = 20;
const FINDERS = 4;
const REST_MILLISECONDS = 400;
const ADDRESSES = 250;
const PAGE = 1000;
const RELEASED = "2026-06-01T00:00:00Z";

/** Finders who report with a photo, again and again, and know what they were told is kept. */
export interface Finders {
  readonly studyId: number;
  readonly codes: readonly ItemCode[];
  stop(): Promise<void>;
  /** Fails when a report or photo is lost or doubled; gives how many there are. */
  compare(): Promise<{
    readonly acknowledged: number;
    readonly kept: number;
    readonly photos: number;
  }>;
}

export interface FindersOptions {
  readonly url: string;
  readonly key: string;
  readonly call: RunningServer["call"];
  readonly refusals: string[];
}

export async function keepFinding({ url, key, call, refusals }: FindersOptions): Promise<Finders> {
  const { studyId, codes } = await release(call);
  const create = { width: 400, height: 300, channels: 3 as const, background: "#886" };
  const photo = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
  const reported: string[] = [];
  const stopping = new AbortController();

  async function find(finder: number): Promise<void> {
    for (let turn = finder; !stopping.signal.aborted; turn += FINDERS) {
      const id = randomUUID();
      const address = { "x-forwarded-for": `203.0.113.${turn % ADDRESSES}` };
      const code = codes[turn % codes.length];
      const report = {
        method: "POST",
        headers: { ...address, "content-type": "application/json" },
        body: JSON.stringify({ ...SEEN, id, seenAt: new Date().toISOString() }),
      };
      await patiently(`${url}/api/v1/items/${code}/sightings`, report, refusals);
      const sent = { method: "PUT", headers: { ...address, "content-type": "image/jpeg" } };
      const path = `${url}/api/v1/sightings/${id}/photos/1`;
      await patiently(path, { ...sent, body: photo }, refusals);
      reported.push(id);
      await pause(REST_MILLISECONDS);
    }
  }

  const finding = Promise.all(Array.from({ length: FINDERS }, (_, finder) => find(finder)));
  return {
    studyId,
    codes,
    async stop() {
      stopping.abort();
      await finding;
    },
    async compare() {
      const kept = await allReports(url, key, studyId);
      expect([...kept].sort()).toEqual([...reported].sort());
      let photos = 0;
      for (const id of reported) {
        const headers = { authorization: `Bearer ${key}` };
        const answer = await fetch(`${url}/api/v1/sightings/${id}/photos/1`, { headers });
        const bytes = (await answer.arrayBuffer()).byteLength;
        expect([answer.status, bytes > 0]).toEqual([200, true]);
        photos += 1;
      }
      return { acknowledged: reported.length, kept: kept.length, photos };
    },
  };
}

const SEEN = {
  position: [4.4, 51.2],
  accuracyMetres: 10,
  positionSource: "gps",
  surroundings: "bank",
  condition: "worn",
  putBack: "put-back",
  locale: "nl",
};

async function release(call: RunningServer["call"]) {
  // Many reports of one item are suspicious, but not where they are played.
  const study = { name: "Found", simulated: true };
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", study);
  const bottle = { studyId, name: "bottle" };
  const { id: itemTypeId } = await call<{ id: number }>("POST", "/api/v1/item-types", bottle);
  const codes = Array.from({ length: ITEMS }, (_, number) => itemCodeFromNumber(5000 + number));
  for (const code of codes) await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
  await call("POST", "/api/v1/releases", {
    studyId,
    place: "Steenplein",
    position: [4.3977, 51.2222],
    releasedAt: RELEASED,
    itemCodes: codes,
  });
  return { studyId, codes };
}

/** Ids of all reports of a study, as often as they are listed. */
async function allReports(url: string, key: string, studyId: number): Promise<readonly string[]> {
  const ids: string[] = [];
  const headers = { authorization: `Bearer ${key}` };
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const path = `/api/v1/sightings?studyId=${studyId}&limit=${PAGE}${cursor}`;
    const answer = await fetch(`${url}${path}`, { headers });
    const page = (await answer.json()) as readonly { readonly id: string }[];
    ids.push(...page.map(({ id }) => id));
    cursor = /[?&](cursor=[^>&]+)/.exec(answer.headers.get("link") ?? "")?.[1];
    if (cursor !== undefined) cursor = `&${cursor}`;
  }
  return ids;
}
