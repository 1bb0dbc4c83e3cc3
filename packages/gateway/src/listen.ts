import { once, setMaxListeners } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { Protocol } from "@zpr/protocols";
import { allowance } from "./allowance.ts";
import { answerCall, type CallOptions } from "./call.ts";
import { type CallLimits, openCalls, WAITING_CALLS } from "./call-limits.ts";
import type { GatewayPorts } from "./conversation.ts";

/** A listener for one kind of tracker. */
export interface Listener {
  readonly protocol: string;
  readonly transport: "tcp" | "udp";
  readonly port: number;
  /** Takes no new calls, lets the frame in hand get its answer, then hangs up. */
  close(): Promise<void>;
}

export interface ListenOptions extends Partial<CallLimits>, Partial<CallOptions> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** A load balancer in front says who calls: PROXY protocol, version 2. */
  readonly isProxied?: boolean;
  /** Calls are encrypted with this certificate. */
  readonly tls?: SecureContext;
}

const DRAIN_MILLISECONDS = 2_000;
const NOISE_TIMES = 20;
const NOISE_MILLISECONDS = 10 * 60_000;

const DEFAULTS: CallLimits & CallOptions = {
  calls: 100_000,
  // Cellular networks put thousands of trackers behind one address.
  callsPerAddress: 5_000,
  loginMilliseconds: 30_000,
  frameMilliseconds: 60_000,
  idleMilliseconds: 10 * 60_000,
  answerMilliseconds: 30_000,
  keepMilliseconds: 120_000,
};

/** A TCP server for one protocol, listening when it resolves. */
export async function listen(
  protocol: Protocol,
  options: ListenOptions,
  ports: GatewayPorts,
): Promise<Listener> {
  const sockets = new Set<Socket>();
  const closing = new AbortController();
  // Every call listens for the end; thousands of them are no leak.
  setMaxListeners(0, closing.signal);
  const settings = { ...DEFAULTS, ...options };
  const line = {
    protocol,
    settings,
    ports,
    open: openCalls(settings),
    noise: allowance(NOISE_TIMES, NOISE_MILLISECONDS, Date.now),
    closing: closing.signal,
  };
  // A caller that has said all it has to say, and hung up its side, still gets its answer.
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    void answerCall(socket, line).finally(() => sockets.delete(socket));
  });
  server.listen({ port: options.port, host: options.host, backlog: WAITING_CALLS });
  await once(server, "listening");
  return {
    protocol: protocol.name,
    transport: "tcp",
    port: portOf(server),
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      closing.abort();
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, DRAIN_MILLISECONDS);
      await closed;
      clearTimeout(cut);
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the listener has no port");
  return address.port;
}
