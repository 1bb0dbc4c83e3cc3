import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readConfig } from "../apps/server/src/config.ts";
import { createLogger } from "../apps/server/src/logger.ts";
import { startServer } from "../apps/server/src/start-server.ts";
import { freePort } from "./free-port.ts";
import { startServerApart } from "./server-apart.ts";
import { MAIN } from "./server-process.ts";
import { shape } from "./shape.ts";
import { freeTrackerPorts } from "./tracker-ports.ts";

/** The whole product on a folder and ports of its own. */
export interface RunningServer {
  readonly url: string;
  readonly listeners: readonly { readonly protocol: string; readonly port: number }[];
  readonly teltonikaPort: number;
  /** Its data folder, for commands beside it. */
  readonly folder: string;
  /** The port of a kind of tracker. */
  portOf(protocol: string): number;
  /** Makes the first administrator. */
  readonly setupLink: string | undefined;
  /** An administrator's API key, made on the command line while the server runs. */
  readonly key: string;
  /** Asks the API with that key; anything but success is an error with the problem's text. */
  call<Answer>(
    method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    body?: object,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts the whole product, in the shape that the tests are to run in. */
export async function startOwnServer(): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-flow-"));
  const started = await (shape.processes.length > 0 ? startServerApart : startWhole)(folder);
  const key = await run(["user", "key", "flow", "--admin"], { ZPR_DATA_DIR: folder });
  return {
    setupLink: undefined,
    ...started,
    folder,
    get teltonikaPort() {
      return started.portOf("teltonika");
    },
    key,
    call: caller(started.url, key),
    async close() {
      await started.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As `zpr serve` does it, but in the process of the test. */
async function startWhole(folder: string) {
  const httpPort = await freePort();
  const { portOf, environment } = await freeTrackerPorts();
  const config = readConfig({
    ZPR_DATA_DIR: folder,
    ZPR_HTTP_PORT: String(httpPort),
    ZPR_PUBLIC_URL: `http://localhost:${httpPort}`,
    ZPR_GATEWAY_HOST: "127.0.0.1",
    ...environment,
    ZPR_LOG_LEVEL: "error",
  });
  const started = await startServer(config, createLogger(config.ZPR_LOG_LEVEL));
  return { ...started, url: config.ZPR_PUBLIC_URL, portOf };
}

/** Runs a `zpr` command to its end and gives what it printed. */
export async function run(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...parameters], {
    env: { ...process.env, ...environment },
  });
  return stdout.trim();
}

/** Asks an API with a key; anything but success is an error with the problem's text. */
export function caller(url: string, key: string): RunningServer["call"] {
  return async <Answer>(method: string, path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text === "" ? undefined : JSON.parse(text)) as Answer;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
}
