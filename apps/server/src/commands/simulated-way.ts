import { protocolNamed } from "@zpr/protocols";
import {
  openPushLine,
  type Play,
  pushSpeeches,
  registerStudy,
  type StudyPlan,
  speeches,
} from "@zpr/simulator";
import { ConfigError } from "../config.ts";

/** What simulated trackers may speak. */
export const SPOKEN = [...speeches, ...pushSpeeches].map(({ protocol }) => protocol);

/** What the trackers speak, and where the server is. */
export interface WayOptions {
  readonly api: string;
  readonly key?: string;
  readonly protocol: string;
  readonly udp?: true;
  readonly gateway?: string;
}

type Way = Required<Pick<Play, "gateway" | "link">>;

/** Registers a study, if there is a key for it; gives how its trackers speak, and where to. */
export async function wayFor(plan: StudyPlan, options: WayOptions): Promise<Way> {
  const { api: url, key, protocol } = options;
  const pushed = pushSpeeches.find((speech) => speech.protocol === protocol);
  if (!pushed) {
    const way = wayOf(options);
    if (key) await registerStudy({ url, key }, { ...plan, protocol });
    else
      console.error(
        "zpr: no --key, so nothing is registered: the trackers will be unknown to the server",
      );
    return way;
  }
  if (!key)
    throw new ConfigError(`${protocol} messages are pushed to a source, which takes a --key`);
  const trackers = plan.trackers.map((tracker) => ({
    ...tracker,
    uniqueId: pushed.uniqueIdOf(tracker.uniqueId),
  }));
  const { studyId } = await registerStudy({ url, key }, { ...plan, protocol, trackers });
  const pushes = await openPushLine({ url, key }, pushed, studyId);
  return { gateway: { host: "", port: 0 }, link: { pushes } };
}

/** How the trackers speak, and where to. */
export function wayOf({ protocol, udp, gateway }: WayOptions) {
  const speech = speeches.find((one) => one.protocol === protocol);
  if (!speech)
    throw new ConfigError(`there is no protocol ${protocol}; there are ${SPOKEN.join(", ")}`);
  const transport = udp ? "udp" : "tcp";
  if (!speech.transports.includes(transport))
    throw new ConfigError(`${protocol} trackers do not speak over ${transport.toUpperCase()}`);
  const port = protocolNamed(protocol)?.port;
  return {
    gateway: addressOf(gateway ?? `127.0.0.1:${port}`),
    link: {
      speech,
      transport,
      onInstruction: (text: string) => console.log(`a tracker was told: ${text}`),
    },
  } as const;
}

function addressOf(text: string): { readonly host: string; readonly port: number } {
  const at = text.lastIndexOf(":");
  const [host, port] = [text.slice(0, at), Number(text.slice(at + 1))];
  if (!host || !Number.isInteger(port))
    throw new ConfigError(`--gateway is HOST:PORT, not ${JSON.stringify(text)}`);
  return { host, port };
}
