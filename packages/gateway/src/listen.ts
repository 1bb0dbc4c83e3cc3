import { once, setMaxListeners } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import type { Protocol } from "@zpr/protocols";
import { chunksUntil } from "./chunks-until.ts";
import { type SessionPorts, session } from "./session.ts";

/** A listener for one kind of tracker. */
export interface Listener {
  readonly protocol: string;
  readonly port: number;
  /** Takes no new calls, lets the frame in hand get its answer, then hangs up. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** A call that has not said who it is by then is cut. */
  readonly loginMilliseconds?: number;
  /** A call in which nothing came for so long is cut: half-open ones of sleeping modems pile up otherwise. */
  readonly idleMilliseconds?: number;
}

const LOGIN_MILLISECONDS = 30_000;
const IDLE_MILLISECONDS = 10 * 60_000;
const DRAIN_MILLISECONDS = 2_000;

/** A TCP server for one protocol, listening when it resolves. */
export async function listen(
  protocol: Protocol,
  options: ListenOptions,
  ports: SessionPorts,
): Promise<Listener> {
  const calls = new Set<Socket>();
  const closing = new AbortController();
  // Every call listens for the end; thousands of them are no leak.
  setMaxListeners(0, closing.signal);
  // A caller that has said all it has to say, and hung up its side, still gets its answer.
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    calls.add(socket);
    const ended = answer(socket, { protocol, options, ports, closing: closing.signal });
    void ended.finally(() => calls.delete(socket));
  });
  server.listen(options.port, options.host);
  await once(server, "listening");
  return {
    protocol: protocol.name,
    port: portOf(server),
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      closing.abort();
      const cut = setTimeout(() => {
        for (const socket of calls) socket.destroy();
      }, DRAIN_MILLISECONDS);
      await closed;
      clearTimeout(cut);
    },
  };
}

interface CallOptions {
  readonly protocol: Protocol;
  readonly options: ListenOptions;
  readonly ports: SessionPorts;
  readonly closing: AbortSignal;
}

/** Answers one call to its end; never rejects. */
async function answer(
  socket: Socket,
  { protocol, options, ports, closing }: CallOptions,
): Promise<void> {
  const peer = `${socket.remoteAddress}:${socket.remotePort}`;
  const { loginMilliseconds = LOGIN_MILLISECONDS, idleMilliseconds = IDLE_MILLISECONDS } = options;
  const stranger = setTimeout(() => socket.destroy(), loginMilliseconds);
  socket.setTimeout(idleMilliseconds, () => socket.destroy());
  ports.meter.count("connections-opened", protocol.name);
  try {
    const call = { protocol, peer, onLogin: () => clearTimeout(stranger) };
    await pipeline(chunksUntil(socket, closing), (chunks) => session(chunks, call, ports), socket);
  } catch (error) {
    if (!isHangUp(error))
      ports.log.error({ peer, protocol: protocol.name, error: String(error) }, "a call was cut");
  } finally {
    clearTimeout(stranger);
    socket.destroy();
    ports.meter.count("connections-closed", protocol.name);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the listener has no port");
  return address.port;
}

/** The other side may leave at any time; that is not an error. */
function isHangUp(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ETIMEDOUT", "ABORT_ERR"].includes(
      String(error.code),
    )
  );
}
