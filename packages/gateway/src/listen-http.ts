import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Log, Meter } from "@zpr/ports";
import type { PushProtocol, Unpacked } from "@zpr/protocols";
import { allowance } from "./allowance.ts";
import { openCalls, WAITING_CALLS } from "./call-limits.ts";
import { keepPush, type PushPorts } from "./keep-push.ts";

export interface HttpListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly callsPerAddress: number;
}

export interface HttpListenPorts extends PushPorts {
  readonly meter: Meter;
  readonly log: Log;
  readonly now: () => Date;
}

/** A port on which trackers speak HTTP. */
export interface HttpListener {
  readonly protocol: string;
  readonly transport: "http";
  readonly port: number;
  close(): Promise<void>;
}

const MOST_BYTES = 256 * 1024;
const MOST_CALLS = 20_000;
const REQUEST_MILLISECONDS = 30_000;
/** Phones and scripts do not wait for longer. */
const KEEP_MILLISECONDS = 20_000;
const AGAIN_SECONDS = 5;
const NOISE_TIMES = 20;
const NOISE_MILLISECONDS = 10 * 60_000;

/**
 * An HTTP server for phones and scripts that are trackers, known by their ids as on any other port.
 * 200 is said when the message is on disk; 400 with what is wrong; 503 when it could not be kept.
 */
export async function listenToHttp(
  protocol: PushProtocol,
  { host, port, callsPerAddress }: HttpListenOptions,
  ports: HttpListenPorts,
): Promise<HttpListener> {
  const open = openCalls({ calls: MOST_CALLS, callsPerAddress });
  const noise = allowance(NOISE_TIMES, NOISE_MILLISECONDS, Date.now);
  const server = createServer(
    { requestTimeout: REQUEST_MILLISECONDS, headersTimeout: REQUEST_MILLISECONDS },
    (request, response) => {
      const keepsNoise = () => noise.spend(request.socket.remoteAddress ?? "");
      void answer(request, { protocol, ports, keepsNoise }).then((said) => say(response, said));
    },
  );
  server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "unknown";
    if (open.admit(address) === "admitted") {
      ports.meter.count("connections-opened", protocol.name);
      socket.once("close", () => open.leave(address));
    } else {
      ports.meter.count("connections-refused", protocol.name);
      socket.destroy();
    }
  });
  server.listen({ port, host, backlog: WAITING_CALLS });
  await once(server, "listening");
  const address = server.address();
  return {
    protocol: protocol.name,
    transport: "http",
    port: typeof address === "object" && address ? address.port : port,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      await closed;
    },
  };
}

interface Said {
  readonly status: 200 | 400 | 413 | 503;
  readonly body: string;
}

interface Asked {
  readonly protocol: PushProtocol;
  readonly ports: HttpListenPorts;
  readonly keepsNoise: () => boolean;
}

async function answer(request: IncomingMessage, asked: Asked): Promise<Said> {
  const { protocol, ports } = asked;
  const peer = `${request.socket.remoteAddress}:${request.socket.remotePort}`;
  try {
    const body = await bodyOf(request);
    if (!body) return { status: 413, body: `at most ${MOST_BYTES} bytes at once` };
    const query = Object.fromEntries(new URL(request.url ?? "/", "http://tracker").searchParams);
    const contentType = request.headers["content-type"] ?? "";
    const push = { receivedAt: ports.now(), contentType, query };
    const unpacked = protocol.unpack(body, push);
    if (unpacked.ok || asked.keepsNoise())
      await inTime(
        keepPush({ protocol, transport: "http", push, body: toKeep(body, request) }, ports),
      );
    return saidOf(unpacked, { peer, asked });
  } catch (error) {
    ports.log.error({ peer, protocol: protocol.name, error: String(error) }, "not kept");
    return { status: 503, body: "it could not be kept; send it again" };
  }
}

/** A query is the message when there is no body. */
function toKeep(body: Buffer, request: IncomingMessage): Buffer {
  return body.length > 0 ? body : Buffer.from((request.url ?? "").split("?")[1] ?? "");
}

function saidOf(
  unpacked: Unpacked,
  { peer, asked: { protocol, ports } }: { readonly peer: string; readonly asked: Asked },
): Said {
  if (!unpacked.ok) {
    ports.meter.count("noise", protocol.name);
    ports.log.error(
      { peer, protocol: protocol.name, reason: unpacked.reason },
      "a message is not accepted",
    );
    return { status: 400, body: unpacked.reason };
  }
  return { status: 200, body: "" };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function say(response: ServerResponse, { status, body }: Said): void {
  if (status === 503) response.setHeader("retry-after", AGAIN_SECONDS);
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(body);
}

/** A raw log that stands still does not say that it is out of order. */
async function inTime(kept: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const late = pause(KEEP_MILLISECONDS, undefined, { signal: over.signal }).then(() => {
    throw new Error("the raw log does not answer");
  });
  try {
    await Promise.race([kept, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}
