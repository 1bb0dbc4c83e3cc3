import { keepPush, type PushPorts } from "@zpr/gateway";
import {
  type Bookmark,
  type MqttSource,
  startMqttSource,
  startSpotReader,
  startTtnBackfill,
  type TtnBackfill,
} from "@zpr/platform";
import { pushProtocolNamed } from "@zpr/protocols";
import type { Logger } from "./logger.ts";

/** A network that brings trackers' messages, as an administrator described it. */
export interface NetworkSource {
  readonly id: number | string;
  readonly protocol: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface NetworkSourcePorts extends PushPorts {
  readonly bookmarkOf: (source: NetworkSource) => Bookmark;
  /** Tells our MQTT sessions from those of other installations at the same broker. */
  readonly installation: string;
  readonly log: Logger;
  readonly now: () => Date;
}

/** A source from which messages flow. */
export interface RunningSource {
  readonly source: NetworkSource;
  readonly mqtt: MqttSource | undefined;
  close(): Promise<void>;
  /** Closes for good: nothing is kept for us at the source any more. */
  leave(): Promise<void>;
}

const TOPICS: Readonly<Record<string, string>> = {
  ttn: "v3/+/devices/+/#",
  chirpstack: "application/+/device/+/event/+",
};
/** What applications say to devices, ours among them, on topics beside those of the devices. */
const TO_DEVICES = /\/down\/(push|replace)$/;

/** Begins to listen to a source, and to fetch what it stored meanwhile, as far as its settings say where. */
export function startNetworkSource(
  source: NetworkSource,
  ports: NetworkSourcePorts,
): RunningSource {
  const append = keeperOf(source, ports);
  const backfill = startBackfill(source, append, ports);
  const mqtt = startMqtt(source, { append, backfill }, ports);
  const feed = startFeed(source, append, ports);
  return {
    source,
    mqtt,
    async close() {
      await mqtt?.close();
      await backfill?.close();
      await feed?.close();
    },
    async leave() {
      await mqtt?.leave();
      await backfill?.close();
      await feed?.close();
    },
  };
}

type Append = (body: Buffer, topic?: string) => Promise<void>;

function keeperOf({ protocol: name }: NetworkSource, ports: NetworkSourcePorts): Append {
  const protocol = pushProtocolNamed(name);
  if (!protocol) throw new Error(`no service pushes messages as ${name}`);
  return async (body, topic) => {
    const push = {
      receivedAt: ports.now(),
      contentType: "application/json",
      query: topic === undefined ? {} : { topic },
    };
    const transport = topic === undefined ? "http" : "mqtt";
    const unpacked = await keepPush({ protocol, transport, push, body }, ports);
    if (!unpacked.ok) ports.log.warn({ protocol: name, topic, reason: unpacked.reason }, "unread");
  };
}

function startBackfill(
  source: NetworkSource,
  append: Append,
  { bookmarkOf, log, now }: NetworkSourcePorts,
): TtnBackfill | undefined {
  const { baseUrl, application, apiKey } = textsIn(source.settings);
  if (source.protocol !== "ttn" || source.settings["storage"] !== true) return undefined;
  if (!baseUrl || !application || !apiKey) {
    log.warn({ source: source.id }, "storage needs baseUrl, application and apiKey");
    return undefined;
  }
  const storage = { baseUrl, application, apiKey };
  return startTtnBackfill({ storage, bookmark: bookmarkOf(source), append, log, now });
}

const SPOT_URL = "https://api.findmespot.com";

/** Reads the feed of SPOT that the settings name. */
function startFeed(
  source: NetworkSource,
  append: Append,
  { bookmarkOf, log, now }: NetworkSourcePorts,
): { close(): Promise<void> } | undefined {
  const { baseUrl = SPOT_URL, feedId, feedPassword } = textsIn(source.settings);
  if (source.protocol !== "spot" || !feedId) return undefined;
  const feed = { baseUrl, feedId, ...(feedPassword && { password: feedPassword }) };
  const number = typeof source.id === "number" ? source.id : 0;
  return startSpotReader({ feed, number, bookmark: bookmarkOf(source), append, log, now });
}

interface Brought {
  readonly append: Append;
  readonly backfill: TtnBackfill | undefined;
}

function startMqtt(
  source: NetworkSource,
  { append, backfill }: Brought,
  { installation, log }: NetworkSourcePorts,
): MqttSource | undefined {
  const { mqttUrl, mqttUsername, mqttPassword, mqttTopic } = textsIn(source.settings);
  const topic = mqttTopic ?? TOPICS[source.protocol];
  if (!mqttUrl || !topic) return undefined;
  return startMqttSource(
    {
      url: mqttUrl,
      clientId: `zpr-${installation}-${source.id}`,
      topics: [topic],
      ...(mqttUsername && { username: mqttUsername }),
      ...(mqttPassword && { password: mqttPassword }),
      log,
    },
    {
      async append(from, bytes) {
        if (TO_DEVICES.test(from)) return;
        await append(bytes, from);
        const receivedAt = backfill && receivedAtIn(bytes);
        if (receivedAt) await backfill.heard(receivedAt);
      },
      onFlowing: () => backfill?.flowing(),
      onInterrupted: () => backfill?.interrupted(),
    },
  );
}

/** When The Things Stack received an uplink, which is how its storage counts. */
function receivedAtIn(bytes: Buffer): string | undefined {
  try {
    const { received_at: receivedAt, uplink_message: uplink } = JSON.parse(String(bytes));
    return typeof receivedAt === "string" && uplink ? receivedAt : undefined;
  } catch {
    return undefined;
  }
}

/** The settings that are texts with something in them. */
export function textsIn(
  settings: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(settings).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    ),
  );
}
