import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chirpstackMqttDownlinks, chirpstackRestDownlinks } from "./chirpstack-downlinks.ts";
import { ttnDownlinks } from "./ttn-downlinks.ts";

interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const DEV_EUI = "70B3D57ED005AA01";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let network: Server;
let baseUrl: string;
let status: number;
let answer: string;
const asked: Asked[] = [];
/** Keys that were told, and how much had been handed over by then. */
const expected: { readonly key: string; readonly before: number }[] = [];
const expecting = async (key: string) => void expected.push({ key, before: asked.length });

beforeEach(async () => {
  asked.length = 0;
  expected.length = 0;
  status = 200;
  answer = "{}";
  network = createServer(async (request, response) => {
    const body: unknown = JSON.parse(await text(request));
    asked.push({ path: request.url ?? "", headers: request.headers, body });
    response.writeHead(status).end(answer);
  });
  network.listen(0, "127.0.0.1");
  await once(network, "listening");
  baseUrl = `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
});

afterEach(() => void network.close());

const command = (said: string, settings = {}) => ({
  id: 42,
  uniqueId: DEV_EUI,
  text: said,
  settings,
});

const throughTtn = (deviceId?: string) =>
  ttnDownlinks({
    baseUrl,
    application: "river",
    webhook: "zpr",
    apiKey: "NNSXS.OURS",
    deviceIdOf: async () => deviceId,
  });
const throughRest = () => chirpstackRestDownlinks({ baseUrl, apiKey: "ours" });

describe("through The Things Stack", () => {
  it("bytes go out on their port, to be confirmed, under our correlation id", async () => {
    const said = await throughTtn("bottle-7").send(command("15:BEEF"), expecting);
    expect(said).toMatchObject({ outcome: "sent", key: "zpr:cmd:42" });
    expect(expected).toEqual([{ key: "zpr:cmd:42", before: 0 }]);
    const downlink = {
      frm_payload: "vu8=",
      f_port: 15,
      priority: "NORMAL",
      confirmed: true,
      correlation_ids: ["zpr:cmd:42"],
    };
    expect(asked).toMatchObject([
      {
        path: "/api/v3/as/applications/river/webhooks/zpr/devices/bottle-7/down/push",
        headers: { authorization: "Bearer NNSXS.OURS", "content-type": "application/json" },
        body: { downlinks: [downlink] },
      },
    ]);
    if (said.outcome === "sent")
      expect(JSON.parse(String(said.bytes))).toEqual({ downlinks: [downlink] });
  });

  it("values are left to the network's codec, and a device that never called has its usual name", async () => {
    await throughTtn().send(
      command('{"interval":600}', { confirmedDownlinks: false, downlinkPort: 3 }),
      expecting,
    );
    expect(asked[0]?.path).toContain("/devices/eui-70b3d57ed005aa01/down/push");
    expect(asked[0]?.body).toMatchObject({
      downlinks: [{ decoded_payload: { interval: 600 }, f_port: 3, confirmed: false }],
    });
  });
});

describe("through ChirpStack's REST API", () => {
  it("bytes go into the device's queue, known by the id of the item", async () => {
    answer = '{"id":"0F4A7C1D-5A0E-4D4B-8A11-5F3C1C3A0B42"}';
    expect(await throughRest().send(command("15:BEEF"), expecting)).toMatchObject({
      outcome: "sent",
      key: "0f4a7c1d-5a0e-4d4b-8a11-5f3c1c3a0b42",
    });
    expect(asked).toMatchObject([
      {
        path: "/api/devices/70b3d57ed005aa01/queue",
        headers: { "grpc-metadata-authorization": "Bearer ours" },
        body: { queueItem: { confirmed: true, fPort: 15, data: "vu8=" } },
      },
    ]);
  });

  it("our own id is the key when the answer has none", async () => {
    expect(await throughRest().send(command('{"led":1}'), expecting)).toMatchObject({
      outcome: "sent",
      key: expect.stringMatching(UUID),
    });
    expect(asked[0]?.body).toMatchObject({ queueItem: { fPort: 1, object: { led: 1 } } });
  });
});

describe("through ChirpStack's broker", () => {
  it("bytes go to the device's topic, known by our id", async () => {
    const published: [string, unknown][] = [];
    const sender = chirpstackMqttDownlinks({
      publish: async (topic, body) => void published.push([topic, JSON.parse(body)]),
      applicationOf: async () => "a1",
    });
    const said = await sender.send(command("15:BEEF"), expecting);
    expect(said).toMatchObject({ outcome: "sent", key: expect.stringMatching(UUID) });
    expect(published).toEqual([
      [
        "application/a1/device/70b3d57ed005aa01/command/down",
        {
          id: said.outcome === "sent" && said.key,
          devEui: "70b3d57ed005aa01",
          confirmed: true,
          fPort: 15,
          data: "vu8=",
        },
      ],
    ]);
  });

  it("waits for a broker out of reach, and for the device's first message", async () => {
    const publish = () => Promise.reject(new Error("offline"));
    const applicationOf = async () => "a1";
    expect(
      await chirpstackMqttDownlinks({ publish, applicationOf }).send(command("1:00"), expecting),
    ).toMatchObject({ outcome: "retry" });
    const nobody = async () => undefined;
    expect(
      await chirpstackMqttDownlinks({ publish, applicationOf: nobody }).send(
        command("1:00"),
        expecting,
      ),
    ).toMatchObject({ outcome: "retry" });
  });
});

describe("a network that does not take it", () => {
  it.each([
    [400, "failed"],
    [403, "failed"],
    [404, "failed"],
    [429, "retry"],
    [503, "retry"],
  ])("with status %i means %s", async (said, outcome) => {
    status = said;
    answer = "device not found";
    for (const sender of [throughTtn(), throughRest()])
      expect(await sender.send(command("1:00"), expecting)).toEqual({
        outcome,
        reason: `the network answers ${said}: device not found`,
      });
  });

  it("because it is out of reach will be asked again", async () => {
    const closed = { baseUrl: "http://127.0.0.1:1", apiKey: "ours" };
    expect(await chirpstackRestDownlinks(closed).send(command("1:00"), expecting)).toMatchObject({
      outcome: "retry",
    });
  });

  it("is not asked for what is no downlink", async () => {
    const failed = { outcome: "failed", reason: "not PORT:HEX or a JSON object" };
    for (const sender of [throughTtn(), throughRest()])
      expect(await sender.send(command("RESET#"), expecting)).toEqual(failed);
    expect(asked).toEqual([]);
  });
});
