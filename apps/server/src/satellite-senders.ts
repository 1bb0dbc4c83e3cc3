import { directIpSender } from "@zpr/platform";
import type { DownlinkSender } from "@zpr/ports";
import { directIpWords } from "@zpr/protocols";
import type { Config } from "./config.ts";

/** Networks of satellites that take instructions for their devices, as far as the settings say where. */
export function satelliteSenders({
  ZPR_IRIDIUM_GATEWAY: gateway,
}: Config): Readonly<Record<string, DownlinkSender>> {
  if (!gateway) return {};
  const [host = "", port = ""] = gateway.split(":");
  return { iridium: directIpSender({ host, port: Number(port) }, directIpWords) };
}
