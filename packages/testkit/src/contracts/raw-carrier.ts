import type { RawMessage } from "@zpr/model";
import type { Delivery, Parcel, RawCarrier } from "@zpr/ports";
import { describe, expect, it } from "vitest";

/** A carrier reached from two processes, with nothing under way. */
export interface RawCarrierBench {
  readonly here: RawCarrier;
  readonly there: RawCarrier;
}

const LIMIT = 500;
/** As long as an engine takes to find out that somebody is gone. */
const PATIENT = { timeout: 60_000 };

/** What every engine that carries raw messages promises. */
export function describeRawCarrier(name: string, open: () => Promise<RawCarrierBench>): void {
  describe(`${name} carries raw messages`, () => {
    it("gives a message to another process as it was, each byte of it", async () => {
      const { here, there } = await open();
      const messages: readonly RawMessage[] = [
        message(1, Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte))),
        { ...message(2, Buffer.alloc(0)), uniqueId: null, transport: "udp", context: "zone=60" },
        { ...message(3, Buffer.alloc(32 * 1024, 0xff)), protocol: "another", transport: "http" },
        { ...message(4), receivedAt: new Date("2039-02-28T23:59:59.999Z"), uniqueId: "" },
        {
          ...message(5),
          uniqueId: 'é"\\\u2028\ud83d\udc1f',
          context: "line\nline",
          transport: "mqtt",
        },
      ];
      for (const one of messages) await here.append(one);
      const got = await takeAll(there, messages.length);
      expect(byNumber(got)).toEqual(byNumber(messages.map(asBuffer)));
    });

    it("takes the largest message it says it takes, and refuses what the database could not keep", async () => {
      const { here, there } = await open();
      await here.append(message(1, Buffer.alloc(here.mostMessageBytes, 1)));
      const [got] = await takeAll(there, 1);
      expect(got?.bytes.length).toBe(here.mostMessageBytes);
      await expect(here.append({ ...message(2), uniqueId: "a\0b" })).rejects.toThrow("zero byte");
    });

    it("gives each message of two writers to two takers, in one parcel, by whose id it is once", async () => {
      const { here, there } = await open();
      const count = 1500;
      const appending = Promise.all([
        appendAll(here, 0, count),
        appendAll(there, count, 2 * count),
      ]);
      const parcels = new Map<string, readonly number[]>();
      const numbers = () => [...parcels.values()].flat();
      const take = async (carrier: RawCarrier) => {
        while (numbers().length < 2 * count) {
          const delivery = await carrier.pull(LIMIT);
          for (const { id, messages } of delivery?.parcels ?? [])
            parcels.set(id, messages.map(numberOf));
          await delivery?.done();
        }
      };
      await Promise.all([take(here), take(there), appending]);
      expect(numbers().toSorted((a, b) => a - b)).toEqual(upTo(2 * count));
      expect(await here.pull(LIMIT)).toBeUndefined();
    });

    it("lets a thousand messages at once share parcels, and gives few at a time", async () => {
      const { here, there } = await open();
      await appendAll(here, 0, 1000);
      const parcels: Parcel[] = [];
      let messages = 0;
      while (messages < 1000) {
        const delivery = await there.pull(200);
        const count = delivery?.parcels.flatMap((parcel) => parcel.messages).length ?? 0;
        expect(count).toBeLessThanOrEqual(200);
        messages += count;
        parcels.push(...(delivery?.parcels ?? []));
        await delivery?.done();
      }
      expect(parcels.length).toBeLessThan(200);
      expect(new Set(parcels.map(({ id }) => id)).size).toBe(parcels.length);
    });

    it("delivers again what was given back, known by its id, and counts it", async () => {
      const { here, there } = await open();
      await here.append(message(1));
      const first = await pullOne(here);
      expect(first.parcels.map(({ deliveries }) => deliveries)).toEqual([1]);
      await first.giveBack();
      const again = await pullOne(there);
      expect(again.parcels.map(({ id }) => id)).toEqual(first.parcels.map(({ id }) => id));
      expect(again.parcels[0]?.deliveries).toBeGreaterThan(1);
      await again.done();
    });

    it("gives another process what one had pulled and not done when it closed", async () => {
      const { here, there } = await open();
      await appendAll(there, 0, 20);
      await pullOne(here);
      await here.close();
      const numbers = new Set<number>();
      await expect
        .poll(async () => {
          for (const one of await takeSome(there)) numbers.add(numberOf(one));
          return numbers.size;
        }, PATIENT)
        .toBe(20);
    });

    it("says how many parcels wait, until they are done", async () => {
      const { here, there } = await open();
      await here.ping();
      expect(await there.waiting()).toBe(0);
      await here.append(message(1));
      await here.append(message(2));
      await expect.poll(() => there.waiting()).toBe(2);
      await takeAll(there, 2);
      await expect.poll(() => there.waiting()).toBe(0);
    });

    it("says for how long the oldest parcel waits, until it is done", async () => {
      const { here, there } = await open();
      expect(await there.oldestSeconds()).toBe(0);
      await here.append(message(1));
      const delivery = await pullOne(there);
      await expect.poll(() => there.oldestSeconds(), PATIENT).toBeGreaterThan(1);
      await here.append(message(2));
      expect(await there.oldestSeconds()).toBeGreaterThan(1);
      await delivery.done();
      await takeAll(there, 1);
      await there.pull(LIMIT);
      await expect.poll(() => there.oldestSeconds(), PATIENT).toBe(0);
    });
  });
}

function message(number: number, bytes: Uint8Array = Buffer.from(String(number))): RawMessage {
  return {
    protocol: `teltonika ${number}`,
    uniqueId: "356307042441013",
    transport: "tcp",
    context: null,
    receivedAt: new Date("2026-06-19T12:00:00.123Z"),
    bytes,
  };
}

function asBuffer(one: RawMessage): RawMessage {
  return { ...one, bytes: Buffer.from(one.bytes) };
}

function byNumber(messages: readonly RawMessage[]): readonly RawMessage[] {
  return messages.toSorted(
    (a, b) =>
      a.receivedAt.getTime() - b.receivedAt.getTime() || a.protocol.localeCompare(b.protocol),
  );
}

async function appendAll(carrier: RawCarrier, from: number, until: number): Promise<void> {
  const numbers = upTo(until).slice(from);
  await Promise.all(numbers.map((number) => carrier.append(message(number))));
}

async function pullOne(carrier: RawCarrier): Promise<Delivery> {
  for (;;) {
    const delivery = await carrier.pull(LIMIT);
    if (delivery) return delivery;
  }
}

async function takeSome(carrier: RawCarrier): Promise<readonly RawMessage[]> {
  const delivery = await carrier.pull(LIMIT);
  await delivery?.done();
  return delivery?.parcels.flatMap((parcel) => parcel.messages) ?? [];
}

async function takeAll(carrier: RawCarrier, count: number): Promise<readonly RawMessage[]> {
  const got: RawMessage[] = [];
  while (got.length < count) got.push(...(await takeSome(carrier)));
  return got;
}

function numberOf({ bytes }: RawMessage): number {
  return Number(Buffer.from(bytes).toString());
}

function upTo(end: number): readonly number[] {
  return Array.from({ length: end }, (_, number) => number);
}
