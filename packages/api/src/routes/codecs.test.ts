import { postgresRawLog } from "@zpr/storage";
import { describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();

const SOURCE = `function decodeUplink({ bytes, recvTime }) {
  console.log(recvTime.toISOString());
  if (bytes.length === 0) return { errors: ["empty"] };
  return { data: { gps: { where: [bytes[0] / 10, bytes[1]] }, mv: 3650, water: 17 }, warnings: ["old firmware"] };
}
function encodeDownlink({ data }) { return { bytes: [data.minutes], fPort: 3 }; }`;
const MAPPING = {
  latitude: "gps.where[1]",
  longitude: { path: "gps.where[0]" },
  batteryVolts: { path: "mv", unit: "mV" },
};

async function newStudy(name = "Scheldt"): Promise<number> {
  api.asAdministrator();
  return (await api.send("POST", "/api/v1/studies", { name })).json().id;
}

const upload = (studyId: number, more: object = {}) =>
  api.send("POST", "/api/v1/codecs", {
    studyId,
    name: "buoy",
    source: SOURCE,
    mapping: MAPPING,
    ...more,
  });

describe("a codec", () => {
  it("is known by a hash of source and mapping, and tells what it can", async () => {
    const studyId = await newStudy();
    const made = await upload(studyId);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      name: "buoy",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      functions: ["decodeUplink", "encodeDownlink"],
      mapping: { latitude: { path: "gps.where[1]" } },
      createdBy: "test",
    });
    expect((await upload(studyId)).json()).toEqual(made.json());
    const { mapping: _, ...others } = MAPPING as Record<string, unknown>;
    const other = await upload(studyId, { mapping: { ...others, batteryVolts: null } });
    expect(other.json().hash).not.toBe(made.json().hash);
    expect((await upload(studyId, { name: "float" })).statusCode).toBe(409);

    const { source, ...summary } = made.json();
    const listed = await api.get(`/api/v1/codecs?studyId=${studyId}`);
    expect(listed.json()).toHaveLength(2);
    expect(listed.json()[0]).toEqual(summary);
    expect((await api.get(`/api/v1/codecs/${summary.id}`)).json()).toEqual({ ...summary, source });
  });

  it.each([
    ["no function", { source: "const x = 1;" }, "defines none of decodeUplink"],
    ["no JavaScript", { source: "not a script" }, "SyntaxError"],
    ["an endless loop", { source: "for (;;);" }, "longer than 50 ms"],
    ["a name nobody knows", { mapping: { lat: "a" } }, '"lat" is none of'],
    ["half a place", { mapping: { latitude: "a" } }, "longitude and latitude"],
    ["no path", { mapping: { hdop: "a..b" } }, "hdop: not a path"],
    [
      "an unknown unit",
      { mapping: { batteryVolts: { path: "a", unit: "kV" } } },
      "unit is none of mV",
    ],
  ])("with %s is refused, and says why", async (_what, more, detail) => {
    const refused = await upload(await newStudy(), more);
    expect(refused.statusCode).toBe(400);
    expect(refused.json().detail).toContain(detail);
  });

  it("is for its study: editors make it, viewers see it", async () => {
    const studyId = await newStudy();
    const { id } = (await upload(studyId)).json();
    api.asMember(studyId, "viewer");
    expect((await upload(studyId)).statusCode).toBe(403);
    expect((await api.get(`/api/v1/codecs/${id}`)).statusCode).toBe(200);
    const asked = { studyId, codecId: id, uplinks: [] };
    expect((await api.send("POST", "/api/v1/codecs/try", asked)).statusCode).toBe(403);
    api.asMember(studyId + 1, "owner");
    expect((await api.get(`/api/v1/codecs/${id}`)).statusCode).toBe(404);
    expect((await api.get("/api/v1/codecs")).json()).toEqual([]);
  });

  it("becomes a tracker's when both are of one study", async () => {
    const studyId = await newStudy();
    const { id: codecId } = (await upload(studyId)).json();
    const tracker = { studyId, protocol: "ttn", uniqueId: "70B3D57ED005AA01" };
    const { id } = (await api.send("POST", "/api/v1/trackers", tracker)).json();
    const path = `/api/v1/trackers/${id}`;
    expect((await api.send("PATCH", path, { codecId })).json()).toMatchObject({ codecId });
    expect((await api.send("PATCH", path, { name: "x" })).json()).toMatchObject({ codecId });
    expect((await api.send("PATCH", path, { codecId: null })).json().codecId).toBeNull();
    const foreign = (await upload(await newStudy("Rupel"))).json().id;
    expect((await api.send("PATCH", path, { codecId: foreign })).statusCode).toBe(400);
  });
});

