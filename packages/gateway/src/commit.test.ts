import { connect, type Socket } from "node:net";
import type { RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import type { CommandBox } from "@zpr/ports";
import { protocolNamed } from "@zpr/protocols";
import { speakerNamed, speeches, type TrackerRecord } from "@zpr/simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Listener, listen } from "./listen.ts";
import { emptyCommandBox } from "./testing.ts";

/** A tracker that deletes what it has sent when a frame of its own, the commit, is answered. */
const speaker = speakerNamed("356307042441013");
const speech = speeches.find(({ protocol }) => protocol === "dmt");
const hello = speech?.greeting(speaker) ?? Buffer.alloc(0);
const DATA = 4;
const askForInstructions = Buffer.from("0255220000", "hex");
const noMoreInstructions = "0255230000";
const committed = "025506010001";
const welcomeBytes = 13;

/** Two frames of data with one commit behind them. */
function report(): Buffer {
  const record: TrackerRecord = {
    time: Date.parse("2026-06-19T08:00:00Z"),
    position: [4.4, 51.2],
    altitudeMetres: 2,
    headingDegrees: 0,
    satellites: 9,
    speedKilometresPerHour: 0,
    io: {},
  };
  const [one, two] = [record, record].map((each) => speech?.report([each], speaker)[0]);
  if (!one || !two) throw new Error("nothing was said");
  return Buffer.concat([one.subarray(0, -askForInstructions.length), two]);
}

let listener: Listener;
let kept: RawMessage[];
/** How the disk takes a frame of data, of which this is the first, second ... */
let disk: (number: number) => Promise<void>;
let commandBox: CommandBox;
let sockets: Socket[];

beforeEach(async () => {
  [kept, sockets, disk, commandBox] = [[], [], async () => {}, emptyCommandBox];
  const protocol = protocolNamed("dmt");
  if (!protocol) throw new Error("there is no dmt");
  let number = 0;
  listener = await listen(
    protocol,
    { host: "127.0.0.1", port: 0, keepMilliseconds: 0 },
    {
      rawLog: {
        async append(message) {
          if (message.bytes[2] === DATA) await disk(++number);
          kept.push(message);
        },
      },
      get commandBox() {
        return commandBox;
      },
      meter: prometheusMeter(),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      now: () => new Date(),
    },
  );
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await listener.close();
});

/** Calls and says something; what is heard is in hexadecimal, without the answer to the hello. */
function call(...saying: readonly Buffer[]) {
  const socket = connect({ port: listener.port, host: "127.0.0.1", noDelay: true });
  sockets.push(socket);
  let heard = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
  });
  socket.on("error", () => {});
  const over = new Promise<void>((done) => socket.once("close", () => done()));
  socket.write(Buffer.concat([hello, ...saying]));
  return {
    socket,
    over,
    hears: () => heard.toString("hex", welcomeBytes),
    isWelcome: () => heard.length >= welcomeBytes,
  };
}

/** Time in which an answer said too early would have come: a whole other call. */
async function meanwhile(): Promise<void> {
  const other = call();
  await expect.poll(other.isWelcome).toBe(true);
}

describe("a commit", () => {
  test("is answered once every frame of data before it is durable", async () => {
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    disk = (number) => (number === 1 ? first : second).promise;
    const { hears } = call(report());
    await meanwhile();
    expect(hears()).toBe("");
    first.resolve();
    await meanwhile();
    expect(hears()).toBe("");
    second.resolve();
    await expect.poll(hears).toBe(committed);
  });

  test.each([1, 2])("is never answered when frame %i of the data is not kept", async (lost) => {
    disk = async (number) => {
      if (number === lost) throw new Error("no space left");
    };
    const { hears, over } = call(report());
    await over;
    expect(hears()).toBe("");
    expect(kept.filter(({ bytes }) => bytes[2] === DATA)).toHaveLength(lost - 1);
  });
});

test("a tracker that asks gets its instructions one by one, and then a farewell", async () => {
  const waiting = [7, 8];
  const outcomes: string[] = [];
  commandBox = {
    ...emptyCommandBox,
    mayHave: () => true,
    async take(_tracker, _connection, say) {
      const id = waiting.shift();
      if (id === undefined) return undefined;
      const said = say({ id, text: "0002", uniqueId: "", model: null, settings: {} });
      return said.ok ? { id, bytes: said.bytes } : undefined;
    },
    async answered(_tracker, _connection, { key, outcome }) {
      outcomes.push(`${key} ${outcome}`);
      return Number(key);
    },
  };
  const instruction = (id: number) => `0255200b000${id}000000ffffffff020000`;
  const { socket, hears } = call(askForInstructions);
  await expect.poll(hears).toBe(instruction(7));
  socket.write(Buffer.from("02552105000700000001", "hex"));
  await expect.poll(hears).toBe(instruction(7) + instruction(8));
  socket.write(Buffer.from("02552105000800000002", "hex"));
  await expect.poll(hears).toBe(instruction(7) + instruction(8) + noMoreInstructions);
  expect(outcomes).toEqual(["7 acknowledged", "8 retry"]);
});
