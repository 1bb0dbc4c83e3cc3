import { randomUUID } from "node:crypto";
import { type ItemCode, itemCodeFromNumber, nearbyItemCodes } from "@zpr/model";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const HERE = "203.0.113.7";
const code = itemCodeFromNumber(4711);
const AFAR: readonly [number, number] = [5.5, 50.6];

/** What a phone sends. */
function report(more: object = {}) {
  return {
    id: randomUUID(),
    seenAt: "2026-06-20T10:00:00Z",
    position: [4.3997, 51.2213],
    accuracyMetres: 8,
    positionSource: "gps",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "nl",
    ...more,
  };
}

describe("a finder's report", () => {
  const api = useApi();
  let studyId: number;
  let itemTypeId: number;
  const send = (body: object, to: ItemCode = code) =>
    api.sendFrom(HERE, `/api/v1/items/${to}/sightings`, body);
  const listed = async (query: string) => {
    api.asAdministrator();
    return (await api.get(`/api/v1/sightings?${query}`)).json();
  };
  const journeyKinds = async () => {
    const { features } = (await api.get(`/api/v1/items/${code}/journey`)).json();
    return features.map((feature: { properties: { kind: string } }) => feature.properties.kind);
  };
  const release = (codes: readonly ItemCode[]) =>
    api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.31, 51.12],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: codes,
    });

  beforeEach(async () => {
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    const type = { studyId, name: "bottle", material: "PET" };
    itemTypeId = (await api.send("POST", "/api/v1/item-types", type)).json().id;
    await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code });
    await release([code]);
    api.asNobody();
  });

  it("has nothing to note when all is well", async () => {
    const kept = await send(report());
    expect([kept.statusCode, kept.json()]).toMatchObject([
      201,
      { code, finderNumber: 1, notes: [] },
    ]);
  });

  it("says that the item was reported today already, and keeps both", async () => {
    await send(report());
    const second = await send(report({ seenAt: "2026-06-20T16:00:00Z" }));
    const later = await send(report({ seenAt: "2026-06-25T16:00:00Z" }));
    expect(second.json()).toMatchObject({ finderNumber: 2, notes: ["already-reported-today"] });
    expect(later.json()).toMatchObject({ finderNumber: 3, notes: [] });
  });

  it("says that the item is not released yet", async () => {
    const other = itemCodeFromNumber(4712);
    api.asAdministrator();
    await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code: other });
    api.asNobody();
    const unreleased = await send(report(), other);
    const before = await send(report({ seenAt: "2026-06-18T08:00:00Z" }));
    expect([unreleased.statusCode, unreleased.json().notes]).toEqual([201, ["not-released-yet"]]);
    expect(before.json().notes).toEqual(["not-released-yet"]);
  });

  it("says that the study is closed, from its end on, before a report and after it", async () => {
    api.asMember(studyId, "owner");
    const close = (closedAt: string) =>
      api.send("PATCH", `/api/v1/studies/${studyId}`, { closedAt });
    expect((await close("2026-07-01T12:00:01Z")).json().closedAt).toBe("2026-07-01T12:00:01.000Z");
    const shown = async () => (await api.get(`/api/v1/items/${code}`)).json().study.closed;
    expect((await send(report({ seenAt: "2026-06-22T10:00:00Z" }))).json().notes).toEqual([]);
    expect(await shown()).toBe(false);
    await close("2026-07-01T12:00:00Z");
    expect(await shown()).toBe(true);
    const late = await send(report());
    expect([late.statusCode, late.json().notes]).toEqual([201, ["study-closed"]]);
    api.asMember(studyId, "editor");
    expect((await close("2027-01-01T00:00:00Z")).statusCode).toBe(403);
    expect(await listed(`studyId=${studyId}`)).toHaveLength(2);
  });

  it("keeps a report of a code that no item has, and gives it to the item when there is one", async () => {
    const unborn = itemCodeFromNumber(99_999);
    const body = report({ note: "in the reeds" });
    const first = await send(body, unborn);
    expect([first.statusCode, first.json()]).toMatchObject([
      201,
      { code: unborn, finderNumber: 1, notes: ["unknown-code"] },
    ]);
    const again = await send(body, unborn);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    expect(await listed(`studyId=${studyId}`)).toEqual([]);
    expect(await listed("withoutItem=true")).toMatchObject([{ itemCode: unborn, id: body.id }]);

    api.asMember(studyId, "viewer");
    expect((await api.get("/api/v1/sightings?withoutItem=true")).statusCode).toBe(403);
    api.asMember(studyId, "editor");
    expect((await api.get("/api/v1/sightings?withoutItem=true")).json()).toHaveLength(1);

    await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code: unborn });
    expect(await listed("withoutItem=true")).toEqual([]);
    expect(await listed(`studyId=${studyId}`)).toMatchObject([
      { itemCode: unborn, id: body.id, note: "in the reeds", finderNumber: 1 },
    ]);
    expect((await send(report(), unborn)).json().finderNumber).toBe(2);
  });

  it("moves to the right item when its finder corrects the code", async () => {
    const wrong = itemCodeFromNumber(77);
    const body = report();
    await send(body, wrong);
    const corrected = await send(body);
    expect([corrected.statusCode, corrected.json()]).toMatchObject([
      200,
      { id: body.id, code, finderNumber: 1, notes: [] },
    ]);
    expect(await listed("withoutItem=true")).toEqual([]);
    expect((await send(body, wrong)).json()).toEqual(corrected.json());
  });

  it("refuses what can be no code, with the released item that was probably meant", async () => {
    const slip = `${code.slice(0, 4)}${code[4] === "Z" ? "Y" : "Z"}${code[5]}`;
    for (const answer of [
      await api.sendFrom(HERE, `/api/v1/items/${slip}/sightings`, report()),
      await api.get(`/api/v1/items/${slip}`),
    ])
      expect([answer.statusCode, answer.json()]).toMatchObject([
        404,
        { suggestion: code, suggestions: [code] },
      ]);
  });

  it("suggests no item that was never released, and several only by name of suggestions", async () => {
    const [one, other, ...rest] = nearbyItemCodes("ZZZZZZ");
    if (!one || !other) throw new Error("every text has several codes near it");
    api.asAdministrator();
    const items = [one, other, ...rest.slice(0, 2)];
    for (const near of items)
      await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code: near });
    const ask = async () => (await api.get("/api/v1/items/ZZZZZZ")).json();
    expect((await ask()).suggestions).toBeUndefined();
    await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Temse",
      position: [4.2, 51.13],
      releasedAt: "2026-06-20T08:00:00Z",
      itemCodes: [one, other],
    });
    const { suggestion, suggestions } = await ask();
    expect([suggestion, [...suggestions].sort()]).toEqual([undefined, [one, other].sort()]);
    await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Melle",
      position: [3.8, 51],
      releasedAt: "2026-06-20T09:00:00Z",
      itemCodes: rest.slice(0, 2),
    });
    expect((await ask()).suggestions).toBeUndefined();
  });

  it("says that an item was carried far from the water, and shows nobody where to", async () => {
    const carried = report({ position: AFAR, surroundings: "elsewhere", putBack: "taken-along" });
    expect((await send(carried)).json().notes).toEqual(["far-from-water"]);
    expect(await journeyKinds()).toEqual(["release"]);
    const open = await api.get("/ogc/collections/sightings/items");
    expect(open.json().features).toEqual([]);
    api.asMember(studyId, "viewer");
    expect(await journeyKinds()).toEqual(["release", "sighting"]);
    expect((await api.get("/ogc/collections/sightings/items")).json().features).toHaveLength(1);
  });

  it("measures how far by the lines of the study's water, where it has some", async () => {
    api.asMember(studyId, "owner");
    const waterLines = [
      [
        [4.31, 51.12],
        [4.3997, 51.2213],
      ],
    ];
    await api.send("PATCH", `/api/v1/studies/${studyId}`, { waterLines, corridorMetres: 800 });
    const at = async (position: readonly number[], more: object = {}) =>
      (await send(report({ position, ...more }))).json().notes.includes("far-from-water");
    expect(await at([4.4, 51.2213], { surroundings: "elsewhere" })).toBe(false);
    expect(await at([4.415, 51.2213])).toBe(true);
    expect(await at([4.415, 51.2213], { accuracyMetres: 400 })).toBe(false);
    expect(await at(AFAR)).toBe(true);
  });

  it("is looked at first when a field is filled that no person sees", async () => {
    const body = report({ website: "https://cheap.example" });
    const kept = await send(body);
    expect(kept.statusCode).toBe(201);
    expect(JSON.stringify(kept.json())).not.toMatch(/honeypot|suspicious|review/);
    expect(await journeyKinds()).toEqual(["release"]);
    expect((await api.get(`/api/v1/items/${code}`)).json().sightingCount).toBe(0);
    expect((await api.get("/ogc/collections/sightings/items")).json().features).toEqual([]);
    expect(await listed("review=waiting")).toMatchObject([
      { id: body.id, suspicious: ["honeypot"], review: "waiting" },
    ]);

    const judge = (review: string) => api.send("PATCH", `/api/v1/sightings/${body.id}`, { review });
    api.asNobody();
    expect((await judge("accepted")).statusCode).toBe(401);
    api.asMember(studyId, "viewer");
    expect((await judge("accepted")).statusCode).toBe(403);
    api.asMember(studyId + 1, "owner");
    expect((await judge("accepted")).statusCode).toBe(404);
    api.asMember(studyId, "editor");
    expect((await judge("accepted")).json().review).toBe("accepted");
    api.asNobody();
    expect(await journeyKinds()).toEqual(["release", "sighting"]);
    api.asMember(studyId, "editor");
    expect((await judge("rejected")).json().review).toBe("rejected");
    expect(await journeyKinds()).toEqual(["release"]);
  });

  it("is kept and looked at first when too many come from one address or of one item", async () => {
    const codes = Array.from({ length: 7 }, (_, index) => itemCodeFromNumber(5000 + index));
    for (let n = 0; n < 62; n++) {
      const to = codes[n % 7] ?? code;
      expect((await send(report(), to)).statusCode).toBe(201);
    }
    const waiting = await listed("withoutItem=true&review=waiting&limit=1000");
    expect(waiting.map(({ suspicious }: { suspicious: unknown }) => suspicious)).toEqual(
      Array(2).fill(["many-from-address"]),
    );
    const one = itemCodeFromNumber(6000);
    for (let n = 0; n < 13; n++)
      await api.sendFrom(`203.0.113.${n + 20}`, `/api/v1/items/${one}/sightings`, report());
    expect(await listed(`withoutItem=true&review=waiting&itemCode=${one}`)).toMatchObject([
      { suspicious: ["many-of-item"] },
    ]);
  });

  it("may be sent again as often as it takes without becoming suspicious", async () => {
    const body = report();
    for (let n = 0; n < 20; n++) await send(body);
    await send(report({ seenAt: "2026-06-24T10:00:00Z" }));
    expect(await listed("review=waiting")).toEqual([]);
  });
});
