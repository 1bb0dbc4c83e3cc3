import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Aedes, type Client } from "aedes";
import { connectAsync, type MqttClient } from "mqtt";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type MqttListener, type MqttSource, startMqttSource } from "./mqtt-source.ts";

const TOPIC = "application/river/device/70b3d57ed005aa02/event/up";

let broker: Aedes;
let server: Server;
let port: number;
let network: MqttClient;
const TROUBLE = "MQTT trouble; trying on until it is over";
const sources: MqttSource[] = [];
const lines: string[] = [];
const connected: Client[] = [];

async function listen(at: number): Promise<void> {
  server = createServer(broker.handle);
  server.listen(at, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
}

beforeEach(async () => {
  broker = await Aedes.createBroker();
  connected.length = 0;
  broker.on("client", (client) => void connected.push(client));
  await listen(0);
  network = await connectAsync(`mqtt://127.0.0.1:${port}`);
  lines.length = 0;
});

afterEach(async () => {
  await Promise.all(sources.splice(0).map((source) => source.close()));
  await network.endAsync(true);
  await new Promise<void>((done) => broker.close(() => done()));
  server.close();
});

function note(_: object, line: string): void {
  lines.push(line);
}

/** A source that counts how often messages began to flow. */
function start(append: MqttListener["append"]): { readonly flowed: () => number } & MqttSource {
  let flowed = 0;
  const source = startMqttSource(
    {
      url: `mqtt://127.0.0.1:${port}`,
      clientId: "zpr-source-1",
      topics: ["application/+/device/+/event/+"],
      reconnectMilliseconds: 20,
      log: { info: note, warn: note, error: note },
    },
    { append, onFlowing: () => void flowed++ },
  );
  sources.push(source);
  return { ...source, flowed: () => flowed };
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const say = (text: string) => network.publishAsync(TOPIC, text, { qos: 1 });

it("hands on each message with its topic, in their order", async () => {
  const kept: string[] = [];
  const source = start(async (topic, bytes) => void kept.push(`${topic} ${bytes}`));
  await soon(() => expect(source.flowed()).toBe(1));
  for (const text of ["one", "two", "three"]) await say(text);
  await network.publishAsync("application/river/device/x/command/down", "not for us", { qos: 1 });
  await say("four");
  await soon(() => expect(kept).toHaveLength(4));
  expect(kept).toEqual(["one", "two", "three", "four"].map((text) => `${TOPIC} ${text}`));
});

it("acknowledges nothing before it is durable", async () => {
  const acknowledged: unknown[] = [];
  broker.on("ack", (packet) => acknowledged.push(packet));
  const durable = Promise.withResolvers<void>();
  const source = start(() => durable.promise);
  await soon(() => expect(source.flowed()).toBe(1));
  await say("one");
  // A round trip through the broker: an acknowledgement would have been there by now.
  await say("two");
  expect(acknowledged).toEqual([]);
  durable.resolve();
  await soon(() => expect(acknowledged).toHaveLength(2));
});

it("tries again what could not be kept, and loses nothing meanwhile", async () => {
  const kept: string[] = [];
  let failures = 1;
  const source = start(async (_, bytes) => {
    if (failures-- > 0) throw new Error("the database is away");
    kept.push(String(bytes));
  });
  await soon(() => expect(source.flowed()).toBe(1));
  await say("one");
  await say("two");
  await soon(() => expect(kept).toEqual(["one", "two"]));
  expect(lines).toContain("a message could not be kept; trying again");
});

it("leaves with the broker what it could not keep, for after the next start", async () => {
  const first = start(() => Promise.reject(new Error("the database is away")));
  await soon(() => expect(first.flowed()).toBe(1));
  await say("in hand");
  await soon(() => expect(lines).toContain("a message could not be kept; trying again"));
  await first.close();
  await say("while nobody listened");

  const kept: string[] = [];
  start(async (_, bytes) => void kept.push(String(bytes)));
  await soon(() => expect(kept).toEqual(["in hand", "while nobody listened"]));
});

it("gets again what was not acknowledged when the line broke", async () => {
  const kept: string[] = [];
  const durable = Promise.withResolvers<void>();
  const source = start(async (_, bytes) => {
    kept.push(String(bytes));
    await durable.promise;
  });
  await soon(() => expect(source.flowed()).toBe(1));
  await say("one");
  await soon(() => expect(kept).toEqual(["one"]));
  for (const client of connected) client.close();
  durable.resolve();
  await soon(() => expect(kept).toEqual(["one", "one"]));
});

it("comes back when the broker does, and says so", async () => {
  const kept: string[] = [];
  const source = start(async (_, bytes) => void kept.push(String(bytes)));
  await soon(() => expect(source.flowed()).toBe(1));
  for (const client of connected) client.close();
  await soon(() => expect(source.flowed()).toBe(2));
  await soon(() => expect(network.connected).toBe(true));
  await say("after the interruption");
  await soon(() => expect(kept).toEqual(["after the interruption"]));
});

it("leaves nothing behind when it leaves for good", async () => {
  const first = start(async () => {});
  await soon(() => expect(first.flowed()).toBe(1));
  await first.leave();
  await say("for nobody");
  const kept: string[] = [];
  const second = start(async (_, bytes) => void kept.push(String(bytes)));
  await soon(() => expect(second.flowed()).toBe(1));
  await say("for the next");
  await soon(() => expect(kept).toEqual(["for the next"]));
});

it("publishes to devices", async () => {
  const heard: string[] = [];
  await network.subscribeAsync("application/river/device/+/command/down", { qos: 1 });
  network.on("message", (topic, bytes) => heard.push(`${topic} ${bytes}`));
  const source = start(async () => {});
  await soon(() => expect(source.flowed()).toBe(1));
  await source.publish("application/river/device/70b3d57ed005aa02/command/down", "{}");
  await soon(() =>
    expect(heard).toEqual(["application/river/device/70b3d57ed005aa02/command/down {}"]),
  );
});

it("says at once that it cannot publish without a connection", async () => {
  await new Promise<void>((done) => server.close(() => done()) && network.end(true));
  const source = start(async () => {});
  await expect(source.publish("t", "{}")).rejects.toThrow("no connection");
});

it("closes when the broker was never there", async () => {
  await new Promise<void>((done) => server.close(() => done()) && network.end(true));
  const source = start(async () => {});
  await soon(() => expect(lines).toContain(TROUBLE));
  await source.close();
});

it("tells of a broker that is away once, however often it is tried, and again the next time", async () => {
  const source = start(async () => {});
  const away = async () => {
    await new Promise<void>((done) => {
      server.close(() => done());
      for (const client of connected.splice(0)) client.conn.destroy();
    });
    await pause(500);
  };
  for (const flowed of [1, 2]) {
    await soon(() => expect(source.flowed()).toBe(flowed));
    lines.length = 0;
    await away();
    // That the connection ended, and that a new one is refused.
    expect(lines).toEqual([TROUBLE, TROUBLE]);
    await listen(port);
  }
});
