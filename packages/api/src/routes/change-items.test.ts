import { randomUUID } from "node:crypto";
import { itemCodeFromNumber } from "@zpr/model";
import { beforeEach, describe, expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const code = itemCodeFromNumber(7);
const other = itemCodeFromNumber(8);
let studyId: number;
let itemTypeId: number;

beforeEach(async () => {
  api.asAdministrator();
  studyId = (await made("/api/v1/studies", { name: "Changes" })).id;
  itemTypeId = (await made("/api/v1/item-types", { studyId, name: "bottle" })).id;
  await made("/api/v1/items", { studyId, itemTypeId, code, name: "one" });
  await made("/api/v1/items", { studyId, itemTypeId, code: other });
});

describe("an item", () => {
  test("is renamed and noted on, but never by a name that another has", async () => {
    const path = `/api/v1/items/${code}`;
    const changed = await api.send("PATCH", path, { name: "first", note: "a crack" });
    expect(changed.json()).toMatchObject({ name: "first", note: "a crack", itemTypeId });
    const taken = await api.send("PATCH", `/api/v1/items/${other}`, { name: "first" });
    expect(taken.statusCode).toBe(409);
  });

  test("is lost, and found to be not, with both on record", async () => {
    const path = `/api/v1/items/${code}/fates`;
    const lost = await api.send("POST", path, { fate: "lost", note: "no word for a year" });
    expect(lost.json().status).toBe("lost");
    const back = await api.send("POST", path, { fate: null });
    expect(back.json().status).toBe("not-released");
    const fates = (await api.get(path)).json();
    expect(fates.map((one: { fate: string | null }) => one.fate)).toEqual([null, "lost"]);
    expect(fates[1]).toMatchObject({ note: "no word for a year", recordedBy: "test" });
  });

  test("is changed by editors only", async () => {
    api.asMember(studyId, "viewer");
    const refused = await api.send("PATCH", `/api/v1/items/${code}`, { name: "mine" });
    expect(refused.statusCode).toBe(403);
  });
});

test("a type gets its measures later, and keeps what is not said", async () => {
  const path = `/api/v1/item-types/${itemTypeId}`;
  const changed = await api.send("PATCH", path, { massGrams: 24, widthMillimetres: 65 });
  expect(changed.json()).toMatchObject({ name: "bottle", massGrams: 24, widthMillimetres: 65 });
});

test("a release is moved and ended, and items are put in and taken out", async () => {
  const start = "2026-05-03T10:00:00.000Z";
  const place = { place: "Temse", position: [4.2, 51.1] };
  const release = { studyId, ...place, releasedAt: start, itemCodes: [code] };
  const { id } = await made("/api/v1/releases", release);
  const path = `/api/v1/releases/${id}`;
  const early = await api.send("PATCH", path, { endedAt: "2026-05-03T09:00:00Z" });
  expect(early.statusCode).toBe(409);
  const ended = await api.send("PATCH", path, { place: "Rupel", endedAt: start });
  expect(ended.json()).toMatchObject({ place: "Rupel", endedAt: start, position: [4.2, 51.1] });
  const more = await api.send("POST", `${path}/items`, { itemCodes: [other] });
  expect(more.json().itemCodes).toHaveLength(2);
  const fewer = await api.send("POST", `${path}/items/remove`, { itemCodes: [code] });
  expect(fewer.json().itemCodes).toEqual([other]);
});

test("an export waits as a job that its study's members see and call off", async () => {
  api.asMember(studyId, "viewer");
  const id = randomUUID();
  const job = await made("/api/v1/exports", { id, studyId, tables: ["items"], formats: ["csv"] });
  expect(job).toMatchObject({ id, state: "waiting", total: null });
  const cancelled = await api.send("POST", `/api/v1/jobs/${id}/cancel`, {});
  expect(cancelled.json().state).toBe("cancelled");
  api.asMember(studyId + 1, "owner");
  expect((await api.get(`/api/v1/jobs/${id}`)).statusCode).toBe(404);
});

async function made(url: string, body: object) {
  const answer = await api.send("POST", url, body);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json();
}
