import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { keepLedgers } from "./ledger.ts";
import { caller, look, run } from "./running-server.ts";
import { MAIN, type ServerProcess, serverProcess } from "./server-process.ts";

let server: ServerProcess;

beforeAll(async () => {
  server = await serverProcess();
});
afterAll(() => server.remove());

describe("zpr serve", () => {
  afterEach(() => server.stop("SIGTERM"));

  test("refuses a folder that another one works on, and says whose it is", async () => {
    const { pid } = await server.start();
    const refusal = await run(["serve"], server.environment).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    );
    expect(refusal?.code).toBe(3);
    expect(refusal?.stderr).toContain(`another zpr (process ${pid}) is running`);
    expect((await fetch(`${server.url}/health/ready`)).ok).toBe(true);
  });

  test("drains and stops within ten seconds of SIGTERM, keeping what it acknowledged last", async () => {
    await server.start();
    const key = await run(["user", "key", "end", "--admin"], server.environment);
    const { teltonikaPort } = server;
    const keepers = await keepLedgers({ teltonikaPort, call: caller(server.url, key) }, "End", 10);
    const idle = connect(teltonikaPort, "127.0.0.1");
    await expect.poll(keepers.acknowledged).toBeGreaterThan(100);

    const began = Date.now();
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    idle.destroy();

    await server.start();
    await keepers.stop();
    await keepers.compare();
  });

  test("ends when its database is killed, and the next start has what was acknowledged", async () => {
    const child = await server.start();
    const key = await run(["user", "key", "loss", "--admin"], server.environment);
    const { teltonikaPort } = server;
    const keepers = await keepLedgers({ teltonikaPort, call: caller(server.url, key) }, "Loss", 10);
    await expect.poll(keepers.acknowledged).toBeGreaterThan(100);

    const ended = once(child, "exit");
    process.kill(await server.databasePid(), "SIGKILL");
    expect(await ended).toEqual([1, null]);
    expect(server.complaints()).toContain("the embedded database ended by itself");

    await server.start();
    await keepers.stop();
    await keepers.compare();
  });
});

test("a server on any free port links to the port that it took", async () => {
  const child = spawn(process.execPath, [MAIN, "serve"], {
    env: {
      ...process.env,
      ...server.environment,
      ZPR_HTTP_PORT: "0",
      ZPR_PUBLIC_URL: "",
      ZPR_LOG_LEVEL: "info",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const said = await lineWith("ready", child.stdout);
    const { url, http } = JSON.parse(said);
    expect(new URL(url).port).toBe(new URL(http).port);
    const { links } = await look<{ links: { href: string }[] }>(`${http}/ogc`);
    for (const { href } of links) expect(href.startsWith(url)).toBe(true);
  } finally {
    child.kill();
    await once(child, "exit");
  }
});

async function lineWith(word: string, output: Readable): Promise<string> {
  for await (const line of createInterface(output)) if (line.includes(`"${word}"`)) return line;
  throw new Error(`it ended without saying ${word}`);
}

describe("zpr config", () => {
  test("says which setting is wrong", async () => {
    const refusal = await run(["config"], { ZPR_HTTP_PORT: "eighty" }).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(refusal).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ZPR_HTTP_PORT is "eighty"'),
    });
  });

  test("shows what is set with secrets masked", async () => {
    const shown = await run(["config"], {
      ZPR_DATABASE_URL: "postgres://zpr:secret@db/zpr",
      ZPR_SMTP_URL: "smtps://zpr:secret@mail.example",
    });
    expect(JSON.parse(shown)).toMatchObject({
      ZPR_HTTP_PORT: expect.any(Number),
      ZPR_DATABASE_URL: "********",
      ZPR_SMTP_URL: "********",
    });
  });
});
