import { writeRiver } from "@zpr/storage/testing";
import { RIVER } from "@zpr/testkit";
import { beforeEach, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const SLOW_STUDY = 2;
const PATH = "/api/v1/trackers/2/frame-gaps";

/** The counters of the second tracker's fixes, by their times. */
beforeEach(async () => {
  await writeRiver(api.database(), RIVER);
  const counters = [
    ["2026-05-08T09:00:00Z", 10],
    ["2026-05-09T09:00:00Z", 13],
    ["2026-05-10T10:00:00Z", 0],
  ] as const;
  for (const [time, frameCounter] of counters)
    await api
      .database()
      .updateTable("fix")
      .set({ attributes: JSON.stringify({ frameCounter }) })
      .where("tracker_id", "=", SLOW_STUDY)
      .where("time", "=", new Date(time))
      .execute();
});

it("tells a study's members which frames never came", async () => {
  api.asMember(SLOW_STUDY, "viewer");
  const gap = {
    after: "2026-05-08T09:00:00.000Z",
    before: "2026-05-09T09:00:00.000Z",
    firstMissing: 11,
    lastMissing: 12,
    missing: 2,
  };
  expect((await api.get(PATH)).json()).toEqual({
    received: 3,
    missing: 2,
    gaps: [gap],
    restarts: ["2026-05-10T10:00:00.000Z"],
  });
});

it("looks at a span of time only", async () => {
  api.asMember(SLOW_STUDY, "viewer");
  const span = "?from=2026-05-08T00:00:00Z&to=2026-05-09T00:00:00Z";
  expect((await api.get(`${PATH}${span}`)).json()).toEqual({
    received: 1,
    missing: 0,
    gaps: [],
    restarts: [],
  });
});

it("finds nothing in messages that are not counted", async () => {
  api.asMember(1, "viewer");
  expect((await api.get("/api/v1/trackers/1/frame-gaps")).json()).toMatchObject({
    received: 0,
    gaps: [],
  });
});

it("is hidden from others", async () => {
  api.asMember(1, "owner");
  expect((await api.get(PATH)).statusCode).toBe(404);
  api.asNobody();
  expect((await api.get(PATH)).statusCode).toBe(401);
  api.asAdministrator();
  expect((await api.get("/api/v1/trackers/99/frame-gaps")).statusCode).toBe(404);
});
