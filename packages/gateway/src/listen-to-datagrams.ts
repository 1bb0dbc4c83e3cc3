import type { Buffer } from "node:buffer";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Protocol } from "@zpr/protocols";
import { allowance } from "./allowance.ts";
import { type Conversation, converse, type GatewayPorts, type Patience } from "./conversation.ts";
import { datagramPeers } from "./datagram-peers.ts";
import type { Listener } from "./listen.ts";

export interface DatagramOptions extends Partial<Patience> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly forgetMilliseconds?: number;
}

const DEFAULTS = {
  forgetMilliseconds: 120_000,
  answerMilliseconds: 15_000,
  keepMilliseconds: 5_000,
};
const NOISE_TIMES = 20;
const NOISE_MILLISECONDS = 10 * 60_000;

/** A UDP socket for one protocol, listening when it resolves. What cannot be kept soon is dropped, unanswered, and comes again. */
export async function listenToDatagrams(
  protocol: Protocol,
  { host, port, ...options }: DatagramOptions,
  ports: GatewayPorts,
): Promise<Listener> {
  const socket = createSocket({ type: host.includes(":") ? "udp6" : "udp4" });
  const noise = allowance(NOISE_TIMES, NOISE_MILLISECONDS, Date.now);
  const settings = { ...DEFAULTS, ...options };
  const peers = datagramPeers({
    forgetMilliseconds: settings.forgetMilliseconds,
    log: ports.log,
    begin: (address) =>
      converse(
        {
          protocol,
          transport: "udp",
          address,
          patience: settings,
          keepsNoise: () => noise.spend(address),
          onKnown: () => undefined,
          ring: () => peers.turn(address, (conversation) => sayAll(address, conversation.remind())),
        },
        ports,
      ),
  });

  async function sayAll(address: string, words: AsyncIterable<Buffer>): Promise<void> {
    const colon = address.lastIndexOf(":");
    const [host, port] = [address.slice(0, colon), Number(address.slice(colon + 1))];
    for await (const word of words)
      await new Promise<void>((sent) => socket.send(word, port, host, () => sent()));
  }

  async function hear(
    address: string,
    datagram: Buffer,
    conversation: Conversation,
  ): Promise<void> {
    for (const frame of protocol.framesOf?.(datagram) ?? [datagram])
      await sayAll(address, conversation.hear(frame));
  }

  socket.on("message", (datagram, peer) => {
    const address = `${peer.address}:${peer.port}`;
    peers.turn(address, (conversation) => hear(address, datagram, conversation));
  });
  socket.on("error", (error) =>
    ports.log.error({ protocol: protocol.name, error: String(error) }, "the UDP socket failed"),
  );
  socket.bind(port, host);
  await once(socket, "listening");
  return {
    protocol: protocol.name,
    transport: "udp",
    port: socket.address().port,
    async close() {
      await peers.end();
      await new Promise<void>((closed) => socket.close(closed));
    },
  };
}
