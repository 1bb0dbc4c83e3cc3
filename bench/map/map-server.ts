import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { protocols } from "@zpr/protocols";
import { freePort, ready } from "../server-process.ts";

/** A `zpr serve` on a database of somebody else's, with an administrator's key. */
export interface MapServer {
  readonly url: string;
  readonly key: string;
  stop(): Promise<void>;
}

const MAIN = new URL("../../apps/server/src/main.ts", import.meta.url).pathname;

/** Starts the roles that a map needs. */
export async function startMapServer(folder: string, databaseUrl: string): Promise<MapServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    ZPR_DATA_DIR: `${folder}/data`,
    ZPR_DATABASE_URL: databaseUrl,
    ZPR_HTTP_PORT: String(port),
    ZPR_PUBLIC_URL: url,
    ...Object.fromEntries(protocols.map(({ name }) => [`ZPR_${name.toUpperCase()}_PORT`, "0"])),
    ZPR_OSMAND_PORT: "0",
    ZPR_LOG_LEVEL: "warn",
  };
  const child = spawn(process.execPath, [MAIN, "serve", "--roles", "api,ingest"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: environment,
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await ready(`${url}/health/ready`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [MAIN, "user", "key", "bench", "--admin"],
    { env: environment },
  );
  return {
    url,
    key: stdout.trim(),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
