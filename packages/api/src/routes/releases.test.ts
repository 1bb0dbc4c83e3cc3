import { itemCodeFromNumber } from "@zpr/model";
import sharp from "sharp";
import { beforeEach, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const CODES = [1, 2, 3].map((n) => itemCodeFromNumber(20_000 + n));
let studyId: number;

/** As a phone registers it. */
function release(more: object = {}) {
  return {
    clientId: "0b0a2ab3-6c1c-4f5e-9d7e-2f4f4d9d0c11",
    studyId,
    place: "Wintam",
    position: [4.31, 51.12],
    releasedAt: "2026-07-01T11:30:00Z",
    tideLagMinutes: 95,
    itemCodes: CODES.slice(0, 2),
    ...more,
  };
}

beforeEach(async () => {
  api.asAdministrator();
  studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
  const itemType = { studyId, name: "bottle", material: "PET" };
  const { id: itemTypeId } = (await api.send("POST", "/api/v1/item-types", itemType)).json();
  for (const code of CODES) await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code });
});

it("answers a release that a phone sends again as the first time", async () => {
  const first = await api.send("POST", "/api/v1/releases", release());
  const again = await api.send("POST", "/api/v1/releases", release());
  expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
  expect(again.json()).toEqual(first.json());
  expect(first.json()).toMatchObject({ tideLagMinutes: 95, photos: [] });
  expect((await api.get(`/api/v1/releases?studyId=${studyId}`)).json()).toHaveLength(1);
});

it("takes the same release from two hurried phones at once, once", async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => api.send("POST", "/api/v1/releases", release())),
  );
  expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 201]);
});

it("names the items that were released before, so that the rest can go without them", async () => {
  await api.send("POST", "/api/v1/releases", release());
  const other = release({
    clientId: "6a3f7a0e-3b3e-4b51-a1de-71a1a7f9f0aa",
    place: "Melle",
    itemCodes: CODES.slice(1),
  });
  const refused = await api.send("POST", "/api/v1/releases", other);
  expect(refused.statusCode).toBe(409);
  expect(refused.json().codes).toEqual([CODES[1]]);
});

it("keeps a photo of the batch for those who may see the study", async () => {
  const { id } = (await api.send("POST", "/api/v1/releases", release())).json();
  const photo = await sharp({
    create: { width: 40, height: 30, channels: 3, background: "#e4ff1a" },
  })
    .jpeg()
    .toBuffer();
  const url = `/api/v1/releases/${id}/photos/1`;
  const first = await api.sendImage(url, photo);
  expect(first.statusCode).toBe(201);
  expect((await api.sendImage(url, photo)).statusCode).toBe(200);
  expect((await api.get(url)).headers["content-type"]).toBe("image/jpeg");
  const [kept] = (await api.get(`/api/v1/releases?studyId=${studyId}`)).json();
  expect(kept.photos).toEqual([{ n: 1, width: 40, height: 30 }]);

  expect((await api.sendImage(url, Buffer.from("no picture"))).statusCode).toBe(415);
  api.asMember(studyId, "viewer");
  expect((await api.get(url)).statusCode).toBe(200);
  expect((await api.sendImage(url, photo)).statusCode).toBe(403);
  api.asMember(studyId + 1, "owner");
  expect((await api.get(url)).statusCode).toBe(404);
});
