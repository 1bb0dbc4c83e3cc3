import { randomUUID } from "node:crypto";
import { type LorawanDownlink, parseLorawanDownlink } from "@zpr/model";
import type { DownlinkCommand, DownlinkSender } from "@zpr/ports";
import { handOver, isConfirmed, NOT_A_DOWNLINK, portSetting } from "./lorawan-hand-over.ts";

/** ChirpStack wants a port even where its codec chooses one. */
const PORT_OF_CODECS = 1;

export interface ChirpstackRestOptions {
  /** The origin of ChirpStack's REST API. */
  readonly baseUrl: string;
  readonly apiKey: string;
}

export interface ChirpstackMqttOptions {
  publish(topic: string, text: string): Promise<void>;
  /** The id of a device's application, as its last message told; undefined when it never called. */
  applicationOf(uniqueId: string): Promise<string | undefined>;
}

/** Downlinks through ChirpStack's REST API. */
export function chirpstackRestDownlinks({
  baseUrl,
  apiKey,
}: ChirpstackRestOptions): DownlinkSender {
  return {
    async send(command, expect) {
      const downlink = parseLorawanDownlink(command.text);
      if (!downlink) return NOT_A_DOWNLINK;
      const id = randomUUID();
      const devEui = command.uniqueId.toLowerCase();
      const bearer = `Bearer ${apiKey}`;
      await expect(id);
      return handOver({
        url: new URL(`/api/devices/${encodeURIComponent(devEui)}/queue`, baseUrl),
        // Its gateway from HTTP to gRPC hands on metadata only.
        headers: { authorization: bearer, "grpc-metadata-authorization": bearer },
        body: JSON.stringify({ queueItem: toItem(downlink, command, id) }),
        keyIn: (answer) => idIn(answer) ?? id,
      });
    },
  };
}

/** Downlinks over the MQTT connection by which ChirpStack's events come. */
export function chirpstackMqttDownlinks(options: ChirpstackMqttOptions): DownlinkSender {
  return {
    async send(command, expect) {
      const downlink = parseLorawanDownlink(command.text);
      if (!downlink) return NOT_A_DOWNLINK;
      const application = await options.applicationOf(command.uniqueId);
      if (application === undefined)
        return { outcome: "retry", reason: "no message yet tells the device's application" };
      const id = randomUUID();
      const text = JSON.stringify(toItem(downlink, command, id));
      const device = command.uniqueId.toLowerCase();
      await expect(id);
      try {
        await options.publish(`application/${application}/device/${device}/command/down`, text);
        return { outcome: "sent", key: id, bytes: Buffer.from(text) };
      } catch (error) {
        return { outcome: "retry", reason: `the broker is out of reach: ${String(error)}` };
      }
    },
  };
}

function toItem(downlink: LorawanDownlink, { uniqueId, settings }: DownlinkCommand, id: string) {
  const item = { id, devEui: uniqueId.toLowerCase(), confirmed: isConfirmed(settings) };
  if ("values" in downlink)
    return { ...item, fPort: portSetting(settings) ?? PORT_OF_CODECS, object: downlink.values };
  const data = Buffer.from(downlink.hex, "hex").toString("base64");
  return { ...item, fPort: downlink.port, data };
}

function idIn(answer: string): string | undefined {
  const id = /"id"\s*:\s*"([0-9a-f-]{36})"/i.exec(answer)?.[1];
  return id?.toLowerCase();
}
