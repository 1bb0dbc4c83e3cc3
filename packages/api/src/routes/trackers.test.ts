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
