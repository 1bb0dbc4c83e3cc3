import type { AddressInfo } from "node:net";
import { connect, type Socket } from "node:net";
import { setImmediate as afterOthers } from "node:timers/promises";
import { promisify } from "node:util";
import { memoryLiveEvents } from "@zpr/platform";
import type { Caller, LiveEvents } from "@zpr/ports";
import { heardFrom } from "@zpr/testkit";
import Fastify from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guard } from "../caller.ts";
import { Problem } from "../problem.ts";
import { events } from "./events.ts";

const MEMBER: Caller = {
  kind: "user",
  id: 1,
  name: "test",
  administrator: false,
  studies: new Map([[1, "viewer"]]),
};

/** As many events as no connection holds for a reader that does not read. */
const MANY = 500_000;

let liveEvents: LiveEvents;
let app: ReturnType<typeof Fastify>;
const sockets: Socket[] = [];

beforeEach(async () => {
  liveEvents = memoryLiveEvents();
  app = Fastify({ forceCloseConnections: true });
  app.addSchema(Problem);
  guard(app, { authenticate: async () => MEMBER, isOwnOrigin: () => true });
  await app.register(events, { liveEvents });
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

/** A reader on a bare socket; `heard` gives what it was sent. */
function read(lastEventId?: string) {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  const last = lastEventId === undefined ? "" : `last-event-id: ${lastEventId}\r\n`;
  socket.write(`GET /events HTTP/1.1\r\nhost: test\r\n${last}\r\n`);
  let text = "";
  socket.on("data", (bytes) => {
    text += bytes;
  });
  return { socket, heard: () => text };
}

const connections = () => promisify(app.server.getConnections.bind(app.server))();
const eventsIn = (text: string) => [...text.matchAll(/^event: (.+)$/gm)].map(([, kind]) => kind);
const trackersIn = (text: string) =>
  [...text.matchAll(/"trackerId":(\d+)/g)].map(([, number]) => Number(number));

describe("the stream of events", () => {
  test("tells a reader of its own studies", async () => {
    const { heard } = read();
    await expect.poll(heard).toContain("id: ");
    liveEvents.publish(heardFrom(1, 2));
    liveEvents.publish(heardFrom(2));
    await expect.poll(() => trackersIn(heard())).toEqual([2]);
  });

  test("gives a reader whose connection broke before the first event what it missed", async () => {
    const first = read();
    await expect.poll(first.heard).toContain("id: ");
    first.socket.destroy();
    liveEvents.publish(heardFrom(1));
    const id = /^id: (.+)$/m.exec(first.heard())?.[1];
    const again = read(id);
    await expect.poll(() => trackersIn(again.heard())).toEqual([1]);
    expect(eventsIn(again.heard())).toEqual(["tracker"]);
  });

  test("tells a reader from before a restart that there is a gap", async () => {
    const { heard } = read("1764085000000");
    await expect.poll(() => eventsIn(heard())).toEqual(["gap"]);
    liveEvents.publish(heardFrom(1));
    await expect.poll(() => eventsIn(heard())).toEqual(["gap", "tracker"]);
  });

  test("cuts off a reader that does not read, and it alone", async () => {
    const [slow, quick] = [read(), read()];
    await expect.poll(slow.heard).toContain("id: ");
    await expect.poll(quick.heard).toContain("id: ");
    slow.socket.pause();
    let published = 0;
    while ((await connections()) === 2 && published < MANY) {
      for (let more = 0; more < 500; more++) liveEvents.publish(heardFrom(++published));
      await afterOthers();
    }
    expect(published).toBeLessThan(MANY);
    expect(await connections()).toBe(1);
    liveEvents.publish(heardFrom(MANY));
    await expect.poll(() => quick.heard().slice(-200)).toContain(`"trackerId":${MANY}`);
  });
});
