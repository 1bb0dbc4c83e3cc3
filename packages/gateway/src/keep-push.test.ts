import type { RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import type { CommandEcho, TrackerKey } from "@zpr/ports";
import { pushProtocolNamed } from "@zpr/protocols";
import { beforeEach, expect, it } from "vitest";
import { keepPush } from "./keep-push.ts";
import { emptyCommandBox } from "./testing.ts";

const kept: RawMessage[] = [];
const told: [TrackerKey, string | null, CommandEcho][] = [];
let failures = 0;

const ports = {
  rawLog: {
    async append(message: RawMessage) {
      if (failures-- > 0) throw new Error("the database is away");
      kept.push(message);
    },
  },
  commandBox: {
    ...emptyCommandBox,
    async answered(...echo: [TrackerKey, string | null, CommandEcho]) {
      told.push(echo);
      return 42;
    },
  },
  meter: prometheusMeter(),
};

beforeEach(() => {
  kept.length = 0;
  told.length = 0;
  failures = 0;
});

const receivedAt = new Date("2026-06-19T12:00:00Z");

function push(event: string, body: object | string) {
  const protocol = pushProtocolNamed("chirpstack");
  if (!protocol) throw new Error("no such protocol");
  return keepPush(
    {
      protocol,
      transport: "mqtt",
      push: {
        receivedAt,
        contentType: "application/json",
        query: { topic: `application/a/device/70b3d57ed005aa02/event/${event}` },
      },
      body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
    },
    ports,
  );
}

const deviceInfo = { devEui: "70b3d57ed005aa02" };

it("keeps a message exactly as it came, with what its bytes do not tell", async () => {
  const body = JSON.stringify({ deviceInfo, fCnt: 1 });
  expect(await push("up", body)).toMatchObject({ ok: true });
  expect(kept).toEqual([
    {
      protocol: "chirpstack",
      uniqueId: "70B3D57ED005AA02",
      transport: "mqtt",
      receivedAt,
      bytes: Buffer.from(body),
      context: "up",
    },
  ]);
  expect(told).toEqual([]);
});

it("passes on news of an instruction once its message is kept", async () => {
  const queueItemId = "f4a7c1de-5a0e-4d4b-8a11-5f3c1c3a0b42";
  failures = 1;
  const body = { deviceInfo, queueItemId, acknowledged: true };
  await expect(push("ack", body)).rejects.toThrow("away");
  expect(told).toEqual([]);
  await push("ack", body);
  expect(kept).toHaveLength(1);
  expect(told).toEqual([
    [
      { protocol: "chirpstack", uniqueId: "70B3D57ED005AA02" },
      null,
      {
        key: queueItemId,
        outcome: "acknowledged",
        text: "acknowledged by the device",
        bytes: kept[0]?.bytes,
      },
    ],
  ]);
});

it("keeps what it cannot unpack, and says why it could not", async () => {
  expect(await push("up", "not JSON")).toMatchObject({ ok: false });
  expect(kept).toMatchObject([{ uniqueId: null, bytes: Buffer.from("not JSON") }]);
});
