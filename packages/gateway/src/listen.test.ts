import { connect, type Socket } from "node:net";
import { imei, type RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import { protocolNamed } from "@zpr/protocols";
import { encodeLogin, encodePacket } from "@zpr/simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Listener, type ListenOptions, listen } from "./listen.ts";
import { emptyCommandBox } from "./testing.ts";

const IMEI = imei("356307042441013");
const login = encodeLogin(IMEI);
const ping = Buffer.from([0xff]);

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
    { host: "127.0.0.1", port: 0, keepMilliseconds: 0, ...options },
    {
      rawLog: {
        async append(message) {
          await disk();
          kept.push(message);
        },
      },
      commandBox: emptyCommandBox,
      meter: prometheusMeter(),
      log: { info: () => {}, warn: () => {}, error: (facts) => void lines.push(facts) },
      now: () => new Date("2026-06-19T12:00:00Z"),
    },
  );
}

/** Makes the disk slow: what is written from now on is durable when `finish` is called. */
function holdDisk(): { readonly begun: Promise<void>; readonly finish: () => void } {
  const begun = Promise.withResolvers<void>();
  const durable = Promise.withResolvers<void>();
  disk = () => {
    begun.resolve();
    return durable.promise;
  };
  return { begun: begun.promise, finish: durable.resolve };
}

beforeEach(async () => {
  [kept, lines, disk] = [[], [], async () => {}];
  await start();
});
afterEach(() => listener.close());

interface Caller {
  readonly socket: Socket;
  /** Everything the server has said so far, in hexadecimal. */
  heard(): string;
  /** When both sides have hung up. */
  readonly over: Promise<void>;
}

function call(...saying: readonly Buffer[]): Caller {
  const socket = connect({ port: listener.port, host: "127.0.0.1", noDelay: true });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => {});
  const over = new Promise<void>((done) => socket.once("close", () => done()));
  if (saying.length > 0) socket.write(Buffer.concat(saying));
  return { socket, heard: () => Buffer.concat(chunks).toString("hex"), over };
}

/** A caller that has logged in. */
async function acquaintance(): Promise<Caller> {
  const caller = call(login);
  await expect.poll(caller.heard).toBe("01");
  return caller;
}

