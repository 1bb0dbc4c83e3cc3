import { itemCodeFromNumber } from "@zpr/model";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const IMEI = "356307042441013";
const REPORT = {
  id: "7b1d0f7e-5df4-4c51-9a37-0f6f0b3f9a11",
  seenAt: "2026-06-20T10:00:00Z",
  position: [4.3997, 51.2213],
  accuracyMetres: 8,
  positionSource: "gps",
  surroundings: "bank",
  condition: "worn",
  putBack: "put-back",
  locale: "nl",
};

describe("a study's day", () => {
  const api = useApi();
  let studyId: number;
  let itemTypeId: number;
  const code = itemCodeFromNumber(4711);

  beforeEach(async () => {
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    itemTypeId = (
      await api.send("POST", "/api/v1/item-types", { studyId, name: "bottle", material: "PET" })
    ).json().id;
    await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code });
  });

  it("makes items with codes of their own", async () => {
    const made = await api.send("POST", "/api/v1/items/batch", { studyId, itemTypeId, count: 12 });
    expect(made.statusCode).toBe(201);
    expect(new Set(made.json().map((item: { code: string }) => item.code)).size).toBe(12);
  });

  it("refuses a code twice", async () => {
    const again = await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code });
    expect(again.statusCode).toBe(409);
    expect(again.headers["content-type"]).toMatch("application/problem+json");
  });

  it("releases an item, which anybody who holds it can then see", async () => {
    const release = {
      studyId,
      place: "Wintam",
      position: [4.31, 51.12],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: [code],
    };
    const made = await api.send("POST", "/api/v1/releases", release);
    expect(made.json()).toMatchObject({ place: "Wintam", itemCodes: [code] });
    expect((await api.send("POST", "/api/v1/releases", release)).json().id).toBe(made.json().id);

    api.asNobody();
    expect((await api.get(`/api/v1/items/${code.toLowerCase()}`)).json()).toEqual({
      code,
      itemType: { name: "bottle", material: "PET" },
      study: { id: studyId, name: "Scheldt", simulated: false, closed: false },
      release: { place: "Wintam", position: [4.31, 51.12], releasedAt: "2026-06-19T08:00:00.000Z" },
      contest: null,
      sightingCount: 0,
      status: "released",
    });
  });

  it("takes a finder's report once, however often it is sent, with its photo", async () => {
    api.asNobody();
    const first = await api.send("POST", `/api/v1/items/${code}/sightings`, {
      ...REPORT,
      contact: { email: "f@example.org", newsConsent: true },
    });
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ code, finderNumber: 1, photos: [] });
    const again = await api.send("POST", `/api/v1/items/${code}/sightings`, REPORT);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);

    const jpeg = await sharp({
      create: { width: 3000, height: 1500, channels: 3, background: "#e4ff1a" },
    })
      .withExif({ IFD0: { Make: "Spy" } })
      .jpeg()
      .toBuffer();
    const photo = await api.sendImage(`/api/v1/sightings/${REPORT.id}/photos/1`, jpeg);
    expect([photo.statusCode, photo.json()]).toEqual([201, { n: 1, width: 2048, height: 1024 }]);
    expect((await api.get(`/api/v1/sightings/${REPORT.id}/photos/1`)).statusCode).toBe(401);

    api.asMember(studyId, "viewer");
    const kept = await api.get(`/api/v1/sightings/${REPORT.id}/photos/1`);
    expect((await sharp(kept.rawPayload).metadata()).exif).toBeUndefined();
    const { 0: listed } = (await api.get(`/api/v1/sightings?studyId=${studyId}`)).json();
    expect(listed).toMatchObject({
      itemCode: code,
      putBack: "put-back",
      photos: [{ n: 1, width: 2048 }],
    });
    expect(JSON.stringify(listed)).not.toContain("example.org");
  });

  it("keeps a report whose photo is none", async () => {
    api.asNobody();
    await api.send("POST", `/api/v1/items/${code}/sightings`, REPORT);
    const photo = await api.sendImage(
      `/api/v1/sightings/${REPORT.id}/photos/1`,
      Buffer.from("GIF89a?"),
    );
    expect([photo.statusCode, photo.json().type]).toEqual([
      415,
      "https://zpr.one/problems/photo-unreadable",
    ]);
  });

  it("registers a tracker and puts it into an item, once at a time", async () => {
    const tracker = await api.send("POST", "/api/v1/trackers", {
      studyId,
      protocol: "teltonika",
      uniqueId: IMEI,
    });
    expect([tracker.statusCode, tracker.json()]).toMatchObject([
      201,
      { name: IMEI, lastHeardAt: null, fixCount: 0 },
    ]);
    const deployment = {
      trackerId: tracker.json().id,
      itemCode: code,
      startedAt: "2026-06-19T08:00:00Z",
    };
    const made = await api.send("POST", "/api/v1/deployments", deployment);
    expect(made.json()).toMatchObject({ itemCode: code, endedAt: null });
    expect((await api.send("POST", "/api/v1/deployments", deployment)).json().id).toBe(
      made.json().id,
    );
    const other = await api.send("POST", "/api/v1/deployments", {
      ...deployment,
      startedAt: "2026-06-20T08:00:00Z",
    });
    expect(other.statusCode).toBe(409);
    const ended = await api.send("PATCH", `/api/v1/deployments/${made.json().id}`, {
      endedAt: "2026-06-19T20:00:00Z",
    });
    expect(ended.json().endedAt).toBe("2026-06-19T20:00:00.000Z");
    expect((await api.get("/api/v1/items")).json()[0]).toMatchObject({ code, trackerId: null });
    expect((await api.get("/api/v1/trackers/unknown")).json()).toEqual([]);
  });

  it("hides a study from strangers and lets viewers only look", async () => {
    api.asMember(studyId + 1, "owner");
    expect((await api.get(`/api/v1/studies/${studyId}`)).statusCode).toBe(404);
    expect((await api.get(`/api/v1/items?studyId=${studyId}`)).statusCode).toBe(404);
    expect((await api.get("/api/v1/items")).json()).toEqual([]);
    api.asMember(studyId, "viewer");
    expect((await api.get("/api/v1/items")).json()).toHaveLength(1);
    const refused = await api.send("POST", "/api/v1/items", { studyId, itemTypeId });
    expect([refused.statusCode, refused.json().type]).toEqual([
      403,
      "https://zpr.one/problems/role-insufficient",
    ]);
  });

  it("pages through a list by its next links", async () => {
    await api.send("POST", "/api/v1/items/batch", { studyId, itemTypeId, count: 24 });
    const codes: string[] = [];
    for (let url = "/api/v1/items?limit=10"; url; ) {
      const page = await api.get(url);
      codes.push(...page.json().map((item: { code: string }) => item.code));
      url =
        String(page.headers["link"] ?? "").match(/<https?:\/\/[^/]+(.*)>; rel="next"/)?.[1] ?? "";
    }
    expect([codes.length, new Set(codes).size]).toEqual([25, 25]);
  });

  it("says what is wrong with a request", async () => {
    const answer = await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Temse",
      position: [4.2, 95],
      releasedAt: "now",
    });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
      400,
      "application/problem+json; charset=utf-8",
    ]);
    expect(answer.json().detail).toMatch(/position|releasedAt/);
  });

  it.each([
    "/api/v1/items?cursor=eyJhIjoxfQ",
    "/api/v1/sightings?cursor=eyJhIjoxfQ",
    "/api/v1/items?cursor=MzAwMDAwMDAwMA",
    "/api/v1/sightings?cursor=eyJzZWVuQXQiOiJzb29uIiwiaWQiOiI2ZjFjMmE4ZS0zZjBiLTRiN2UtOWQ1OC0wYzhhNWU5YjdhMTEifQ",
    "/api/v1/jobs?cursor=eyJjcmVhdGVkQXQiOiIyMDI2LTA2LTE5VDA4OjAwOjAwWiIsImlkIjoieCJ9",
    "/api/v1/episodes?cursor=eyJzdGFydGVkQXQiOiJuZXZlciIsImlkIjoxfQ",
    "/api/v1/fixes?itemCode=%00",
    "/api/v1/raw-messages/99999999999999999999",
  ])("takes a forged value as the caller's mistake, not as its own: %s", async (url) => {
    const answer = await api.get(url);
    expect([answer.statusCode, answer.json().type]).toEqual([
      400,
      "https://zpr.one/problems/request-invalid",
    ]);
  });

  it("tells an item's journey from its release to its last sighting", async () => {
    await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.31, 51.12],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: [code],
    });
    await api.send("POST", `/api/v1/items/${code}/sightings`, REPORT);
    api.asNobody();
    const journey = (await api.get(`/api/v1/items/${code}/journey`)).json();
    expect(
      journey.features.map((feature: { properties: { kind: string } }) => feature.properties.kind),
    ).toEqual(["release", "sighting"]);
    expect(journey.properties).toMatchObject({ code, sightingCount: 1, fixCount: 0 });
    expect(journey.properties.netMetres).toBeCloseTo(12_903, -2);
  });
});
