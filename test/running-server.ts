import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { readConfig } from "../apps/server/src/config.ts";
import { createLogger } from "../apps/server/src/logger.ts";
import { type Server, startServer } from "../apps/server/src/start-server.ts";

/** The whole product, started as `zpr serve` starts it, on a folder and ports of its own. */
export interface RunningServer extends Server {
  readonly teltonikaPort: number;
}

/** One running server for a test file. */
export function useServer(): () => RunningServer {
  let server: RunningServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zpr-flow-"));
    const [httpPort, teltonikaPort] = [await freePort(), await freePort()];
    const config = readConfig({
      ZPR_DATA_DIR: folder,
      ZPR_HTTP_PORT: String(httpPort),
      ZPR_PUBLIC_URL: `http://localhost:${httpPort}`,
      ZPR_GATEWAY_HOST: "127.0.0.1",
      ZPR_TELTONIKA_PORT: String(teltonikaPort),
      ZPR_LOG_LEVEL: "error",
    });
    const started = await startServer(config, createLogger(config.ZPR_LOG_LEVEL));
    server = { ...started, url: config.ZPR_PUBLIC_URL, teltonikaPort };
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return () => server;
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === "object" && address ? address.port : 0;
}