describe("a call", () => {
  test("is answered the same when its bytes come one by one", async () => {
    const { socket, heard } = call();
    for (const byte of Buffer.concat([login, packet(2)])) {
      socket.write(Buffer.from([byte]));
      await new Promise((sent) => setImmediate(sent));
    }
    await expect.poll(heard).toBe("0100000002");
    socket.destroy();
  });

  test("may bring its login and several packets in one piece, with pings between", async () => {
    const { socket, heard } = call(ping, login, packet(1), ping, ping, packet(3));
    await expect.poll(heard).toBe("010000000100000003");
    expect(kept).toEqual(
      [packet(1), packet(3)].map((bytes) => ({
        protocol: "teltonika",
        uniqueId: IMEI,
        transport: "tcp",
        context: null,
        receivedAt: new Date("2026-06-19T12:00:00Z"),
        bytes,
      })),
    );
    socket.destroy();
  });

  test("hears nothing of a packet before it is durable", async () => {
    const { begun, finish } = holdDisk();
    const { socket, heard } = call(login, packet(5));
    await begun;
    // An answer said too early would be here before a whole other call is.
    (await acquaintance()).socket.destroy();
    expect(heard()).toBe("01");
    finish();
    await expect.poll(heard).toBe("0100000005");
    socket.destroy();
  });

  test("is cut without an answer when its packet cannot be kept", async () => {
    disk = () => Promise.reject(new Error("no space left"));
    const { heard, over } = call(login, packet(5));
    await over;
    expect(heard()).toBe("01");
    expect(lines).toEqual([
      expect.objectContaining({ protocol: "teltonika", error: "Error: no space left" }),
    ]);
  });

  test("gets its last answer also when it has hung up its side already", async () => {
    const { begun, finish } = holdDisk();
    const { socket, heard, over } = call(login, packet(5));
    socket.end();
    await begun;
    (await acquaintance()).socket.destroy();
    finish();
    await over;
    expect(heard()).toBe("0100000005");
    expect(lines).toEqual([]);
  });

  test("may end at any time without a word in the log", async () => {
    const { begun, finish } = holdDisk();
    const { socket, over } = call(login, packet(5));
    await begun;
    socket.resetAndDestroy();
    await over;
    finish();
    await expect.poll(() => kept.length).toBe(1);
    expect(lines).toEqual([]);
  });

  test("that brings a damaged packet hears 0, and the packet is kept", async () => {
    const damaged = packet(1);
    damaged.writeUInt8(damaged.readUInt8(30) ^ 1, 30);
    const { socket, heard } = call(login, damaged, packet(1));
    await expect.poll(heard).toBe("010000000000000001");
    expect(kept.map(({ bytes }) => bytes)).toEqual([damaged, packet(1)]);
    expect(lines).toEqual([
      expect.objectContaining({ reason: "checksum", hex: damaged.toString("hex", 0, 64) }),
    ]);
    socket.destroy();
  });

  test("that brings noise is cut, with peer, protocol and bytes in the log", async () => {
    const { heard, over } = call(Buffer.from("GET / HTTP/1.1\r\n"));
    await over;
    expect(heard()).toBe("");
    expect(lines).toEqual([
      {
        peer: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        protocol: "teltonika",
        hex: Buffer.from("GET / HTTP/1.1\r\n").toString("hex"),
        reason: "neither a login nor a packet",
      },
    ]);
  });

  test("with no IMEI is refused", async () => {
    const { heard, over } = call(Buffer.from([0, 4]), Buffer.from("oops"), packet(1));
    await over;
    expect(heard()).toBe("00");
    expect(kept).toMatchObject([
      { uniqueId: null, bytes: Buffer.from([0, 4, ...Buffer.from("oops")]) },
    ]);
  });

  test("that stalls in the middle of a frame does not hold up others", async () => {
    const slow = await acquaintance();
    slow.socket.write(packet(5).subarray(0, 20));
    const quick = call(login, packet(4));
    await expect.poll(quick.heard).toBe("0100000004");
    slow.socket.write(packet(5).subarray(20));
    await expect.poll(slow.heard).toBe("0100000005");
    for (const { socket } of [slow, quick]) socket.destroy();
  });
});

describe("a listener", () => {
  test("cuts strangers who do not say who they are, and nobody else", async () => {
    await listener.close();
    await start({ loginMilliseconds: 500 });
    const known = await acquaintance();
    const [silent, pinging] = [call(), call(ping)];
    await Promise.all([silent.over, pinging.over]);
    known.socket.write(packet(1));
    await expect.poll(known.heard).toBe("0100000001");
    known.socket.destroy();
  });

  test("cuts callers who fall silent", async () => {
    await listener.close();
    await start({ idleMilliseconds: 200 });
    const { over } = await acquaintance();
    await over;
    expect(lines).toEqual([]);
  });

  test("that closes gives the frame in hand its answer, cuts the rest and takes no new calls", async () => {
    const idle = await acquaintance();
    const { begun, finish } = holdDisk();
    const busy = call(login, packet(7));
    await begun;
    const closed = listener.close();
    await idle.over;
    const late = connect(listener.port, "127.0.0.1");
    await expect(new Promise((_, refused) => late.once("error", refused))).rejects.toThrow(
      "ECONNREFUSED",
    );
    finish();
    await Promise.all([closed, busy.over]);
    expect(busy.heard()).toBe("0100000007");
    expect(kept).toHaveLength(1);
  });

  test("that closes does not wait for a disk that does not answer", async () => {
    const { begun } = holdDisk();
    const { over } = call(login, packet(7));
    await begun;
    await Promise.all([listener.close(), over]);
    expect(kept).toEqual([]);
  });
});
