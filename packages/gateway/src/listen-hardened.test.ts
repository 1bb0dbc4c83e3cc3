import { connect, type Socket } from "node:net";
import { connect as connectSecurely, createSecureContext } from "node:tls";
import { imei, type RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import { protocolNamed } from "@zpr/protocols";
import { encodeLogin, encodePacket } from "@zpr/simulator";
import { certificate, hasCertificates } from "@zpr/testkit";
import { afterEach, expect, test } from "vitest";
import { type Listener, type ListenOptions, listen } from "./listen.ts";
import { emptyCommandBox } from "./testing.ts";

const login = encodeLogin(imei("356307042441013"));
const packet = encodePacket("8E", [
  {
    time: Date.parse("2026-06-19T08:00:00Z"),
    position: [4.4, 51.2],
    altitudeMetres: 2,
    headingDegrees: 0,
    satellites: 9,
    speedKilometresPerHour: 0,
    io: {},
  },
]);

let listener: Listener;
let kept: RawMessage[];
let lines: object[];
const sockets: Socket[] = [];
let disk = async () => {};

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await listener.close();
});

async function start(options: Partial<ListenOptions>): Promise<void> {
  const protocol = protocolNamed("teltonika");
  if (!protocol) throw new Error("there is no teltonika");
  [kept, lines, disk] = [[], [], async () => {}];
  const rawLog = {
    append: async (message: RawMessage) => {
      await disk();
      kept.push(message);
    },
  };
  const note = (facts: object) => void lines.push(facts);
  const log = { info: () => {}, warn: () => {}, error: note };
  listener = await listen(
    protocol,
    { host: "127.0.0.1", port: 0, ...options },
    { rawLog, commandBox: emptyCommandBox, meter: prometheusMeter(), log, now: () => new Date() },
  );
}

function call(...saying: readonly Buffer[]) {
  const socket = connect({ port: listener.port, host: "127.0.0.1", noDelay: true });
  sockets.push(socket);
  if (saying.length > 0) socket.write(Buffer.concat(saying));
  return overheard(socket);
}

function overheard(socket: Socket) {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => {});
  const over = new Promise<void>((done) => socket.once("close", () => done()));
  return { socket, over, heard: () => Buffer.concat(chunks).toString("hex") };
}

const PROXIED = Buffer.from("0d0a0d0a000d0a515549540a2111000cc0a80a0b7f0000015ba113a3", "hex");

test("behind a balancer the log names who really calls, and frames follow the header in one piece or in many", async () => {
  await start({ isProxied: true });
  const { heard } = call(PROXIED, login, packet);
  await expect.poll(heard).toBe("0100000001");
  const slow = call();
  for (const byte of Buffer.concat([PROXIED, login, packet, Buffer.from("oops")])) {
    slow.socket.write(Buffer.from([byte]));
    await new Promise((sent) => setImmediate(sent));
  }
  await slow.over;
  expect(slow.heard()).toBe("0100000001");
  expect(lines).toEqual([expect.objectContaining({ peer: "192.168.10.11:23457" })]);
});

test("behind a balancer nobody calls without its header", async () => {
  await start({ isProxied: true });
  const { heard, over } = call(login, packet);
  await over;
  expect(heard()).toBe("");
  expect(kept).toEqual([]);
});

test.skipIf(!hasCertificates)("an encrypted listener answers the same", async () => {
  const { cert, key } = certificate();
  await start({ tls: createSecureContext({ cert, key }) });
  const secure = connectSecurely({
    port: listener.port,
    host: "127.0.0.1",
    ca: cert,
    servername: "localhost",
  });
  sockets.push(secure);
  secure.write(Buffer.concat([login, packet]));
  await expect.poll(overheard(secure).heard).toBe("0100000001");
  const plain = call(login);
  await plain.over;
  expect(kept).toHaveLength(1);
});

test("one address may not take all the lines", async () => {
  await start({ callsPerAddress: 2 });
  const [one, other] = [call(login), call(login)];
  await expect.poll(() => [one.heard(), other.heard()]).toEqual(["01", "01"]);
  const third = call(login);
  await third.over;
  expect(third.heard()).toBe("");
  expect(lines).toEqual([expect.objectContaining({ error: expect.stringContaining("too many") })]);
  one.socket.destroy();
  await one.over;
  await expect
    .poll(() => {
      const again = call(login);
      return new Promise((answer) =>
        again.socket.once("data", () => answer("heard")).once("close", () => answer("cut")),
      );
    })
    .toBe("heard");
});

test("a frame that begins and does not end is cut", async () => {
  await start({ frameMilliseconds: 200 });
  const { socket, over, heard } = call(login);
  await expect.poll(heard).toBe("01");
  socket.write(packet.subarray(0, 20));
  await over;
});

test("noise is kept, a piece of it, as often as an address may make some", async () => {
  await start({});
  for (let time = 0; time < 25; time++) await call(Buffer.from("GET / HTTP/1.1\r\n")).over;
  expect(kept).toHaveLength(20);
  expect(lines).toHaveLength(20);
  expect(kept[0]).toMatchObject({ uniqueId: null, bytes: Buffer.from("GET / HTTP/1.1\r\n") });
});

test("a disk that fails for a moment costs nobody a connection", async () => {
  await start({});
  let failures = 3;
  disk = async () => {
    if (failures-- > 0) throw new Error("the database is away");
  };
  const { heard } = call(login, packet);
  await expect.poll(heard).toBe("0100000001");
  expect(kept).toHaveLength(1);
});
