import type { RawMessage } from "@zpr/model";
import type { FixLog, LoggedMessage, RawLog } from "@zpr/ports";
import { describe, expect, it } from "vitest";

/** A raw log reached from two sides that share nothing but the log, as two processes would. */
export interface RawLogBench {
  readonly writers: readonly [RawLog, RawLog];
  readonly takers: readonly [Taker, Taker];
}

/** What ingest takes from, whether it comes from a table or from an engine by way of the database. */
export type Taker = Pick<FixLog, "take">;

/** What every raw log and its queue promise, whatever they are made of. */
export function describeRawLog(name: string, make: () => RawLogBench | Promise<RawLogBench>): void {
  describe(`${name} is a raw log`, () => {
    it("has a message for others as soon as it is appended", async () => {
      const { writers, takers } = await make();
      for (let number = 0; number < 20; number++) {
        await writers[0].append(message(number));
        expect(await numbersTaken(takers[1], 10)).toEqual([number]);
      }
    });

    it("gives a message back as it was, each byte of it", async () => {
      const { writers, takers } = await make();
      const messages: readonly RawMessage[] = [
        message(1, Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte))),
        { ...message(2, Buffer.alloc(0)), uniqueId: null, transport: "udp", context: "zone=60" },
        { ...message(3, Buffer.alloc(32 * 1024, 0xff)), protocol: "another", transport: "http" },
        { ...message(4), receivedAt: new Date("2039-02-28T23:59:59.999Z"), uniqueId: "" },
      ];
      for (const one of messages) await writers[0].append(one);
      const got = await takenInAll(takers[0], messages.length);
      expect(got.map(withoutId)).toEqual(messages);
    });

    it("gives messages in the order they were appended, numbered upwards, so many at a time at most", async () => {
      const { writers, takers } = await make();
      await appendAll(writers[0], 0, 1200);
      const messages = await takenInAll(takers[0], 1200, 500);
      expect(messages.map(numberOf)).toEqual(upTo(1200));
      expect(messages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id).sort(byNumber));
      expect(await takers[0].take(1000, async () => "called")).toBeUndefined();
    });

    it("gives each message of two writers to one of two takers, and none twice", async () => {
      const { writers, takers } = await make();
      const count = 1500;
      let appended = false;
      const given = Promise.all(
        takers.map(async (taker) => {
          const numbers: number[] = [];
          for (;;) {
            const isLast = appended;
            const batch = await numbersTaken(taker, 100);
            numbers.push(...batch);
            if (batch.length === 0 && isLast) return numbers;
          }
        }),
      );
      await Promise.all([
        appendAll(writers[0], 0, count),
        appendAll(writers[1], count, 2 * count),
      ]).finally(() => {
        appended = true;
      });
      expect((await given).flat().sort(byNumber)).toEqual(upTo(2 * count));
    });

    it("gives different messages to takers at work at one time, and neither waits for the other", async () => {
      const { writers, takers } = await make();
      await appendAll(writers[0], 0, 20);
      const numbers = await takers[0].take(10, async (messages) => [
        ...messages.map(numberOf),
        ...(await numbersTaken(takers[1], 100)),
      ]);
      const rest = await takenInAll(takers[0], 20 - (numbers?.length ?? 0));
      expect([...(numbers ?? []), ...rest.map(numberOf)].sort(byNumber)).toEqual(upTo(20));
    });

    it("keeps what a taker failed with for the next", async () => {
      const { writers, takers } = await make();
      await appendAll(writers[0], 0, 10);
      await expect(
        takers[0].take(6, () => Promise.reject(new Error("the taker fails"))),
      ).rejects.toThrow("the taker fails");
      const numbers = (await takenInAll(takers[1], 10)).map(numberOf);
      expect(numbers.sort(byNumber)).toEqual(upTo(10));
    });
  });
}

function message(number: number, bytes: Uint8Array = Buffer.from(String(number))): RawMessage {
  return {
    protocol: "teltonika",
    uniqueId: "356307042441013",
    transport: "tcp",
    context: null,
    receivedAt: new Date("2026-06-19T12:00:00.123Z"),
    bytes,
  };
}

/** Appends messages of these numbers at once. */
async function appendAll(log: RawLog, from: number, until: number): Promise<void> {
  await Promise.all(
    upTo(until)
      .slice(from)
      .map((number) => log.append(message(number))),
  );
}

async function taken(taker: Taker, limit: number): Promise<readonly LoggedMessage[]> {
  return (await taker.take(limit, async (messages) => messages)) ?? [];
}

/** Takes until there are so many messages, so many at a time at most. */
async function takenInAll(
  taker: Taker,
  count: number,
  limit = 100,
): Promise<readonly LoggedMessage[]> {
  const messages: LoggedMessage[] = [];
  while (messages.length < count) {
    const batch = await taken(taker, limit);
    expect(batch.length).toBeLessThanOrEqual(limit);
    messages.push(...batch);
  }
  return messages;
}

async function numbersTaken(taker: Taker, limit: number): Promise<readonly number[]> {
  return (await taken(taker, limit)).map(numberOf);
}

function numberOf({ bytes }: RawMessage): number {
  return Number(Buffer.from(bytes).toString());
}

function withoutId({ id: _, ...rest }: LoggedMessage): RawMessage {
  return rest;
}

function upTo(end: number): readonly number[] {
  return Array.from({ length: end }, (_, number) => number);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
