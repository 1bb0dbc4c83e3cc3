import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below those that Linux gives to whoever calls out or listens on any port, as other tests do until ours begin. */
const FIRST_PORT = 20_000;
const PORTS = 12_000;

/** A port nobody listens on, and that nobody gets by chance. */
export async function freePort(): Promise<number> {
  const port = FIRST_PORT + randomInt(PORTS);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}
