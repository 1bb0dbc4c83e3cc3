import { randomUUID } from "node:crypto";
import { itemCodeFromNumber } from "@zpr/model";
import { sql } from "@zpr/storage/testing";
import { beforeEach, expect, it } from "vitest";
import { useApi } from "./testing.ts";

const api = useApi();
const code = itemCodeFromNumber(1);
let studyId: number;

async function make(path: string, body: object): Promise<number> {
  return (await api.send("POST", `/api/v1${path}`, body)).json().id;
}

async function shownName(): Promise<string> {
  api.asNobody();
  return (await api.get(`/api/v1/items/${code}`)).json().study.name;
}

async function reportsShown(): Promise<number> {
  return (await api.get(`/api/v1/studies/${studyId}/public`)).json().sightingCount;
}

beforeEach(async () => {
  api.asAdministrator();
  studyId = await make("/studies", { name: "Before", simulated: true });
  const itemTypeId = await make("/item-types", { studyId, name: "bottle" });
  await make("/items", { studyId, itemTypeId, code });
  expect(await shownName()).toBe("Before");
  // Past everybody who would say so.
  await sql`update study set name = 'After'`.execute(api.database());
});

it("remembers what the public asks for, for ten seconds", async () => {
  expect(await shownName()).toBe("Before");
  api.setNow("2026-07-01T12:00:09.999Z");
  expect(await shownName()).toBe("Before");
  api.setNow("2026-07-01T12:00:10Z");
  expect(await shownName()).toBe("After");
});

it("forgets it when somebody changes anything who may change that study", async () => {
  api.asMember(studyId, "editor");
  await api.send("POST", "/api/v1/item-types", { studyId, name: "cup" });
  expect(await shownName()).toBe("After");
});

it("forgets it when an administrator changes anything", async () => {
  api.asAdministrator();
  await make("/studies", { name: "Elsewhere" });
  expect(await shownName()).toBe("After");
});

it("goes on for what others do, who may not change it", async () => {
  const wish = { studyId, name: "cup" };
  api.asMember(studyId, "viewer");
  expect((await api.send("POST", "/api/v1/item-types", wish)).statusCode).toBe(403);
  api.asMember(studyId + 1, "editor");
  expect((await api.send("POST", "/api/v1/item-types", wish)).statusCode).toBe(404);
  api.asMember(studyId, "owner");
  await api.get("/api/v1/items");
  expect(await shownName()).toBe("Before");
});

it("has the numbers of a study follow each report, and in a crowd of them within seconds", async () => {
  api.asNobody();
  for (let n = 1; n <= 12; n++) {
    const report = { id: randomUUID(), seenAt: "2026-07-01T11:00:00Z", positionSource: "none" };
    const body = { surroundings: "bank", condition: "worn", putBack: "moved", locale: "en" };
    const path = `/api/v1/items/${code}/sightings`;
    expect((await api.send("POST", path, { ...report, ...body })).statusCode).toBe(201);
    if (n <= 2) expect(await reportsShown()).toBe(n);
    else await reportsShown();
  }
  await expect.poll(reportsShown, { timeout: 10_000 }).toBe(12);
});
