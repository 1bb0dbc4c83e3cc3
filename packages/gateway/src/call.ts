import type { Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { type SecureContext, TLSSocket } from "node:tls";
import type { Protocol } from "@zpr/protocols";
import type { Allowance } from "./allowance.ts";
import type { OpenCalls } from "./call-limits.ts";
import { chunksUntil } from "./chunks-until.ts";
import type { GatewayPorts, Patience } from "./conversation.ts";
import { type ProxiedPeer, takeProxyHeader } from "./proxy-header.ts";
import { session } from "./session.ts";

/** For how long a caller may be silent, and when. */
export interface CallOptions extends Patience {
  /** A call that has not said who it is by then is cut. */
  readonly loginMilliseconds: number;
  /** A frame that has begun and is not whole by then ends the call. */
  readonly frameMilliseconds: number;
  /** A call in which nothing came for so long is cut: half-open ones of sleeping modems pile up otherwise. */
  readonly idleMilliseconds: number;
}

/** The line that calls come in on. */
export interface Line {
  readonly protocol: Protocol;
  readonly settings: CallOptions & {
    readonly isProxied?: boolean;
    readonly tls?: SecureContext;
  };
  readonly ports: GatewayPorts;
  readonly open: OpenCalls;
  /** How much noise of each address is kept. */
  readonly noise: Allowance;
  readonly closing: AbortSignal;
}

/** Answers one call to its end; never rejects. */
export async function answerCall(socket: Socket, line: Line): Promise<void> {
  const { protocol, ports, settings } = line;
  const stranger = setTimeout(() => socket.destroy(), settings.loginMilliseconds);
  let peer: ProxiedPeer = {
    address: socket.remoteAddress ?? "unknown",
    port: socket.remotePort ?? 0,
  };
  try {
    peer = (settings.isProxied && (await takeProxyHeader(socket))) || peer;
    await admit(socket, { line, stranger, ...peer });
  } catch (error) {
    const facts = { peer: `${peer.address}:${peer.port}`, protocol: protocol.name };
    if (!isHangUp(error) && line.noise.spend(peer.address))
      ports.log.error({ ...facts, error: String(error) }, "a call was cut");
  } finally {
    clearTimeout(stranger);
    socket.destroy();
  }
}

async function admit(socket: Socket, caller: Caller): Promise<void> {
  const { line, address } = caller;
  const { protocol, ports, settings, open } = line;
  const answer = open.admit(address);
  if (answer !== "admitted") {
    ports.meter.count("connections-refused", protocol.name);
    throw new Error(answer);
  }
  ports.meter.count("connections-opened", protocol.name);
  try {
    await talk(settings.tls ? encrypted(socket, settings.tls) : socket, caller);
  } finally {
    open.leave(address);
    ports.meter.count("connections-closed", protocol.name);
  }
}

interface Caller {
  readonly line: Line;
  /** Ends the call unless the caller says who it is. */
  readonly stranger: NodeJS.Timeout;
  readonly address: string;
  readonly port: number;
}

async function talk(socket: Socket, { line, stranger, address, port }: Caller): Promise<void> {
  const { protocol, settings, ports, closing, noise } = line;
  socket.setTimeout(settings.idleMilliseconds, () => socket.destroy());
  let unfinished: NodeJS.Timeout | undefined;
  const onFrame = () => {
    clearTimeout(unfinished);
    unfinished = undefined;
  };
  const onBytes = () => {
    unfinished ??= setTimeout(() => socket.destroy(), settings.frameMilliseconds);
  };
  const peer = {
    protocol,
    transport: "tcp",
    address: `${address}:${port}`,
    patience: settings,
    keepsNoise: () => noise.spend(address),
    onKnown: () => clearTimeout(stranger),
    onFrame,
  } as const;
  try {
    await pipeline(
      chunksUntil(socket, closing, onBytes),
      (chunks) => session(chunks, peer, ports),
      socket,
    );
  } finally {
    clearTimeout(unfinished);
  }
}

function encrypted(socket: Socket, secureContext: SecureContext): Socket {
  const inner = new TLSSocket(socket, { isServer: true, secureContext });
  // Without its own listener a failed handshake would end the process before the pipeline hears of it.
  inner.on("error", () => undefined);
  return inner;
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
