import { quickJsCodecRunner } from "@zpr/platform";
import type { AssignedCodec, DownlinkCommand, DownlinkSender } from "@zpr/ports";
import { afterAll, expect, it } from "vitest";
import { encodeDownlinks } from "./encode-downlinks.ts";

const codecRunner = quickJsCodecRunner();
afterAll(() => codecRunner.close());

const DEV_EUI = "70B3D57ED005AA01";
const TS013 = `function encodeDownlink({ data, variables }) {
  if (data.minutes > 255) return { errors: ["too long"] };
  return { bytes: [data.minutes, Number(variables.group)], fPort: data.port };
}`;

/** What a network is given of a command, when its tracker has a codec or none. */
async function handedOver(
  text: string,
  codec?: Partial<AssignedCodec>,
  settings: DownlinkCommand["settings"] = {},
) {
  const given: string[] = [];
  const network: DownlinkSender = {
    async send(command) {
      given.push(command.text);
      return { outcome: "sent", key: "1", bytes: Buffer.from(command.text) };
    },
  };
  const whole = { id: 1, mapping: {}, functions: ["encodeDownlink"], variables: { group: "7" } };
  const assigned = { ...whole, source: TS013, ...codec } as AssignedCodec;
  const codecStore = {
    assigned: async () => new Map(codec ? [[`ttn ${DEV_EUI}`, assigned]] : []),
  };
  const sender = encodeDownlinks("ttn", network, { codecStore, codecRunner });
  const outcome = await sender.send(
    { id: 1, uniqueId: DEV_EUI, text, settings },
    async () => undefined,
  );
  return { given, outcome };
}

it("makes bytes of a JSON object by the tracker's codec", async () => {
  const { given } = await handedOver('{"minutes": 16, "port": 9}', {});
  expect(given).toEqual(["9:1007"]);
});

it("takes the port of the settings, or 1, when the codec names none", async () => {
  const v2 = { source: "function Encoder(object, port) { return [object.minutes, port]; }" };
  expect((await handedOver('{"minutes": 16}', v2, { downlinkPort: 12 })).given).toEqual([
    "12:100c",
  ]);
  expect((await handedOver('{"minutes": 16}', v2)).given).toEqual(["1:1001"]);
});

it("leaves alone what is bytes already, and what the network's own codec has to encode", async () => {
  expect((await handedOver("15:beef", {})).given).toEqual(["15:beef"]);
  expect((await handedOver('{"minutes": 16}')).given).toEqual(['{"minutes": 16}']);
  const decodesOnly = { functions: ["decodeUplink"] as const };
  expect((await handedOver('{"minutes": 16}', decodesOnly)).given).toEqual(['{"minutes": 16}']);
});

it.each([
  ["it says so", '{"minutes": 300, "port": 9}', "codec: the codec says: too long"],
  ["what it gives are no bytes", '{"minutes": 1.5, "port": 9}', "codec: the codec gives no list"],
  [
    "the port is the network's own",
    '{"minutes": 1, "port": 224}',
    "codec: 224:0107 cannot be sent",
  ],
])("fails for good, with the codec's reason, when %s", async (_why, text, reason) => {
  const { given, outcome } = await handedOver(text, {});
  expect(outcome).toMatchObject({ outcome: "failed", reason: expect.stringContaining(reason) });
  expect(given).toEqual([]);
});

it("is tried again later when the codec rests, as its next instruction may be a quick one", async () => {
  const slow = { source: "function encodeDownlink() { for (;;); }" };
  for (let time = 0; time < 3; time++)
    expect((await handedOver('{"minutes": 1}', slow)).outcome).toMatchObject({ outcome: "failed" });
  expect((await handedOver('{"minutes": 1}', slow)).outcome).toMatchObject({
    outcome: "retry",
    reason: expect.stringContaining("rests for a minute"),
  });
});
