import { type LorawanDownlink, parseLorawanDownlink } from "@zpr/model";
import type { DownlinkCommand, DownlinkSender } from "@zpr/ports";
import { handOver, isConfirmed, NOT_A_DOWNLINK, portSetting } from "./lorawan-hand-over.ts";

export interface TtnDownlinkOptions {
  /** The origin of the cluster, such as `https://eu1.cloud.thethings.network`. */
  readonly baseUrl: string;
  readonly application: string;
  /** The id of the webhook under which downlinks are pushed. */
  readonly webhook: string;
  /** With the right to write downlink traffic. */
  readonly apiKey: string;
  /** The network's own name of a device, as its last message told; undefined when it never called. */
  deviceIdOf(uniqueId: string): Promise<string | undefined>;
}

/** Downlinks through the webhook API of The Things Stack, put behind those that wait there. */
export function ttnDownlinks(options: TtnDownlinkOptions): DownlinkSender {
  const { baseUrl, application, webhook, apiKey } = options;
  return {
    async send(command, expect) {
      const downlink = parseLorawanDownlink(command.text);
      if (!downlink) return NOT_A_DOWNLINK;
      const device =
        (await options.deviceIdOf(command.uniqueId)) ?? `eui-${command.uniqueId.toLowerCase()}`;
      const [app, hook, id] = [application, webhook, device].map(encodeURIComponent);
      const path = `/api/v3/as/applications/${app}/webhooks/${hook}/devices/${id}/down/push`;
      const key = `zpr:cmd:${command.id}`;
      await expect(key);
      return handOver({
        url: new URL(path, baseUrl),
        headers: { authorization: `Bearer ${apiKey}` },
        body: JSON.stringify({ downlinks: [toItem(downlink, command, key)] }),
        keyIn: () => key,
      });
    },
  };
}

function toItem(downlink: LorawanDownlink, { settings }: DownlinkCommand, key: string) {
  const rest = { priority: "NORMAL", confirmed: isConfirmed(settings), correlation_ids: [key] };
  if ("values" in downlink) {
    const port = portSetting(settings);
    return { decoded_payload: downlink.values, ...(port && { f_port: port }), ...rest };
  }
  const { port, hex } = downlink;
  return { frm_payload: Buffer.from(hex, "hex").toString("base64"), f_port: port, ...rest };
}