describe("trying a codec", () => {
  const attempt = (body: object) => api.send("POST", "/api/v1/codecs/try", body);

  it("shows data, fix, warnings, console and time, and keeps nothing", async () => {
    const studyId = await newStudy();
    const uplinks = [
      { hex: "2c33", port: 1, receivedAt: "2026-06-19T12:00:00Z" },
      { hex: "", port: 1 },
      { hex: "2cff", port: 1 },
    ];
    const tried = await attempt({ studyId, source: SOURCE, mapping: MAPPING, uplinks });
    expect(tried.statusCode).toBe(200);
    expect(tried.json()).toMatchObject([
      {
        reason: null,
        data: { water: 17 },
        fix: {
          time: "2026-06-19T12:00:00.000Z",
          position: [4.4, 51],
          quality: "valid",
          batteryVolts: 3.65,
          attributes: { water: 17, timeOfReceipt: true, codecWarnings: "old firmware" },
        },
        warnings: ["old firmware"],
        logs: ["2026-06-19T12:00:00.000Z"],
        milliseconds: expect.any(Number),
      },
      { reason: "the codec says: empty", data: null, fix: null },
      {
        fix: {
          position: null,
          quality: "none",
          attributes: { positionRefused: "no place on the globe: longitude 4.4, latitude 255" },
        },
      },
    ]);
    expect((await api.get("/api/v1/codecs")).json()).toEqual([]);
  });

  it("is for so many at once, and nobody waits long behind them", async () => {
    const studyId = await newStudy();
    const source =
      "function decodeUplink() { for (const began = Date.now(); Date.now() < began + 20; ); return {}; }";
    const uplinks = Array.from({ length: 10 }, () => ({ hex: "2c33", port: 1 }));
    const tried = await Promise.all(
      Array.from({ length: 12 }, () => attempt({ studyId, source, uplinks })),
    );
    const statuses = tried.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([...Array(8).fill(200), ...Array(4).fill(503)]);
    expect((await attempt({ studyId, source, uplinks: [] })).statusCode).toBe(200);
  });

  it("reads kept messages, and encodes downlinks", async () => {
    const studyId = await newStudy();
    const { id: codecId } = (await upload(studyId)).json();
    const uniqueId = "70B3D57ED005AA01";
    await api.send("POST", "/api/v1/trackers", { studyId, protocol: "ttn", uniqueId });
    await postgresRawLog(api.database()).append({
      protocol: "ttn",
      uniqueId,
      transport: "http",
      context: null,
      receivedAt: new Date("2026-06-19T12:00:01Z"),
      bytes: Buffer.from(
        JSON.stringify({
          end_device_ids: { dev_eui: uniqueId },
          received_at: "2026-06-19T12:00:00Z",
          uplink_message: { f_port: 1, frm_payload: "LDM=" },
        }),
      ),
    });
    const body = { studyId, codecId, rawMessageIds: [1], downlink: { data: { minutes: 60 } } };
    expect((await attempt(body)).json()).toMatchObject([
      { rawMessageId: 1, fix: { time: "2026-06-19T12:00:00.000Z", position: [4.4, 51] } },
      { rawMessageId: null, port: 3, hex: "3c" },
    ]);
    expect((await attempt({ ...body, rawMessageIds: [2] })).statusCode).toBe(404);
    expect((await attempt({ ...body, source: SOURCE })).statusCode).toBe(400);
  });
});
