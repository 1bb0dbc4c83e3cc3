import { expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();

async function newTracker() {
  api.asAdministrator();
  const { id: studyId } = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json();
  const tracker = { studyId, protocol: "iridium", uniqueId: "356307042441013" };
  return (await api.send("POST", "/api/v1/trackers", tracker)).json();
}

it("takes settings and leaves alone what is not said", async () => {
  const tracker = await newTracker();
  const settings = { payloadLayout: "meitrack-t622", payloadFields: ["01", "02", "03"] };
  const path = `/api/v1/trackers/${tracker.id}`;
  const changed = await api.send("PATCH", path, { settings, intervalSeconds: 600 });
  expect(changed.json()).toEqual({
    ...tracker,
    version: tracker.version + 1,
    settings,
    intervalSeconds: 600,
    health: { ...tracker.health, expectedIntervalSeconds: 600 },
  });
  expect((await api.send("PATCH", path, { model: "T622" })).json()).toMatchObject({ settings });
  expect((await api.send("PATCH", path, {})).json()).toMatchObject({ model: "T622", settings });
});

it("is for editors of its study", async () => {
  const { id, studyId } = await newTracker();
  api.asMember(studyId, "viewer");
  expect((await api.send("PATCH", `/api/v1/trackers/${id}`, { name: "x" })).statusCode).toBe(403);
  api.asMember(studyId + 1, "owner");
  expect((await api.send("PATCH", `/api/v1/trackers/${id}`, { name: "x" })).statusCode).toBe(404);
});

it("refuses what no decoder reads, no study holds or no schema knows, and says so", async () => {
  const { studyId } = await newTracker();
  const tracker = { studyId, protocol: "teltonika", uniqueId: "1" };
  const refused = async (body: object) => (await api.send("POST", "/api/v1/trackers", body)).json();
  expect(await refused({ ...tracker, protocol: "klingon" })).toMatchObject({
    status: 400,
    detail: expect.stringMatching(/^there is no protocol "klingon"; there are teltonika, /),
  });
  expect(await refused({ ...tracker, studyId: studyId + 1 })).toMatchObject({ status: 404 });
  expect(await refused({ ...tracker, intervalSecond: 60 })).toMatchObject({
    status: 400,
    detail: "body must NOT have additional properties",
  });
});

it("tells of unknown trackers to researchers, and nothing to a key that only brings messages", async () => {
  const { studyId } = await newTracker();
  const heard = new Date("2026-06-19T10:00:00Z");
  const unknownCaller = {
    protocol: "queclink",
    unique_id: "356307042441099",
    first_heard_at: heard,
    last_heard_at: heard,
    message_count: 1,
  };
  await api.database().insertInto("unknown_caller").values(unknownCaller).execute();
  const unknown = async () => (await api.get("/api/v1/trackers/unknown")).json();
  api.asMember(studyId, "viewer");
  expect(await unknown()).toMatchObject([{ uniqueId: "356307042441099" }]);
  api.asBringer(studyId);
  expect(await unknown()).toEqual([]);
});

it("answers a path that is no URL as a problem too", async () => {
  const answer = await api.get("/%c0%ae/api/v1/trackers");
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toMatchObject({ status: 400 });
});
