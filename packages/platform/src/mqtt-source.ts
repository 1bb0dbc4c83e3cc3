import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "@zpr/ports";
import { connect, type IClientOptions, type MqttClient } from "mqtt";

export interface MqttSourceOptions {
  /** `mqtt://` or `mqtts://`. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  /** The same after every start, so that the broker keeps what comes meanwhile; used nowhere else. */
  readonly clientId: string;
  readonly topics: readonly string[];
  readonly reconnectMilliseconds?: number;
  readonly log: Log;
}

export interface MqttListener {
  /** Resolves once the message is durable; it is acknowledged then, and the next one read. */
  append(topic: string, bytes: Buffer): Promise<void>;
  /** Called whenever messages flow, the first time and after every interruption. */
  onFlowing?(): void;
  /** Called when they do no longer. */
  onInterrupted?(): void;
}

/** A subscription at a broker of somebody else. */
export interface MqttSource {
  /** Resolves when the broker has it. */
  publish(topic: string, text: string): Promise<void>;
  /** Finishes the message in hand and says goodbye; what follows stays with the broker. */
  close(): Promise<void>;
  /** Closes for good: the broker is to keep nothing for us any more. */
  leave(): Promise<void>;
}

const RECONNECT_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 500;
const GOODBYE_MILLISECONDS = 2_000;
const PUBLISH_MILLISECONDS = 10_000;
const AT_LEAST_ONCE = 1;

/**
 * Subscribes and hands on one message after the other, for as long as it is not closed. Brokers
 * with quality of service 1 keep whatever is not acknowledged and send it again.
 */
export function startMqttSource(options: MqttSourceOptions, listener: MqttListener): MqttSource {
  const { url, topics, log } = options;
  const trouble = troubleOf(options);
  const client = connect(url, settingsOf(options));
  const closing = new AbortController();
  let inHand = Promise.resolve();

  client.on("connect", () => void subscribe(client, options, { listener, trouble }));
  client.on("close", () => listener.onInterrupted?.());
  client.on("error", (error) => trouble.tell(String(error)));
  client.on("offline", () => trouble.tell("the broker is out of reach", { unlessTold: true }));

  // The library reads on, and acknowledges, when `done` is called.
  client.handleMessage = ({ topic, payload }, done) => {
    const connection = client.stream;
    inHand = keep(topic, bytesOf(payload)).then((kept) => {
      // The broker of a new connection sends it again and waits for an answer to that.
      if (kept && client.stream === connection) done?.();
    });
  };

  async function keep(topic: string, bytes: Buffer): Promise<boolean> {
    while (!closing.signal.aborted) {
      try {
        await listener.append(topic, bytes);
        return true;
      } catch (error) {
        log.error({ topic, error: String(error) }, "a message could not be kept; trying again");
        await pause(RETRY_MILLISECONDS, undefined, { signal: closing.signal }).catch(() => {});
      }
    }
    return false;
  }

  async function close(): Promise<void> {
    closing.abort();
    await inHand;
    await Promise.race([client.endAsync(), pause(GOODBYE_MILLISECONDS, undefined, { ref: false })]);
    if (!client.disconnected) await client.endAsync(true);
  }

  return {
    async publish(topic, text) {
      if (!client.connected) throw new Error("there is no connection");
      const late = pause(PUBLISH_MILLISECONDS, undefined, { ref: false });
      await Promise.race([
        client.publishAsync(topic, text, { qos: AT_LEAST_ONCE }),
        late.then(() => Promise.reject(new Error("the broker does not answer"))),
      ]);
    },
    close,
    async leave() {
      const farewell = client.connected ? client.unsubscribeAsync([...topics]) : undefined;
      const late = pause(GOODBYE_MILLISECONDS, undefined, { ref: false });
      await Promise.race([farewell?.catch(() => {}), late]);
      await close();
    },
  };
}

function settingsOf(options: MqttSourceOptions): IClientOptions {
  const { clientId, username, password, reconnectMilliseconds } = options;
  return {
    clientId,
    clean: false,
    protocolVersion: 4,
    resubscribe: false,
    reconnectOnConnackError: true,
    reconnectPeriod: reconnectMilliseconds ?? RECONNECT_MILLISECONDS,
    // An instruction that cannot go out now is kept by the command box, not here.
    queueQoSZero: false,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  };
}

async function subscribe(
  client: MqttClient,
  { url, topics, log }: MqttSourceOptions,
  { listener, trouble }: { readonly listener: MqttListener; readonly trouble: Trouble },
): Promise<void> {
  try {
    await client.subscribeAsync([...topics], { qos: AT_LEAST_ONCE });
    trouble.over();
    log.info({ broker: new URL(url).host, topics }, "messages flow from an MQTT broker");
    listener.onFlowing?.();
  } catch (error) {
    trouble.tell(`the subscription is refused: ${error}`);
    // Asked again on a new connection.
    client.stream.end();
  }
}

interface Trouble {
  tell(error: string, how?: { readonly unlessTold: true }): void;
  over(): void;
}

/** Tells each trouble once: a broker that is away for a week is tried every few seconds. */
function troubleOf({ url, clientId, topics, log }: MqttSourceOptions): Trouble {
  // Not the URL: it may hold a password.
  const broker = new URL(url).host;
  let told: string | undefined;
  return {
    tell(error, how) {
      if (told === error || (how?.unlessTold && told !== undefined)) return;
      told = error;
      log.warn({ broker, clientId, topics, error }, "MQTT trouble; trying on until it is over");
    },
    over() {
      told = undefined;
    },
  };
}

function bytesOf(payload: Buffer | string): Buffer {
  return typeof payload === "string" ? Buffer.from(payload) : payload;
}
