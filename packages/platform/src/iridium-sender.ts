import { createConnection, type Socket } from "node:net";
import type { DownlinkCommand, DownlinkOutcome, DownlinkSender } from "@zpr/ports";

/** Where Iridium's gateway takes messages to devices. */
interface DirectIpAddress {
  readonly host: string;
  readonly port: number;
  /** How long the whole exchange may take. */
  readonly timeoutMilliseconds?: number;
}

/** What is said to Iridium's gateway and understood of its answer; the protocol's own affair. */
interface DirectIpWords {
  say(
    command: DownlinkCommand,
  ):
    | { readonly ok: true; readonly bytes: Uint8Array; readonly key: string }
    | { readonly ok: false; readonly reason: string };
  /** What the answer says so far; undefined until it is whole. */
  hear(received: Uint8Array, command: DownlinkCommand): DirectIpAnswer | undefined;
}

type DirectIpAnswer =
  | { readonly outcome: "sent" }
  | { readonly outcome: "failed" | "retry"; readonly reason: string };

const TIMEOUT_MILLISECONDS = 30_000;

/**
 * Brings messages to devices to Iridium's gateway, each on a connection of its own. Where no answer
 * comes it is `retry`, although the gateway may have taken the message: twice is better than never.
 */
export function directIpSender(address: DirectIpAddress, words: DirectIpWords): DownlinkSender {
  return {
    async send(command, expect): Promise<DownlinkOutcome> {
      const said = words.say(command);
      if (!said.ok) return { outcome: "failed", reason: said.reason };
      const { bytes, key } = said;
      await expect(key);
      const answer = await exchange(address, bytes, (received) => words.hear(received, command));
      return answer.outcome === "sent" ? { outcome: "sent", key, bytes } : answer;
    },
  };
}

async function exchange(
  { host, port, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: DirectIpAddress,
  bytes: Uint8Array,
  hear: (received: Uint8Array) => DirectIpAnswer | undefined,
): Promise<DirectIpAnswer> {
  const socket = createConnection({ host, port });
  const timer = setTimeout(
    () => socket.destroy(new Error(`no answer within ${timeoutMilliseconds} ms`)),
    timeoutMilliseconds,
  );
  try {
    socket.write(bytes);
    return await answerOn(socket, hear);
  } catch (error) {
    return { outcome: "retry", reason: `Iridium's gateway: ${messageOf(error)}` };
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function answerOn(
  socket: Socket,
  hear: (received: Uint8Array) => DirectIpAnswer | undefined,
): Promise<DirectIpAnswer> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk]);
    const answer = hear(received);
    if (answer) return answer;
  }
  throw new Error("the connection ended before an answer came");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
