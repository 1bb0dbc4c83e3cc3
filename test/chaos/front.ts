import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import type { Answers } from "./answers.ts";

/** A load balancer in front of the API, as an ingress or a cloud has one. */
export interface Front {
  readonly url: string;
  /** Requests that were given to the next process as theirs had died or stood still. */
  handedOn(): number;
  close(): Promise<void>;
}

const CHECK_EVERY_MILLISECONDS = 250;
const CHECK_MILLISECONDS = 2_000;
/** So many checks in a row have to fail; on a busy machine one may. */
const FALLS_AFTER = 2;
const TRIES = 4;
const BETWEEN_TRIES_MILLISECONDS = 250;

interface Upstream {
  readonly url: string;
  isAlive: boolean;
  /** Aborted when it is found dead or standing still, with all that waits for it. */
  down: AbortController;
}

/**
 * Asks each process all the time whether it is alive, gives requests to those that are, and a request
 * whose process dies before it has begun to answer to the next: POST too, as whoever sends us something
 * sends an id with it (nginx: `proxy_next_upstream error timeout non_idempotent`). Counts what is answered.
 */
export async function startFront(
  port: number,
  urls: readonly string[],
  counted: Answers,
): Promise<Front> {
  const upstreams = urls.map(
    (url): Upstream => ({ url, isAlive: true, down: new AbortController() }),
  );
  const closing = new AbortController();
  let turn = 0;
  let handedOn = 0;

  async function keepChecking(upstream: Upstream): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; await pause(CHECK_EVERY_MILLISECONDS)) {
      failures = (await answers200(`${upstream.url}/health/live`)) ? 0 : failures + 1;
      mark(upstream, failures < FALLS_AFTER);
    }
  }

  function next(): Upstream | undefined {
    const alive = upstreams.filter(({ isAlive }) => isAlive);
    return alive[turn++ % alive.length];
  }

  async function pass(near: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const body = await buffer(near);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const upstream = next();
      const far = upstream && (await ask(upstream, near, body).catch(() => undefined));
      if (far) {
        counted.add(near, far, performance.now() - began);
        response.writeHead(far.statusCode ?? 502, far.headers);
        far.on("error", () => response.destroy());
        far.pipe(response);
        response.on("close", () => far.destroy());
        return;
      }
      handedOn += 1;
      await pause(BETWEEN_TRIES_MILLISECONDS);
    }
    counted.addOwn(near, performance.now() - began);
    response.writeHead(503, { "retry-after": "1" }).end();
  }

  const server = createServer((near, response) => {
    void pass(near, response).catch(() => response.destroy());
  });
  server.listen(port, "localhost");
  await once(server, "listening");
  const checks = Promise.all(upstreams.map(keepChecking));
  return {
    url: `http://localhost:${port}`,
    handedOn: () => handedOn,
    async close() {
      closing.abort();
      await checks;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answers200(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(CHECK_MILLISECONDS);
  return fetch(url, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function mark(upstream: Upstream, isAlive: boolean): void {
  if (upstream.isAlive && !isAlive) upstream.down.abort();
  if (!upstream.isAlive && isAlive) upstream.down = new AbortController();
  upstream.isAlive = isAlive;
}

/** Resolves when the process has begun to answer. */
function ask(upstream: Upstream, near: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { method, url = "/", headers } = near;
  return new Promise((resolve, reject) => {
    const asked = request(new URL(url, upstream.url), {
      method,
      agent: false,
      headers: { ...headers, connection: "close", "content-length": body.length },
      signal: upstream.down.signal,
    });
    asked.once("response", resolve);
    asked.on("error", reject);
    asked.end(body);
  });
}
