import { connect } from "node:net";
import { imei, itemCodeFromNumber } from "@zpr/model";
import { encodeLogin, encodePacket, type TrackerRecord } from "@zpr/simulator";
import { describe, expect, test } from "vitest";
import { look, type RunningServer, useServer } from "./running-server.ts";

const server = useServer();
const HOUR = 3_600_000;
const STEENPLEIN = [4.3977, 51.2222] as const;

/** An hour's step down the river at Antwerp, about 900 m. */
function record(hour: number, more: Partial<TrackerRecord> = {}): TrackerRecord {
  return {
    time: Date.parse("2026-06-19T08:00:00Z") + hour * HOUR,
    position: [STEENPLEIN[0], STEENPLEIN[1] + hour * 0.008],
    altitudeMetres: 3,
    headingDegrees: 0,
    satellites: 9,
    speedKilometresPerHour: 1,
    io: { batteryMillivolts: 3912, batteryPercent: 88 },
    ...more,
  };
}

/** Says these bytes as one tracker in one connection and gives everything the server answers. */
async function say(bytes: readonly Buffer[], answerBytes: number): Promise<Buffer> {
  const socket = connect(server().teltonikaPort, "127.0.0.1");
  for (const part of bytes) socket.write(part);
  const answers: Buffer[] = [];
  for await (const chunk of socket) {
    answers.push(chunk);
    if (Buffer.concat(answers).length >= answerBytes) break;
  }
  return Buffer.concat(answers);
}

async function eventually<Value>(look: () => Promise<Value | undefined | false>): Promise<Value> {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; ) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error("it did not happen within 15 s");
}

interface Journey {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly unknown[] };
    readonly properties: { readonly kind: string };
  }[];
  readonly properties: { readonly travelledMetres: number };
}

interface Made {
  readonly id: number;
}

async function prepare(number: number, call: RunningServer["call"]) {
  const { id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: `Study ${number}` });
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", {
    studyId,
    name: "bottle",
  });
  const code = itemCodeFromNumber(number);
  await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
  await call("POST", "/api/v1/releases", {
    studyId,
    place: "Steenplein",
    position: STEENPLEIN,
    releasedAt: "2026-06-19T07:30:00Z",
    itemCodes: [code],
  });
  return { studyId, code };
}

describe("a tracker's bytes", () => {
  test("become fixes, a journey, features and tiles, each fix pointing to its bytes", async () => {
    const { call, url, key } = server();
    const { studyId, code } = await prepare(1001, call);
    const tracker = await call<Made>("POST", "/api/v1/trackers", {
      studyId,
      protocol: "teltonika",
      uniqueId: "356307042441013",
    });
    await call("POST", "/api/v1/deployments", {
      trackerId: tracker.id,
      itemCode: code,
      startedAt: "2026-06-19T07:30:00Z",
    });

    const spike = record(2, { position: [5.9, 50.9] });
    const packet = encodePacket("8E", [record(0), record(1), spike, record(3), record(4)]);
    const login = encodeLogin(imei("356307042441013"));
    const answer = await say([login, packet.subarray(0, 30), packet.subarray(30), packet], 9);
    expect(answer.toString("hex")).toBe("010000000500000005");

    const fixes = await eventually(async () => {
      const list = await call<{ flags: string[]; rawMessageId: number; batteryVolts: number }[]>(
        "GET",
        `/api/v1/fixes?trackerId=${tracker.id}`,
      );
      return list.length === 5 && list;
    });
    expect(fixes.map((fix) => fix.flags)).toEqual([
      ["late"],
      ["late"],
      ["spike", "late"],
      ["late"],
      ["late"],
    ]);
    expect(fixes[0]?.batteryVolts).toBeCloseTo(3.912);
    const raw = await call<{ hex: string; outcome: string }>(
      "GET",
      `/api/v1/raw-messages/${fixes[0]?.rawMessageId}`,
    );
    expect(raw).toMatchObject({ hex: packet.toString("hex"), outcome: "decoded" });

    const journey = await look<Journey>(`${url}/api/v1/items/${code}/journey`);
    const track = journey.features.find((feature) => feature.properties.kind === "track");
    expect(track?.geometry.coordinates).toHaveLength(4);
    expect(journey.properties.travelledMetres).toBeCloseTo(4 * 890, -2);
    await eventually(async () => {
      const [summary] = await call<{ fixCount: number }[]>(
        "GET",
        `/api/v1/journeys?studyId=${studyId}`,
      );
      return summary?.fixCount === 4;
    });

    const features = await look<{ numberMatched: number; numberReturned: number }>(
      `${url}/ogc/collections/fixes/items?bbox=4.3,51.2,4.5,51.3`,
    );
    expect([features.numberMatched, features.numberReturned]).toEqual([4, 4]);
    const tile = await fetch(`${url}/tiles/fixes/10/524/341.mvt`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect([tile.status, (await tile.arrayBuffer()).byteLength > 50]).toEqual([200, true]);
  });

  test("are kept when nobody registered the tracker, and read when somebody does", async () => {
    const { call } = server();
    const uniqueId = "356307042441021";
    await say([encodeLogin(imei(uniqueId)), encodePacket("8", [record(0), record(1)])], 5);
    const stranger = await eventually(async () => {
      const calling = await call<{ uniqueId: string; messageCount: number }[]>(
        "GET",
        "/api/v1/trackers/unknown",
      );
      return calling.find((one) => one.uniqueId === uniqueId);
    });
    expect(stranger.messageCount).toBe(1);

    const { studyId } = await prepare(1002, call);
    const { id } = await call<Made>("POST", "/api/v1/trackers", {
      studyId,
      protocol: "teltonika",
      uniqueId,
    });
    await eventually(
      async () => (await call<Made[]>("GET", `/api/v1/fixes?trackerId=${id}`)).length === 2,
    );
    expect(await call("GET", "/api/v1/trackers/unknown")).toEqual([]);
  });

  test("that are damaged are not accepted, but kept with the reason", async () => {
    const { call } = server();
    const packet = encodePacket("8E", [record(0)]);
    packet.writeUInt8(packet.readUInt8(20) ^ 1, 20);
    const answer = await say([encodeLogin(imei("356307042441013")), packet], 5);
    expect(answer.toString("hex")).toBe("0100000000");
    const [problem] = await eventually(async () => {
      const list = await call<{ hex: string; reason: string }[]>(
        "GET",
        "/api/v1/raw-messages?undecodable=true",
      );
      return list.length > 0 && list;
    });
    expect(problem).toMatchObject({ hex: packet.toString("hex"), reason: "checksum" });
  });
});
