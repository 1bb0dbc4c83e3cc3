import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { imei, type RawMessage } from "@zpr/model";
import { protocolNamed } from "@zpr/protocols";
import { encodeLogin, encodePacket } from "@zpr/simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Listener, type ListenOptions, listen } from "./listen.ts";

const IMEI = imei("356307042441013");
const login = encodeLogin(IMEI);

function packet(records: number): Buffer {
  return encodePacket(
    "8E",
    Array.from({ length: records }, (_, hour) => ({
      time: Date.parse("2026-06-19T08:00:00Z") + hour * 3_600_000,
      position: [4.4, 51.2] as const,
      altitudeMetres: 2,
      headingDegrees: 0,
      satellites: 9,
      speedKilometresPerHour: 0,
      io: {},
    })),
  );
}

let listener: Listener;
let kept: RawMessage[];
let lines: object[];
/** How the disk behaves: resolves when a message is durable. */
let disk: () => Promise<void>;

async function start(options: Partial<ListenOptions> = {}): Promise<void> {
  const protocol = protocolNamed("teltonika");
  if (!protocol) throw new Error("there is no teltonika");
  listener = await listen(
    protocol,
    { host: "127.0.0.1", port: 0, ...options },
    {
      rawLog: {
        async append(message) {
          await disk();
          kept.push(message);
        },
      },
      meter: { count: () => {} },
      log: { info: () => {}, warn: () => {}, error: (facts) => void lines.push(facts) },
      now: () => new Date("2026-06-19T12:00:00Z"),
    },
  );
}

beforeEach(async () => {
  [kept, lines, disk] = [[], [], async () => {}];
  await start();
});
afterEach(() => listener.close());

function call(): { readonly socket: Socket; heard(): string; readonly over: Promise<void> } {
  const socket = connect(listener.port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => {});
  const over = new Promise<void>((done) => socket.once("close", () => done()));
  return { socket, heard: () => Buffer.concat(chunks).toString("hex"), over };
}

describe("a call", () => {
  test("is answered the same however its bytes are cut up", async () => {
    const { socket, heard } = call();
    for (const byte of Buffer.concat([login, packet(2)])) {
      socket.write(Buffer.from([byte]));
      await pause(0);
    }
    await expect.poll(heard).toBe("0100000002");
    socket.destroy();
  });

  test("may bring its login and several packets in one piece, with pings between", async () => {
    const { socket, heard } = call();
    socket.write(
      Buffer.concat([Buffer.from([0xff]), login, packet(1), Buffer.from([0xff]), packet(3)]),
    );
    await expect.poll(heard).toBe("010000000100000003");
    expect(kept.map(({ uniqueId, bytes }) => [uniqueId, bytes.length])).toEqual([
      [IMEI, packet(1).length],
      [IMEI, packet(3).length],
    ]);
    socket.destroy();
  });

  test("hears nothing of a packet before it is durable", async () => {
    let durable = () => {};
    disk = () => new Promise((done) => (durable = done));
    const { socket, heard } = call();
    socket.write(Buffer.concat([login, packet(5)]));
    await pause(200);
    expect(heard()).toBe("01");
    durable();
    await expect.poll(heard).toBe("0100000005");
    socket.destroy();
  });

  test("is cut without an answer when its packet cannot be kept", async () => {
    disk = () => Promise.reject(new Error("no space left"));
    const { socket, heard, over } = call();
    socket.write(Buffer.concat([login, packet(5)]));
    await over;
    expect(heard()).toBe("01");
    expect(lines).toEqual([
      expect.objectContaining({ protocol: "teltonika", error: "Error: no space left" }),
    ]);
  });

  test("that brings a damaged packet hears 0, and the packet is kept", async () => {
    const damaged = packet(1);
    damaged.writeUInt8(damaged.readUInt8(30) ^ 1, 30);
    const { socket, heard } = call();
    socket.write(Buffer.concat([login, damaged, packet(1)]));
    await expect.poll(heard).toBe("010000000000000001");
    expect(kept).toHaveLength(2);
    expect(lines).toEqual([
      expect.objectContaining({ reason: "checksum", hex: damaged.toString("hex", 0, 64) }),
    ]);
    socket.destroy();
  });

  test("that brings noise is cut, with peer, protocol and bytes in the log", async () => {
    const { socket, heard, over } = call();
    socket.write("GET / HTTP/1.1\r\n");
    await over;
    expect(heard()).toBe("");
    expect(lines).toEqual([
      expect.objectContaining({
        peer: expect.stringContaining("127.0.0.1:"),
        protocol: "teltonika",
        hex: Buffer.from("GET / HTTP/1.1\r\n").toString("hex"),
      }),
    ]);
  });

  test("with no IMEI is refused", async () => {
    const { socket, heard, over } = call();
    socket.write(Buffer.concat([Buffer.from([0, 4]), Buffer.from("oops")]));
    await over;
    expect(heard()).toBe("00");
  });

  test("that stalls in the middle of a frame does not hold up others", async () => {
    const slow = call();
    slow.socket.write(Buffer.concat([login, packet(5).subarray(0, 20)]));
    const quick = call();
    quick.socket.write(Buffer.concat([login, packet(4)]));
    await expect.poll(quick.heard).toBe("0100000004");
    slow.socket.destroy();
    quick.socket.destroy();
  });
});

describe("a listener", () => {
  test("cuts strangers who do not say who they are, and callers who fall silent", async () => {
    await listener.close();
    await start({ loginMilliseconds: 150, idleMilliseconds: 400 });
    const stranger = call();
    const silent = call();
    silent.socket.write(login);
    await stranger.over;
    expect(silent.socket.destroyed).toBe(false);
    await silent.over;
  });

  test("that closes gives the frame in hand its answer, cuts the rest and takes no new calls", async () => {
    let durable = () => {};
    disk = () => new Promise((done) => (durable = done));
    const [busy, idle] = [call(), call()];
    idle.socket.write(login);
    busy.socket.write(Buffer.concat([login, packet(7)]));
    await expect.poll(busy.heard).toBe("01");
    await pause(100);
    const closed = listener.close();
    await pause(50);
    durable();
    await Promise.all([closed, busy.over, idle.over]);
    expect(busy.heard()).toBe("0100000007");
    const late = connect(listener.port, "127.0.0.1");
    await expect(new Promise((_, refused) => late.once("error", refused))).rejects.toThrow(
      "ECONNREFUSED",
    );
    await start();
  });
});
