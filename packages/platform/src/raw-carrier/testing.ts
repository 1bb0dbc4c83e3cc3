import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "@nats-io/transport-node";
import { freePort } from "../free-port.ts";

export const NATS = "/usr/sbin/nats-server";
const READY_MILLISECONDS = 20_000;

/** Whether there is a NATS on this machine; tools/run-tests.ts installs it, and says so when it cannot. */
export const hasNats = existsSync(NATS);

/** A NATS with JetStream of one's own, which can be killed and started again on what it has stored. */
export interface NatsServer {
  /** Without a stream: another test has another. */
  readonly url: string;
  /** Of the process that runs now, for measurements. */
  pid(): number;
  start(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Stops it where it stands, with its connections open, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Ends it for good and removes what it has stored. */
  remove(): Promise<void>;
}

/** Prepares a NATS on a free port and a folder of its own; nothing runs before `start`. */
export async function natsServer(): Promise<NatsServer> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "zpr-nats-"));
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const running = child;
    child = undefined;
    if (!running) return;
    running.kill("SIGKILL");
    await once(running, "exit");
  }

  return {
    url: `nats://127.0.0.1:${port}`,
    async start() {
      const where = ["--addr", "127.0.0.1", "--port", String(port)];
      child = spawn(NATS, [...where, "--jetstream", "--store_dir", folder], { stdio: "ignore" });
      await answering(port);
    },
    pid: () => child?.pid ?? 0,
    kill,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number): Promise<void> {
  for (const until = Date.now() + READY_MILLISECONDS; Date.now() < until; await pause(20))
    try {
      const connection = await connect({ port, reconnect: false });
      // It listens before it has read what is stored.
      await connection.request("$JS.API.INFO", "", { timeout: READY_MILLISECONDS });
      return await connection.close();
    } catch {}
  throw new Error("the NATS did not get ready");
}
