import { once } from "node:events";
import { createServer } from "node:net";
import type { Config } from "./config.ts";

/** The configuration with a free port where any will do, so that links, mails and sign-in know it from the start. */
export async function settlePort(config: Config): Promise<Config> {
  if (config.ZPR_HTTP_PORT !== 0) return config;
  const port = await freePort(config.ZPR_HOST);
  return {
    ...config,
    ZPR_HTTP_PORT: port,
    ZPR_PUBLIC_URL: config.ZPR_PUBLIC_URL.replace(/^(http:\/\/localhost):0$/, `$1:${port}`),
  };
}

async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
