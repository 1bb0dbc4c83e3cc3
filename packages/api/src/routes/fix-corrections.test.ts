import { randomUUID } from "node:crypto";
import { bringUpToDate } from "@zpr/ingest";
import { itemCodeFromNumber } from "@zpr/model";
import { postgresFixCellLog, postgresJourneyLog } from "@zpr/storage";
import { sql } from "@zpr/storage/testing";
import { beforeEach, expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const CODE = itemCodeFromNumber(0);
const START = Date.parse("2026-06-01T06:00:00Z");
const REASON = "It lay on the quay";
let studyId: number;
let trackerId: number;

const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const keep = () => postgresJourneyLog(api.database()).take(100, bringUpToDate);

/** A tracker that drifts for an hour, with one fix beside its way. */
beforeEach(async () => {
  api.asAdministrator();
  const made = async (path: string, body: object) =>
    (await api.send("POST", `/api/v1/${path}`, body)).json();
  studyId = (await made("studies", { name: "Scheldt" })).id;
  const itemTypeId = (await made("item-types", { studyId, name: "bottle" })).id;
  await made("items", { studyId, itemTypeId, code: CODE });
  const tracker = { studyId, protocol: "http", uniqueId: "a", name: "a" };
  trackerId = (await made("trackers", tracker)).id;
  await made("deployments", { trackerId, itemCode: CODE, startedAt: at(0) });
  for (const [minutes = 0, longitude, latitude] of [
    [0, 4.0, 51.0],
    [20, 4.01, 51.0],
    [40, 4.02, 51.01],
    [60, 4.03, 51.0],
  ])
    await sql`
      insert into fix (tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude,
        tile_key, quality, flags)
      values (${trackerId}, ${at(minutes)}, ${minutes}, 1, ${at(minutes)}, ${longitude}, ${latitude},
        1, 0, 0)`.execute(api.database());
  await keep();
  api.asMember(studyId, "editor");
});

async function fixAt(minutes: number) {
  const fixes: readonly { id: string; time: string; flags: string[] }[] = (
    await api.get(`/api/v1/fixes?itemCode=${CODE}`)
  ).json();
  const found = fixes.find(({ time }) => time === at(minutes));
  if (!found) throw new Error("no such fix");
  return found;
}

async function correct(minutes: number, kind: "exclude" | "include", id: string = randomUUID()) {
  const fix = await fixAt(minutes);
  const answer = await api.send("POST", `/api/v1/fixes/${fix.id}/corrections`, {
    ...{ id, kind, reason: REASON },
  });
  await keep();
  return answer;
}

async function travelled(): Promise<number> {
  const [journey] = (await api.get("/api/v1/journeys")).json();
  return journey.travelledMetres;
}

async function unflaggedInCells(): Promise<number> {
  const log = postgresFixCellLog(api.database());
  while (await log.fold(10));
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(count), 0)::int as count from fix_cell where tier = 1 and kind = 0`.execute(
    api.database(),
  );
  return rows[0]?.count ?? 0;
}

test("what is excluded stays, but is in no journey and no count, until it is included again", async () => {
  const before = await travelled();
  const id = randomUUID();
  const made = await correct(40, "exclude", id);
  expect(made.json()).toMatchObject({
    id,
    kind: "exclude",
    reason: REASON,
    by: "test",
    time: at(40),
  });
  expect((await fixAt(40)).flags).toEqual(["excluded"]);
  expect(await travelled()).toBeLessThan(before - 100);
  expect(await unflaggedInCells()).toBe(3);
  expect((await correct(40, "exclude", id)).statusCode).toBe(200);
  expect((await correct(40, "exclude")).statusCode).toBe(409);

  expect((await correct(40, "include")).statusCode).toBe(200);
  expect((await fixAt(40)).flags).toEqual([]);
  expect(await travelled()).toBeCloseTo(before, 6);
  expect(await unflaggedInCells()).toBe(4);
  const all = (await api.get(`/api/v1/fix-corrections?item=${CODE}`)).json();
  expect(all.map(({ kind }: { kind: string }) => kind)).toEqual(["include", "exclude"]);
});

test("a tracker is last where its newest fix is that nobody excluded", async () => {
  await correct(60, "exclude");
  const tracker = (await api.get(`/api/v1/trackers/${trackerId}`)).json();
  expect(tracker.lastFix).toMatchObject({ time: at(40), position: [4.02, 51.01] });
});

test("who excluded what, and why, is in the audit log", async () => {
  await correct(40, "exclude");
  api.asMember(studyId, "owner");
  const entries = (await api.get(`/api/v1/audit?studyId=${studyId}`)).json();
  expect(entries).toContainEqual(
    expect.objectContaining({
      kind: "fix-correction",
      action: "created",
      after: expect.objectContaining({ kind: "exclude", reason: REASON }),
    }),
  );
});

test("a reason has to be given, and viewers decide nothing", async () => {
  const { id } = await fixAt(40);
  const url = `/api/v1/fixes/${id}/corrections`;
  const body = { id: randomUUID(), kind: "exclude", reason: "  " };
  expect((await api.send("POST", url, body)).statusCode).toBe(400);
  api.asMember(studyId, "viewer");
  expect((await api.send("POST", url, { ...body, reason: REASON })).statusCode).toBe(403);
});
