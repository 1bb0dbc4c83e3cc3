import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import type { RawMessage } from "@zpr/model";
import type { Delivery, RawCarrier } from "@zpr/ports";
import { describeRawCarrier } from "@zpr/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type AwsServer, awsServer, hasAws } from "../../aws/testing.ts";
import { folderObjectStore } from "../../objects/folder-object-store.ts";
import { s3ObjectStore } from "../../objects/s3-object-store.ts";
import { type SqsCarrierOptions, sqsCarrier } from "./sqs-carrier.ts";
import { openSqsQueue } from "./sqs-queue.ts";
import { refusingProxy } from "./testing.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

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

describe.skipIf(!hasAws())("SQS carries the raw log", () => {
  let aws: AwsServer;
  let url: string;
  const open: RawCarrier[] = [];

  beforeAll(async () => {
    aws = await awsServer();
    for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  });
  beforeEach(async () => {
    url = await aws.makeQueue(`queue-${randomUUID()}`, 3);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((carrier) => carrier.close()));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await aws.kill();
  });

  async function carrier(options: Partial<SqsCarrierOptions> = {}): Promise<RawCarrier> {
    const opened = await sqsCarrier({ url, log, objectStore: undefined, ...options });
    open.push(opened);
    return opened;
  }

  describeRawCarrier("SQS", async () => ({ here: await carrier(), there: await carrier() }));

  describeRawCarrier("SQS with an object store", async () => {
    const objectStore = s3ObjectStore(await aws.makeBucket(`bucket-${randomUUID()}`));
    return { here: await carrier({ objectStore }), there: await carrier({ objectStore }) };
  });

  test("a thousand messages at once share a few parcels", async () => {
    const one = await carrier();
    await Promise.all(Array.from({ length: 1000 }, (_, number) => one.append(message(number))));
    expect(await one.waiting()).toBeLessThan(15);
    expect((await numbers(await one.pull(2000))).length).toBe(1000);
  });

  test("what SQS refuses for the moment is sent again, and only that", async () => {
    const proxy = await refusingProxy(new URL(url).searchParams.get("endpoint") ?? "");
    const through = new URL(url);
    through.searchParams.set("endpoint", proxy.url);
    const one = await carrier({ url: through.href });
    proxy.refuse(3);
    await Promise.all([1, 2, 3, 4].map((number) => one.append(message(number))));
    expect(proxy.refused()).toBe(3);
    expect((await numbers(await one.pull(500))).sort()).toEqual([1, 2, 3, 4]);
    await proxy.close();
  });

  test("what SQS refuses for good is not acknowledged", async () => {
    const proxy = await refusingProxy(new URL(url).searchParams.get("endpoint") ?? "");
    const through = new URL(url);
    through.searchParams.set("endpoint", proxy.url);
    const one = await carrier({ url: through.href });
    proxy.refuse(Number.POSITIVE_INFINITY);
    await expect(one.append(message(1))).rejects.toThrow("SQS refuses a message");
    await proxy.close();
  });

  test("dead letters come back, as what was delivered too often", async () => {
    const one = await carrier();
    await one.append(message(7));
    const counts: number[] = [];
    await vi.waitFor(
      async () => {
        const delivery = await one.pull(500);
        counts.push(...(delivery?.parcels.map(({ deliveries }) => deliveries) ?? []));
        if (delivery && Math.max(...counts) <= 3) await delivery.giveBack();
        expect(Math.max(...counts)).toBeGreaterThan(3);
        expect(delivery?.parcels[0]?.messages).toEqual([message(7)]);
        await delivery?.done();
      },
      { timeout: 60_000, interval: 100 },
    );
    expect(counts.slice(0, 3)).toEqual([1, 2, 3]);
    expect(await one.waiting()).toBe(0);
  });

  test("what is in hand for long is nobody else's, and what a lost taker held comes again", async () => {
    const [one, other] = [await carrier({ holdSeconds: 2 }), await carrier()];
    await one.append(message(1));
    const delivery = await one.pull(500);
    expect(delivery?.parcels).toHaveLength(1);
    for (const end = Date.now() + 5_000; Date.now() < end; )
      expect(await other.pull(500)).toBeUndefined();
    await delivery?.done();
    expect(await other.waiting()).toBe(0);

    await one.append(message(2));
    const { client, url: QueueUrl } = await openSqsQueue(url);
    await client.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 1 }));
    await pause(1_000);
    const again = await other.pull(500);
    expect(again?.parcels[0]?.deliveries).toBe(2);
    expect(await numbers(again)).toEqual([2]);
  });

  test("what is no parcel is delivered whole, under the same id each time", async () => {
    const one = await carrier();
    const { client, url: QueueUrl } = await openSqsQueue(url);
    await client.send(
      new SendMessageCommand({ QueueUrl, MessageBody: "what a version to come says" }),
    );
    const first = await one.pull(500);
    await first?.giveBack();
    const second = await one.pull(500);
    expect(Buffer.from(first?.parcels[0]?.messages[0]?.bytes ?? []).toString()).toBe(
      "what a version to come says",
    );
    expect(second?.parcels[0]?.id).toBe(first?.parcels[0]?.id);
    await second?.done();
  });

  test("texts that SQS would refuse arrive as they were", async () => {
    const one = await carrier();
    const odd = { ...message(1), uniqueId: "a\uFFFEb\uFFFF\u0001\u{1F30A}", context: "\uD800" };
    await one.append(odd);
    const delivery = await one.pull(500);
    expect(delivery?.parcels[0]?.messages).toEqual([odd]);
    await delivery?.done();
  });

  describe("with an object store", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));
    const large = message(1, Buffer.alloc(1024 * 1024, 0xff));

    test("a message too large for the queue waits there until it is recorded", async () => {
      const one = await carrier({ objectStore: folderObjectStore(folder) });
      await one.append(large);
      expect(await readdir(join(folder, "parcels"))).toHaveLength(1);
      const first = await one.pull(500);
      expect(first?.parcels[0]?.messages).toEqual([large]);
      await first?.giveBack();
      const second = await one.pull(500);
      expect(second?.parcels[0]?.id).toBe(first?.parcels[0]?.id);
      await second?.done();
      expect(await readdir(join(folder, "parcels"))).toEqual([]);
    });

    test("a parcel that cannot be fetched holds up no other and comes later", async () => {
      const one = await carrier({ objectStore: folderObjectStore(folder) });
      const other = await carrier();
      await one.append(large);
      await one.append(message(2));
      expect(await numbers(await other.pull(500))).toEqual([2]);
      const delivery = await one.pull(500);
      expect(delivery?.parcels[0]?.messages).toEqual([large]);
      await delivery?.done();
    });
  });

  test("a message too large is refused where there is no object store", async () => {
    const one = await carrier();
    const large = message(1, Buffer.alloc(one.mostMessageBytes * 2));
    await expect(one.append(large)).rejects.toThrow("too many for SQS");
    await one.append(message(1, Buffer.alloc(one.mostMessageBytes)));
    expect((await one.pull(1))?.parcels).toHaveLength(1);
  });

  test("says that a queue is not there", async () => {
    const gone = new URL(url);
    gone.pathname = "/no-such-queue";
    await expect(sqsCarrier({ url: gone.href, log, objectStore: undefined })).rejects.toThrow();
  });
});

/** The numbers in a delivery's messages, which is done then. */
async function numbers(delivery: Delivery | undefined): Promise<number[]> {
  const messages = delivery?.parcels.flatMap((parcel) => parcel.messages) ?? [];
  await delivery?.done();
  return messages.map(({ bytes }) => Number(Buffer.from(bytes).toString()));
}
