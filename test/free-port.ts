import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below those that Linux gives to whoever calls out or listens on any port, as other tests do until ours begin. */
const FIRST_PORT = 20_000;
const PORTS_OF_A_WORKER = 1_000;
const WORKERS = 12;

/** Tests that run at the same time have other ports. */
const worker = Number(process.env["VITEST_POOL_ID"] ?? 0) % WORKERS;
let last = randomInt(PORTS_OF_A_WORKER);

/** A port nobody listens on, and that was not given before: who asked for it may not listen yet. */
export async function freePort(): Promise<number> {
  last = (last + 1) % PORTS_OF_A_WORKER;
  const port = FIRST_PORT + worker * PORTS_OF_A_WORKER + last;
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}
