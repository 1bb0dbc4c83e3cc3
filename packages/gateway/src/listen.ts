import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import type { Protocol } from "@zpr/protocols";
import { type SessionPorts, session } from "./session.ts";

/** A listener for one kind of tracker. */
export interface Listener {
  readonly protocol: string;
  readonly port: number;
  /** Takes no new calls, lets frames that have begun get their answers, then hangs up. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Half-open connections of sleeping modems pile up unless they are cut. */
const IDLE_MILLISECONDS = 10 * 60_000;
const DRAIN_MILLISECONDS = 2_000;

/** A TCP server for one protocol, listening when it resolves. */
export async function listen(
  protocol: Protocol,
  { host, port }: ListenOptions,
  ports: SessionPorts,
): Promise<Listener> {
  const calls = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    calls.add(socket);
    ports.meter.count("connections-opened", protocol.name);
    socket.setTimeout(IDLE_MILLISECONDS, () => socket.destroy());
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    pipeline(socket, (chunks) => session(chunks, { protocol, peer }, ports), socket)
      .catch((error: unknown) => {
        if (!isHangUp(error))
          ports.log.error(
            { peer, protocol: protocol.name, error: String(error) },
            "a call was cut",
          );
      })
      .finally(() => {
        socket.destroy();
        calls.delete(socket);
        ports.meter.count("connections-closed", protocol.name);
      });
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return {
    protocol: protocol.name,
    port: typeof address === "object" && address ? address.port : port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      // Ending the reading side lets each session finish its frame, answer and end by itself.
      for (const socket of calls) socket.push(null);
      const cut = setTimeout(
        () => calls.forEach((socket) => void socket.destroy()),
        DRAIN_MILLISECONDS,
      );
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The other side may leave at any time; that is not an error. */
function isHangUp(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ETIMEDOUT"].includes(String(error.code))
  );
}
