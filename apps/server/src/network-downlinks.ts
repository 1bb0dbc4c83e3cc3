import { chirpstackMqttDownlinks, chirpstackRestDownlinks, ttnDownlinks } from "@zpr/platform";
import type { DownlinkSender, RawMessageStore } from "@zpr/ports";
import { type RunningSource, textsIn } from "./network-source.ts";

export interface NetworkDownlinkPorts {
  readonly rawMessageStore: RawMessageStore;
  /** The sources of a protocol from which messages flow now. */
  readonly sourcesOf: (protocol: string) => readonly RunningSource[];
}

type Spoken = Readonly<Record<string, unknown>>;

/** Instructions through the source that a device's newest message names by its application, or the first. */
export function networkDownlinks(protocol: string, ports: NetworkDownlinkPorts): DownlinkSender {
  return {
    async send(command, expect) {
      const told = await lastToldBy(protocol, command.uniqueId, ports.rawMessageStore);
      const application = applicationIn(told);
      const sources = ports.sourcesOf(protocol);
      const named = sources.filter(
        ({ source }) => application && source.settings["application"] === application,
      );
      for (const source of [...named, ...sources]) {
        const sender = senderThrough(source, told);
        if (sender) return sender.send(command, expect);
      }
      return { outcome: "retry", reason: `no ${protocol} source takes instructions now` };
    },
  };
}

function senderThrough({ source, mqtt }: RunningSource, told: Spoken): DownlinkSender | undefined {
  const { baseUrl, application, webhook, apiKey } = textsIn(source.settings);
  if (source.protocol === "ttn") {
    if (!baseUrl || !application || !webhook || !apiKey) return undefined;
    const deviceIdOf = async () => textAt(told, "end_device_ids", "device_id");
    return ttnDownlinks({ baseUrl, application, webhook, apiKey, deviceIdOf });
  }
  if (mqtt) {
    const applicationOf = async () => applicationIn(told);
    return chirpstackMqttDownlinks({ publish: mqtt.publish, applicationOf });
  }
  return baseUrl && apiKey ? chirpstackRestDownlinks({ baseUrl, apiKey }) : undefined;
}

async function lastToldBy(
  protocol: string,
  uniqueId: string,
  rawMessageStore: RawMessageStore,
): Promise<Spoken> {
  const filter = { studies: "all", protocol, uniqueId } as const;
  const [newest] = await rawMessageStore.list(filter, { after: undefined, limit: 1 });
  if (!newest) return {};
  const body: Spoken = JSON.parse(Buffer.from(newest.bytes).toString());
  return isObject(body["result"]) ? body["result"] : body;
}

function applicationIn(told: Spoken): string | undefined {
  const ids = told["end_device_ids"];
  return isObject(ids)
    ? textAt(ids, "application_ids", "application_id")
    : textAt(told, "deviceInfo", "applicationId");
}

function textAt(told: Spoken, member: string, name: string): string | undefined {
  const inside = told[member];
  const text = isObject(inside) ? inside[name] : undefined;
  return typeof text === "string" && text !== "" ? text : undefined;
}

function isObject(value: unknown): value is Spoken {
  return typeof value === "object" && value !== null;
}
