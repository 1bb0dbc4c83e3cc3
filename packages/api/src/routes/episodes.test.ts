import { bringUpToDate } from "@zpr/ingest";
import { itemCodeFromNumber } from "@zpr/model";
import { postgresJourneyLog } from "@zpr/storage";
import { sql } from "@zpr/storage/testing";
import { beforeEach, expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const CODE = itemCodeFromNumber(0);
const START = Date.parse("2026-06-01T06:00:00Z");
let studyId: number;

const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const keep = () => postgresJourneyLog(api.database()).take(100, bringUpToDate);

/** A tracker that drifts for an hour, is driven home from the river, and lies there. */
beforeEach(async () => {
  api.asAdministrator();
  const made = async (path: string, body: object) =>
    (await api.send("POST", `/api/v1/${path}`, body)).json();
  studyId = (await made("studies", { name: "Scheldt" })).id;
  const itemTypeId = (await made("item-types", { studyId, name: "bottle" })).id;
  await made("items", { studyId, itemTypeId, code: CODE });
  await made("rivers", {
    studyId,
    name: "River",
    geoJson: {
      type: "LineString",
      coordinates: [
        [4.0, 51.0],
        [4.4, 51.0],
      ],
    },
  });
  const tracker = { studyId, protocol: "http", uniqueId: "a", name: "a" };
  const trackerId = (await made("trackers", tracker)).id;
  await made("deployments", { trackerId, itemCode: CODE, startedAt: at(0) });
  const drift = Array.from({ length: 7 }, (_, step) => [step * 10, 4.0 + step * 0.004, 51.0]);
  const home = Array.from({ length: 12 }, (_, step) => [70 + step * 10, 4.1, 51.05]);
  for (const [minutes = 0, longitude, latitude] of [...drift, ...home])
    await sql`
      insert into fix (tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude,
        tile_key, quality, flags)
      values (${trackerId}, ${at(minutes)}, ${minutes}, 1, ${at(minutes)}, ${longitude}, ${latitude},
        1, 0, 0)`.execute(api.database());
  await keep();
  api.asMember(studyId, "viewer");
});

test("episodes are listed by item, state and time, as JSON and as a table", async () => {
  const all = (await api.get(`/api/v1/episodes?item=${CODE}`)).json();
  expect(all).toMatchObject([
    {
      itemCode: CODE,
      studyId,
      state: "drifting",
      startedAt: at(0),
      endedAt: at(60),
      end: "carried",
      isPublic: true,
    },
    { state: "carried", startedAt: at(60), endedAt: at(180), end: "open", isPublic: false },
  ]);
  expect(all[0].toKilometre).toBeCloseTo(1.685, 2);
  expect(all[0].rules).toMatchObject({ noiseMetres: 12, strandedMinutes: 60 });
  expect((await api.get("/api/v1/episodes?state=carried")).json()).toHaveLength(1);
  expect((await api.get(`/api/v1/episodes?to=${at(60)}`)).json()).toHaveLength(1);
  const page = await api.get("/api/v1/episodes?limit=1");
  expect(page.headers.link).toContain('rel="next"');
  const csv = await api.get(`/api/v1/episodes.csv?studyId=${studyId}`);
  expect(csv.body.split("\r\n")[1]).toContain(`${CODE},drifting,${at(0)},${at(60)},1,carried,4,51`);
});

test("an item's kilometres go with time", async () => {
  const places = (await api.get(`/api/v1/items/${CODE}/kilometres`)).json();
  expect(places).toHaveLength(19);
  expect(places[0]).toMatchObject({ time: at(0), line: "River", source: "fix" });
  expect(places[6].kilometre).toBeCloseTo(1.685, 2);
  api.asNobody();
  expect((await api.get(`/api/v1/items/${CODE}/kilometres`)).statusCode).toBe(401);
});

test("a journey says what its episodes come to", async () => {
  const [journey] = (await api.get("/api/v1/journeys")).json();
  expect(journey.drift).toMatchObject({ strandingCount: 0, strandedShare: 0 });
  expect(journey.drift.travelledMetres).toBeCloseTo(1685, -1);
  expect(journey.drift.toAndFro).toBeCloseTo(1, 1);
});

test("where somebody took an item is seen by members only", async () => {
  const fixes = async () =>
    (await api.get("/ogc/collections/fixes/items?limit=100")).json().features;
  const track = async () => {
    const { features } = (await api.get(`/api/v1/items/${CODE}/journey`)).json();
    return features[0].geometry.coordinates;
  };
  const line = async () =>
    (await api.get("/ogc/collections/journeys/items")).json().features[0].geometry.coordinates;
  const states = async () =>
    (await api.get("/ogc/collections/episodes/items"))
      .json()
      .features.map(({ properties }: { properties: { state: string } }) => properties.state);
  const last = async () =>
    (await api.get("/ogc/collections/items/items")).json().features[0].geometry.coordinates;
  expect(await fixes()).toHaveLength(19);
  expect(await track()).toHaveLength(19);
  expect(await line()).toHaveLength(19);
  expect(await states()).toEqual(["drifting", "carried"]);
  expect(await last()).toEqual([4.1, 51.05]);
  api.asNobody();
  expect(await fixes()).toHaveLength(7);
  expect(await track()).toHaveLength(7);
  expect(await line()).toHaveLength(7);
  expect(await states()).toEqual(["drifting"]);
  expect((await last())[0]).toBeCloseTo(4.024, 5);
});

test("other thresholds and another river have journeys told again", async () => {
  api.asMember(studyId, "owner");
  const rules = { episodeRules: { driftMetresPerSecond: 0.2 } };
  expect((await api.send("PATCH", `/api/v1/studies/${studyId}`, rules)).json()).toMatchObject(
    rules,
  );
  await keep();
  const told = (await api.get("/api/v1/episodes")).json();
  expect(told.map(({ state }: { state: string }) => state)).toEqual(["carried"]);
  expect(told[0].rules).toMatchObject({ driftMetresPerSecond: 0.2, noiseMetres: 12 });

  await api.send("PATCH", `/api/v1/studies/${studyId}`, { episodeRules: {} });
  const [{ id }] = (await api.get("/api/v1/rivers")).json();
  await api.inject("DELETE", `/api/v1/rivers/${id}`);
  await keep();
  const [drifting, carried, stranded] = (await api.get("/api/v1/episodes")).json();
  expect([drifting.state, carried.state]).toEqual(["drifting", "stranded"]);
  expect(drifting.fromKilometre).toBeNull();
  expect(stranded).toBeUndefined();
  api.asNobody();
  expect((await api.get("/ogc/collections/fixes/items?limit=100")).json().features).toHaveLength(
    19,
  );
});
