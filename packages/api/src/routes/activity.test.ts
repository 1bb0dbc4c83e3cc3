import { postgresFixCellLog } from "@zpr/storage";
import { writeRiver } from "@zpr/storage/testing";
import { NOW, RIVER } from "@zpr/testkit";
import { beforeEach, expect, test } from "vitest";
import { useApi } from "../testing.ts";

const { get, asMember, asNobody, setNow, database } = useApi();

beforeEach(async () => {
  await writeRiver(database(), RIVER);
  setNow(NOW.toISOString());
  asMember(1, "viewer");
});

const days = [
  { start: "2026-05-01T00:00:00.000Z", fixes: 1, sightings: 0 },
  { start: "2026-05-02T00:00:00.000Z", fixes: 1, sightings: 0 },
  { start: "2026-05-03T00:00:00.000Z", fixes: 1, sightings: 0 },
  { start: "2026-05-04T00:00:00.000Z", fixes: 0, sightings: 1 },
  { start: "2026-05-05T00:00:00.000Z", fixes: 0, sightings: 1 },
  { start: "2026-05-06T00:00:00.000Z", fixes: 0, sightings: 1 },
];
const MONTHS = "/api/v1/activity?studyId=1&from=2026-04-20T00:00:00Z&to=2026-05-06T16:00:00Z";

test("activity is counted by day, the same before and after the keeper counted", async () => {
  expect((await get(MONTHS)).json()).toMatchObject({ bin: "day", bins: days });
  await postgresFixCellLog(database()).fold(10);
  expect((await get(MONTHS)).json()).toMatchObject({ bin: "day", bins: days });
});

test("a short span is counted by hour, and all there is when no span is said", async () => {
  const short = await get(
    "/api/v1/activity?studyId=1&from=2026-05-03T00:00:00Z&to=2026-05-04T23:00:00Z",
  );
  expect(short.json()).toMatchObject({
    bin: "hour",
    bins: [
      { start: "2026-05-03T09:00:00.000Z", fixes: 1, sightings: 0 },
      { start: "2026-05-04T15:00:00.000Z", fixes: 0, sightings: 1 },
    ],
  });
  const all = (await get("/api/v1/activity?studyId=1")).json<{ bins: { fixes: number }[] }>();
  expect(all.bins.reduce((sum, { fixes }) => sum + fixes, 0)).toBe(3);
});

test("tracks are columns of differences, without flagged fixes, thinned out when asked", async () => {
  const [track] = (await get("/api/v1/tracks?studyId=1")).json();
  expect(track).toEqual({
    trackerId: 1,
    itemCode: RIVER.items[0]?.code,
    everySeconds: 1,
    times: [Date.parse("2026-05-01T09:00:00Z") / 1000, 86_400, 86_400],
    longitudes: [431_000, 1_000, 8_000],
    latitudes: [5_111_000, 1_000, 10_000],
  });
  const [thin] = (await get("/api/v1/tracks?studyId=1&places=1")).json();
  expect(thin.times).toHaveLength(1);
});

test("what happens in a study is its members' business", async () => {
  expect((await get("/api/v1/activity?studyId=3")).statusCode).toBe(404);
  expect((await get("/api/v1/tracks?studyId=3")).statusCode).toBe(404);
  asNobody();
  expect((await get("/api/v1/tracks?studyId=1")).statusCode).toBe(401);
});
