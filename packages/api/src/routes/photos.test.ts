import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { itemCodeFromNumber } from "@zpr/model";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const HEIC = new URL("../../../platform/src/pictures/bottle.heic", import.meta.url);

describe("a photo of a sighting", () => {
  const api = useApi();
  let url: string;
  let id: string;
  let jpeg: Buffer;
  const put = (bytes: Buffer, headers: Record<string, string> = {}) =>
    api.sendImage(url, bytes, headers);
  const piece = (start: number, end: number) =>
    put(jpeg.subarray(start, end), {
      "content-range": `bytes ${start}-${end - 1}/${jpeg.length}`,
    });
  const offset = async () => {
    const { headers } = await api.inject("HEAD", url);
    return [Number(headers["upload-offset"]), headers["upload-complete"]];
  };

  beforeEach(async () => {
    id = randomUUID();
    url = `/api/v1/sightings/${id}/photos/1`;
    const noise = { type: "gaussian" as const, mean: 120, sigma: 60 };
    jpeg = await sharp({
      create: { width: 200, height: 100, channels: 3, background: "#000", noise },
    })
      .withExif({ IFD0: { Make: "Spy" } })
      .jpeg()
      .toBuffer();
    await api.send("POST", `/api/v1/items/${itemCodeFromNumber(4711)}/sightings`, {
      id,
      seenAt: "2026-06-20T10:00:00Z",
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "nl",
    });
  });

  it("comes in pieces, goes on after a cut, and is whole at the end", async () => {
    expect(await offset()).toEqual([0, "?0"]);
    const first = await piece(0, 1000);
    expect([first.statusCode, first.json()]).toEqual([
      202,
      { n: 1, receivedBytes: 1000, totalBytes: jpeg.length },
    ]);
    expect(await offset()).toEqual([1000, "?0"]);
    const ahead = await piece(2000, 3000);
    expect([ahead.statusCode, ahead.headers["upload-offset"]]).toEqual([409, "1000"]);
    expect((await piece(1000, 2000)).statusCode).toBe(202);
    const last = await piece(2000, jpeg.length);
    expect([last.statusCode, last.json()]).toEqual([201, { n: 1, width: 200, height: 100 }]);
    expect(await offset()).toEqual([0, "?1"]);

    api.asAdministrator();
    const shown = await api.get(url);
    expect(shown.headers["content-type"]).toBe("image/jpeg");
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
  });

  it("begins anew when its first piece comes again", async () => {
    await piece(0, 1000);
    await piece(0, 500);
    expect(await offset()).toEqual([500, "?0"]);
    expect((await put(jpeg)).statusCode).toBe(201);
    expect(await offset()).toEqual([0, "?1"]);
    expect((await put(jpeg)).statusCode).toBe(200);
  });

  it.each([
    ["of no form", "pieces 0-9/10", 400],
    ["of other bytes than came", "bytes 0-99/1000", 400],
    ["beyond its end", "bytes 5-14/10", 400],
    ["of more than we take", "bytes 0-9/99999999", 413],
  ])("refuses a piece %s", async (_what, range, status) => {
    const answer = await put(jpeg.subarray(0, 10), { "content-range": range });
    expect(answer.statusCode).toBe(status);
  });

  it("is shown when it is HEIC, whatever the phone calls it", async () => {
    const kept = await put(await readFile(HEIC), { "content-type": "image/jpeg" });
    expect([kept.statusCode, kept.json()]).toEqual([201, { n: 1, width: 160, height: 96 }]);
  });

  it("is kept when it is HEIC that nobody can decode, and shown to nobody", async () => {
    const kept = await put((await readFile(HEIC)).subarray(0, 400));
    expect([kept.statusCode, kept.json()]).toEqual([201, { n: 1, width: null, height: null }]);
    api.asAdministrator();
    const shown = await api.get(url);
    expect([shown.statusCode, shown.json().detail]).toEqual([404, expect.stringContaining("kept")]);
    expect((await api.get("/api/v1/sightings?withoutItem=true")).json()).toMatchObject([
      { photos: [], photosNotShown: 1 },
    ]);
  });

  it.each([
    ["PUT", 404],
    ["HEAD", 404],
    ["GET", 404],
  ] as const)("of no sighting is not found: %s", async (method, status) => {
    api.asAdministrator();
    url = `/api/v1/sightings/${randomUUID()}/photos/1`;
    const answer = method === "PUT" ? await put(jpeg) : await api.inject(method, url);
    expect(answer.statusCode).toBe(status);
  });

  it("of a sighting without an item is seen by administrators and editors only", async () => {
    await put(jpeg);
    expect((await api.get(url)).statusCode).toBe(401);
    api.asMember(1, "viewer");
    expect((await api.get(url)).statusCode).toBe(404);
    api.asMember(1, "editor");
    expect((await api.get(url)).statusCode).toBe(200);
  });
});
