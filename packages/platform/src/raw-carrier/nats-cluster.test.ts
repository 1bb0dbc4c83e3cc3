import { jetstreamManager } from "@nats-io/jetstream";
import type { RawCarrier } from "@zpr/ports";
import { certificate, hasCertificates } from "@zpr/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NatsCluster, natsCluster } from "./cluster/testing.ts";
import { natsAddress } from "./nats-address.ts";
import { openNatsCarrier } from "./nats-carrier.ts";
import { connectToNats } from "./nats-connection.ts";
import { hasNats } from "./testing.ts";

const log = { info: () => {}, warn: () => {}, error: () => {} };
const STREAM = "cluster";
const MESSAGES = 200;

describe.skipIf(!hasNats || !hasCertificates)("three NATS with TLS and keys for users", () => {
  let cluster: NatsCluster;
  let carrier: RawCarrier;

  beforeAll(async () => {
    cluster = await natsCluster(certificate());
    for (const name of cluster.names) cluster.start(name);
    carrier = await openNatsCarrier({ url: cluster.url(STREAM), log });
  });
  afterAll(async () => {
    await carrier?.close();
    await cluster.remove();
  });

  it("go on without the one that leads, and have all that was acknowledged", async () => {
    const before = await keep("before");
    const leader = await leaderOf(cluster.url(STREAM));
    expect(cluster.names).toContain(leader);
    await cluster.kill(leader);
    const after = await keep("after");
    cluster.start(leader);
    const got = new Set<string>();
    await expect
      .poll(async () => {
        for (const text of await pullAll()) got.add(text);
        return [...before, ...after].filter((text) => !got.has(text));
      })
      .toEqual([]);
    await expect.poll(() => carrier.waiting()).toBe(0);
  });

  /** Appends until so many messages are acknowledged. */
  async function keep(name: string): Promise<readonly string[]> {
    const kept: string[] = [];
    for (let number = 0; kept.length < MESSAGES; number++) {
      const text = `${name} ${number}`;
      await carrier.append(message(text)).then(
        () => kept.push(text),
        () => undefined,
      );
    }
    return kept;
  }

  async function pullAll(): Promise<readonly string[]> {
    const delivery = await carrier.pull(500).catch(() => undefined);
    await delivery?.done();
    const messages = delivery?.parcels.flatMap((parcel) => parcel.messages) ?? [];
    return messages.map(({ bytes }) => `${Buffer.from(bytes)}`);
  }

  it("let nobody in without a key", async () => {
    const url = cluster.url(STREAM).replace(/creds=[^&]*&/, "");
    await expect(openNatsCarrier({ url, log })).rejects.toThrow(/Authorization/i);
  });
});

/** The server that takes what is written; it is asked as a client of the stream. */
async function leaderOf(url: string): Promise<string> {
  const { connection } = await connectToNats(natsAddress(url), log, async () => {});
  const manager = await jetstreamManager(connection);
  const { cluster, config } = await manager.streams.info(STREAM);
  await connection.close();
  expect(config.num_replicas).toBe(3);
  return cluster?.leader ?? "";
}

function message(text: string) {
  return {
    protocol: "teltonika",
    uniqueId: "356307042441013",
    transport: "tcp",
    context: null,
    receivedAt: new Date("2026-06-19T12:00:00.123Z"),
    bytes: Buffer.from(text),
  } as const;
}
