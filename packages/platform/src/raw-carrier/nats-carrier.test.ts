import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import type { Delivery, RawCarrier } from "@zpr/ports";
import { describeRawCarrier } from "@zpr/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openNatsCarrier } from "./nats-carrier.ts";
import { hasNats, type NatsServer, natsServer } from "./testing.ts";

const lines: string[] = [];
const note = (_: object, line: string) => void lines.push(line);
const log = { info: note, warn: note, error: note };

let nats: NatsServer;
let streams = 0;
const opened: RawCarrier[] = [];

/** As one process has it. */
async function open(stream: string): Promise<RawCarrier> {
  const carrier = await openNatsCarrier({ url: `${nats.url}/${stream}`, log });
  opened.push(carrier);
  return carrier;
}

const newStream = () => `test-${++streams}`;

async function openTwo() {
  const stream = newStream();
  return { stream, here: await open(stream), there: await open(stream) };
}

const message = (text: string) =>
  ({
    protocol: "teltonika",
    uniqueId: "356307042441013",
    transport: "tcp",
    context: null,
    receivedAt: new Date("2026-06-19T12:00:00.123Z"),
    bytes: Buffer.from(text),
  }) as const;

async function pulled(carrier: RawCarrier): Promise<Delivery> {
  return vi.waitUntil(() => carrier.pull(500), { timeout: 60_000 });
}

function textsOf({ parcels }: Delivery): readonly string[] {
  return parcels.flatMap(({ messages }) => messages.map(({ bytes }) => `${Buffer.from(bytes)}`));
}

describe.skipIf(!hasNats)("with a real NATS", () => {
  beforeAll(async () => {
    nats = await natsServer();
    await nats.start();
  });
  afterEach(async () => {
    nats.thaw();
    await Promise.all(opened.splice(0).map((carrier) => carrier.close()));
    lines.length = 0;
  });
  afterAll(() => nats.remove());

  describeRawCarrier("NATS JetStream", openTwo);

  it("keeps the order in which one process appended", async () => {
    const { here, there } = await openTwo();
    const numbers = Array.from({ length: 1000 }, (_, number) => String(number));
    await Promise.all(numbers.map((text) => here.append(message(text))));
    const texts: string[] = [];
    while (texts.length < 1000) {
      const delivery = await pulled(there);
      texts.push(...textsOf(delivery));
      await delivery.done();
    }
    expect(texts).toEqual(numbers);
  });

  it("has what it acknowledged, and gives again what was not done, after it was killed", async () => {
    const { here, there } = await openTwo();
    await here.append(message("before"));
    const first = await pulled(there);
    await nats.kill();
    await first.done();
    await expect(here.ping()).rejects.toThrow();
    await expect.poll(() => lines).toContain("the raw log is out of reach");
    await expect(here.append(message("away"))).rejects.toThrow("out of reach");
    await nats.start();
    await vi.waitUntil(
      () =>
        here.ping().then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    );
    await here.append(message("after"));
    const texts = new Set<string>();
    const ids: string[] = [];
    while (texts.size < 2) {
      const delivery = await pulled(there);
      for (const text of textsOf(delivery)) texts.add(text);
      ids.push(...delivery.parcels.map(({ id }) => id));
      await delivery.done();
    }
    expect([...texts].sort()).toEqual(["after", "before"]);
    expect(ids).toContain(first.parcels[0]?.id);
  });

  it("sends what was not acknowledged under the same id, so the server has it once", async () => {
    const { here, there } = await openTwo();
    nats.freeze();
    const appended = here.append(message("once"));
    // Longer than an answer is waited for: the parcel is sent again.
    await new Promise((wait) => setTimeout(wait, 7_000));
    nats.thaw();
    await appended;
    await expect.poll(() => there.waiting()).toBe(1);
  });

  it("refuses when the server does not answer for long, and goes on when it does", async () => {
    const { here } = await openTwo();
    nats.freeze();
    const appended = Promise.allSettled(
      ["first", "second", "third"].map((text) => here.append(message(text))),
    );
    expect((await appended).map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
    nats.thaw();
    await vi.waitUntil(
      () =>
        here.ping().then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    );
    await here.append(message("fourth"));
  }, 90_000);

  it("delivers what is no parcel of ours whole, under an id that stays", async () => {
    const { stream, here, there } = await openTwo();
    const connection = await connect({ servers: nats.url.slice("nats://".length) });
    await jetstream(connection).publish(`${stream}.raw`, '{"format":2}');
    await connection.close();
    const first = await pulled(here);
    await first.giveBack();
    const again = await pulled(there);
    expect(textsOf(again)).toEqual(['{"format":2}']);
    expect(again.parcels[0]?.messages[0]).toMatchObject({ protocol: "parcel", uniqueId: null });
    expect(again.parcels[0]?.id).toBe(first.parcels[0]?.id);
    await again.done();
  });

  it("does not take a stream that would let messages go", async () => {
    const stream = newStream();
    const connection = await connect({ servers: nats.url.slice("nats://".length) });
    const manager = await jetstreamManager(connection);
    await manager.streams.add({ name: stream, subjects: [`${stream}.raw`], max_msgs: 10 });
    await connection.close();
    await expect(open(stream)).rejects.toThrow(/keeps no raw log: its retention is limits/);
  });

  it("makes its stream again when somebody removed it", async () => {
    const { stream, here, there } = await openTwo();
    const connection = await connect({ servers: nats.url.slice("nats://".length) });
    await (await jetstreamManager(connection)).streams.delete(stream);
    await connection.close();
    await here.append(message("new"));
    const delivery = await vi.waitUntil(() => there.pull(500).catch(() => undefined), {
      timeout: 60_000,
    });
    expect(textsOf(delivery)).toEqual(["new"]);
  });
});
