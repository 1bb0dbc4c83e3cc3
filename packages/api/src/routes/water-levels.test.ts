import { expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const START = Date.parse("2026-07-01T00:00:00Z");
const HOUR = 3_600_000;
const PERIOD = 12.42 * HOUR;
const DENDERMONDE = [4.1, 51.03];
const SPAN = "from=2026-07-02T00:00:00Z&to=2026-07-03T00:00:00Z";

/** Three days of a tide whose high water is at the start, every ten minutes. */
const csv = Array.from({ length: 3 * 144 }, (_, at) => {
  const time = START + at * 600_000;
  const level = 2 * Math.cos((2 * Math.PI * (time - START)) / PERIOD);
  return `${new Date(time).toISOString()},${level.toFixed(3)}`;
}).join("\n");

async function study(): Promise<number> {
  api.asAdministrator();
  const { id } = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json();
  api.asMember(id, "editor");
  return id;
}

function upload(studyId: number, name = "Dendermonde") {
  return api.send("POST", "/api/v1/water-levels", { studyId, name, position: DENDERMONDE, csv });
}

test("a series is kept, listed, read and taken away", async () => {
  const studyId = await study();
  const made = await upload(studyId);
  expect(made.json()).toMatchObject({ levelCount: 432, startsAt: "2026-07-01T00:00:00.000Z" });
  expect((await upload(studyId)).statusCode).toBe(409);
  const { id } = made.json();
  expect((await api.get(`/api/v1/water-levels?studyId=${studyId}`)).json()).toMatchObject([{ id }]);
  const levels = (await api.get(`/api/v1/water-levels/${id}/levels?${SPAN}`)).json();
  expect(levels).toHaveLength(145);
  expect(levels[0].time).toBe("2026-07-02T00:00:00.000Z");
  const url = `/api/v1/water-levels/${id}`;
  expect((await api.onFirst({ method: "DELETE", url })).statusCode).toBe(204);
  expect((await api.get(`/api/v1/water-levels?studyId=${studyId}`)).json()).toEqual([]);
});

test("a table that is no series is refused with its lines", async () => {
  const studyId = await study();
  const broken = { studyId, name: "x", position: DENDERMONDE, csv: "time,level\nyesterday,1" };
  const refused = await api.send("POST", "/api/v1/water-levels", broken);
  expect(refused.statusCode).toBe(422);
  expect(refused.json().levelProblems).toEqual([{ kind: "time", line: 2 }]);
});

test("measured levels near a place come before predictions, for members and where they reach", async () => {
  const studyId = await study();
  await upload(studyId);
  const asked = `/api/v1/tides?position=4.15,51.05&studyId=${studyId}`;
  const measured = (await api.get(`${asked}&${SPAN}`)).json();
  expect(measured.station).toMatchObject({ name: "Dendermonde", measured: true });
  expect(measured.extremes.map(({ kind }: { kind: string }) => kind)).toContain("high");
  const later = await api.get(`${asked}&from=2026-08-02T00:00:00Z&to=2026-08-03T00:00:00Z`);
  expect(later.json().station).toMatchObject({ measured: false });
  const far = await api.get(`/api/v1/tides?position=3.6,51.44&studyId=${studyId}&${SPAN}`);
  expect(far.json().station).toMatchObject({ measured: false });
  api.asNobody();
  expect((await api.get(`${asked}&${SPAN}`)).statusCode).toBe(404);
});

test("lags by river kilometre make the tide later upstream, between the first and the last", async () => {
  const studyId = await study();
  const coordinates = [
    [3.8, 51.0],
    [4.4, 51.22],
  ];
  const geoJson = { type: "LineString", coordinates };
  await api.send("POST", "/api/v1/rivers", { studyId, name: "Scheldt", geoJson });
  const path = `/api/v1/studies/${studyId}/tide-lags`;
  expect((await api.get(path)).json()).toBeNull();
  const station = "ticon/antwerpen_prosperpolder-antwppppdr-nld-rws";
  const lags = [
    [40, 20],
    [10, 80],
  ];
  const kept = await api.send("PUT", path, { station, lags });
  expect(kept.json()).toMatchObject({ station, lags: [...lags].reverse(), version: 1 });
  const at = async (position: string) =>
    (await api.get(`/api/v1/tides?position=${position}&studyId=${studyId}&${SPAN}`)).json();
  const middle = await at("4.1,51.11");
  expect(middle.station.id).toBe(station);
  expect(middle.lagMinutes).toBeGreaterThan(40);
  expect(middle.lagMinutes).toBeLessThan(60);
  expect((await at("3.81,51.0")).lagMinutes).toBe(0);
  expect((await api.send("PUT", path, { station: "nowhere", lags })).statusCode).toBe(400);
  expect((await api.send("PUT", path, { station, lags: [] })).json()).toBeNull();
});
