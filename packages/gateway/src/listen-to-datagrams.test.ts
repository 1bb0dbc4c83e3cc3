import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import type { RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import { protocolNamed } from "@zpr/protocols";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Listener } from "./listen.ts";
import { listenToDatagrams } from "./listen-to-datagrams.ts";
import { emptyCommandBox } from "./testing.ts";

/** A Teltonika datagram with one record, packet id 2A17, AVL packet 7. */
const DATAGRAM = Buffer.from(
  "00432a170107000f33353633303730343234343130313308010000019edee4d80000029f09281e87e330000300b6090004000604150445017158f00102430f48b6000b000001",
  "hex",
);
DATAGRAM.writeUInt16BE(DATAGRAM.length - 2, 0);

let listener: Listener;
let tracker: Socket;
let kept: RawMessage[];
let answers: string[];
let lines: object[];
let disk: () => Promise<void>;

beforeEach(async () => {
  [kept, answers, lines, disk] = [[], [], [], async () => {}];
  const protocol = protocolNamed("teltonika");
  if (!protocol) throw new Error("there is no teltonika");
  const rawLog = {
    append: async (message: RawMessage) => {
      await disk();
      kept.push(message);
    },
  };
  const log = { info: () => {}, warn: () => {}, error: (facts: object) => void lines.push(facts) };
  listener = await listenToDatagrams(
    protocol,
    { host: "127.0.0.1", port: 0, keepMilliseconds: 0 },
    { rawLog, commandBox: emptyCommandBox, meter: prometheusMeter(), log, now: () => new Date() },
  );
  tracker = createSocket("udp4");
  tracker.on("message", (datagram) => answers.push(datagram.toString("hex")));
  tracker.connect(listener.port, "127.0.0.1");
  await once(tracker, "connect");
});
afterEach(async () => {
  tracker.close();
  await listener.close();
});

test("a datagram is kept, then answered", async () => {
  tracker.send(DATAGRAM);
  await expect.poll(() => answers).toEqual(["00052a17010701"]);
  expect(kept).toMatchObject([
    { protocol: "teltonika", transport: "udp", uniqueId: "356307042441013", bytes: DATAGRAM },
  ]);
});

test("a datagram that cannot be kept is not answered", async () => {
  disk = () => Promise.reject(new Error("no space left"));
  tracker.send(DATAGRAM);
  await expect.poll(() => lines.length).toBe(1);
  disk = async () => {};
  tracker.send(DATAGRAM);
  await expect.poll(() => answers).toEqual(["00052a17010701"]);
  expect(kept).toHaveLength(1);
});

test("what is no frame is kept and complained of, and others go on", async () => {
  tracker.send(Buffer.from("hello"));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept).toMatchObject([{ uniqueId: null, bytes: Buffer.from("hello") }]);
  expect(lines).toEqual([expect.objectContaining({ hex: Buffer.from("hello").toString("hex") })]);
  tracker.send(DATAGRAM);
  await expect.poll(() => answers).toHaveLength(1);
});
