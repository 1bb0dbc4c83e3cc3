import { once } from "node:events";
import { createServer as createWebServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { text } from "node:stream/consumers";
import { startIngest, type Worker } from "@zpr/ingest";
import { memoryLiveEvents, prometheusMeter, quickJsCodecRunner } from "@zpr/platform";
import {
  type PostgresCommandBox,
  postgresBookmarkStore,
  postgresCodecStore,
  postgresCommandBox,
  postgresCommandStore,
  postgresFixLog,
  postgresFixStore,
  postgresRawLog,
  postgresRawMessageStore,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";
import { useBoth } from "@zpr/storage/testing";
import { Aedes } from "aedes";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLogger } from "../apps/server/src/logger.ts";
import type { NetworkSource } from "../apps/server/src/network-source.ts";
import { startNetworks } from "../apps/server/src/start-networks.ts";

const both = useBoth();
const DEV_EUI = "70B3D57ED005AA01";
const codecRunner = quickJsCodecRunner();
const now = () => new Date("2026-06-19T12:00:00Z");

let broker: Aedes;
let brokerServer: Server;
let mqttUrl: string;
let commandBox: PostgresCommandBox;
let ingest: Worker;
let networks: Awaited<ReturnType<typeof startNetworks>> | undefined;
let described: readonly NetworkSource[];

beforeEach(async () => {
  broker = await Aedes.createBroker();
  brokerServer = createServer(broker.handle).listen(0, "127.0.0.1");
  await once(brokerServer, "listening");
  mqttUrl = `mqtt://127.0.0.1:${(brokerServer.address() as AddressInfo).port}`;
  const { database, address } = both();
  commandBox = postgresCommandBox(database, address, () => {});
  const log = createLogger("silent");
  const fixLog = postgresFixLog(database);
  const liveEvents = memoryLiveEvents();
  ingest = startIngest({ fixLog, codecRunner, liveEvents, meter: prometheusMeter(), log });
});

afterEach(async () => {
  await networks?.close();
  await ingest.stop();
  await commandBox.close();
  await new Promise<void>((done) => broker.close(() => done()));
  brokerServer.close();
});

async function start() {
  const { database, address } = both();
  networks = await startNetworks(address, {
    list: async () => described,
    bookmarkStore: postgresBookmarkStore(database),
    rawMessageStore: postgresRawMessageStore(database),
    codecStore: postgresCodecStore(database),
    codecRunner,
    rawLog: postgresRawLog(database),
    commandBox,
    senders: {},
    meter: prometheusMeter(),
    log: createLogger("silent"),
    now,
  });
  return networks;
}

async function register(protocol: string): Promise<number> {
  const study = await postgresStudyStore(both().database).create(
    { name: "S", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  const tracker = await postgresTrackerStore(both().database).register({
    studyId: study?.id ?? 0,
    protocol,
    uniqueId: DEV_EUI,
    name: "bottle",
    model: null,
    intervalSeconds: null,
  });
  return tracker?.id ?? 0;
}

async function queue(trackerId: number, text: string): Promise<number> {
  const wanted = { trackerId, text, action: null, priority: 0, maxAttempts: 3, expiresAt: null };
  const [command] = await postgresCommandStore(both().database).queue([
    { ...wanted, createdBy: "test", requestId: null },
  ]);
  return command?.id ?? 0;
}

const statusOf = async (id: number) =>
  (await postgresCommandStore(both().database).find(id))?.status;

/** The counters of the frames that became fixes, in the order of their times. */
async function frames(trackerId: number): Promise<readonly unknown[]> {
  await ingest.idle();
  const filter = { studies: "all", trackerId } as const;
  const fixes = await postgresFixStore(both().database).list(filter, {
    after: undefined,
    limit: 100,
  });
  return fixes.map(({ attributes }) => attributes["frameCounter"]);
}

const messages = () =>
  postgresRawMessageStore(both().database).list(
    { studies: "all", uniqueId: DEV_EUI },
    { after: undefined, limit: 100 },
  );

async function publish(topic: string, body: object): Promise<void> {
  await new Promise<void>((done, failed) =>
    broker.publish(
      {
        cmd: "publish",
        topic,
        payload: Buffer.from(JSON.stringify(body)),
        qos: 1,
        dup: false,
        retain: false,
      },
      (error) => (error ? failed(error) : done()),
    ),
  );
}

/** Resolves when somebody has subscribed. */
const subscribed = () => once(broker, "subscribe");

test("ChirpStack's uplinks come by MQTT, and instructions go back by it", async () => {
  const trackerId = await register("chirpstack");
  described = [{ id: 1, protocol: "chirpstack", settings: { mqttUrl } }];
  const ready = subscribed();
  await start();
  await ready;
  const up = {
    time: "2026-06-19T11:59:58.123+00:00",
    deviceInfo: { applicationId: "a1", devEui: DEV_EUI.toLowerCase() },
    fCnt: 7,
    fPort: 2,
    data: "AQI=",
  };
  await publish(`application/a1/device/${DEV_EUI.toLowerCase()}/event/up`, up);
  await expect.poll(() => frames(trackerId)).toEqual([7]);
  expect(await messages()).toMatchObject([{ transport: "mqtt", context: "up" }]);

  const heard = new Promise<unknown>((resolve) => {
    broker.subscribe(
      "application/a1/device/+/command/down",
      ({ payload }, done) => {
        resolve(JSON.parse(String(payload)));
        done();
      },
      () => {},
    );
  });
  const id = await queue(trackerId, "15:beef");
  const item = (await heard) as { readonly id: string };
  expect(item).toMatchObject({ fPort: 15, data: "vu8=", confirmed: true });
  await expect.poll(() => statusOf(id)).toBe("sent");
  const { deviceInfo } = up;
  const ack = { deviceInfo, queueItemId: item.id, acknowledged: true };
  await publish(`application/a1/device/${DEV_EUI.toLowerCase()}/event/ack`, ack);
  await expect.poll(() => statusOf(id)).toBe("acknowledged");
});

test("The Things Stack takes an instruction, and says how it fares", async () => {
  const trackerId = await register("ttn");
  const pushed: unknown[] = [];
  const network = createWebServer(async (request, response) => {
    pushed.push([request.url, JSON.parse(await text(request))]);
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(network, "listening");
  const baseUrl = `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
  const settings = { mqttUrl, baseUrl, application: "river", webhook: "zpr", apiKey: "ours" };
  described = [{ id: 3, protocol: "ttn", settings }];
  const ready = subscribed();
  await start();
  await ready;
  const id = await queue(trackerId, "15:beef");
  await expect.poll(() => pushed).toHaveLength(1);
  expect(pushed).toMatchObject([
    [
      "/api/v3/as/applications/river/webhooks/zpr/devices/eui-70b3d57ed005aa01/down/push",
      { downlinks: [{ frm_payload: "vu8=", f_port: 15, correlation_ids: [`zpr:cmd:${id}`] }] },
    ],
  ]);
  await expect.poll(() => statusOf(id)).toBe("sent");
  const told = { end_device_ids: { dev_eui: DEV_EUI } };
  const downlink = { f_port: 15, correlation_ids: ["as:x", `zpr:cmd:${id}`] };
  const topic = "v3/river@ttn/devices/bottle-7/down";
  await publish(`${topic}/queued`, { ...told, downlink_queued: downlink });
  await publish(`${topic}/sent`, { ...told, downlink_sent: downlink });
  await publish(`${topic}/ack`, { ...told, downlink_ack: downlink });
  await expect.poll(() => statusOf(id)).toBe("acknowledged");
  const steps = await postgresCommandStore(both().database).steps(id);
  expect(steps.map(({ note }) => note)).toEqual(
    expect.arrayContaining([
      "queued by the network",
      "sent by a gateway",
      "acknowledged by the device",
    ]),
  );
  network.close();
});

test("what The Things Stack stored while we were away is fetched, and nothing doubled", async () => {
  const trackerId = await register("ttn");
  const uplink = (counter: number) => ({
    end_device_ids: {
      device_id: "bottle-7",
      application_ids: { application_id: "river" },
      dev_eui: DEV_EUI,
    },
    received_at: `2026-06-19T11:0${counter}:00.2Z`,
    uplink_message: {
      f_port: 2,
      f_cnt: counter,
      frm_payload: "AQI=",
      received_at: `2026-06-19T11:0${counter}:00.1Z`,
    },
  });
  let stored = [1, 2].map(uplink);
  const storage = createWebServer(({ url }, response) => {
    const after = Date.parse(new URL(url ?? "", "http://x").searchParams.get("after") ?? "");
    const lines = stored
      .filter(({ received_at: receivedAt }) => Date.parse(receivedAt) > after)
      .map((result) => `${JSON.stringify({ result })}\n`);
    response.end(lines.join(""));
  }).listen(0, "127.0.0.1");
  await once(storage, "listening");
  const baseUrl = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
  const settings = { mqttUrl, baseUrl, application: "river", apiKey: "ours", storage: true };
  described = [{ id: 2, protocol: "ttn", settings }];

  let ready = subscribed();
  const first = await start();
  await ready;
  await expect.poll(() => frames(trackerId)).toEqual([1, 2]);
  stored.push(uplink(3));
  await publish("v3/river@ttn/devices/bottle-7/up", uplink(3));
  await publish("v3/river@ttn/devices/bottle-7/down/push", { downlinks: [] });
  await expect.poll(() => frames(trackerId)).toEqual([1, 2, 3]);
  await first.close();

  stored = [...stored, uplink(4), uplink(5)];
  ready = subscribed();
  await start();
  await ready;
  await expect.poll(() => frames(trackerId)).toEqual([1, 2, 3, 4, 5]);
  expect(await messages()).not.toContainEqual(expect.objectContaining({ outcome: "undecodable" }));
  storage.close();
});

test("a source that is taken away is listened to no longer, and a broken one harms no other", async () => {
  const trackerId = await register("chirpstack");
  described = [
    { id: 1, protocol: "chirpstack", settings: { mqttUrl: "no address at all" } },
    { id: 2, protocol: "chirpstack", settings: { mqttUrl } },
  ];
  const ready = subscribed();
  await start();
  await ready;
  const gone = once(broker, "clientDisconnect");
  described = [];
  await gone;
  expect(await frames(trackerId)).toEqual([]);
});
