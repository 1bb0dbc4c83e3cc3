import type { Command } from "commander";
import { readConfig, unknownSettings } from "../config.ts";
import { createLogger } from "../logger.ts";
import { startServer } from "../start-server.ts";
import { stopSignal } from "./stop-signal.ts";

/** `zpr serve`: the whole product in one process, until Ctrl-C or SIGTERM. */
export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description("run everything: tracker listeners, ingest, API, map, sign-in, database")
    .addHelpText(
      "after",
      "\nExample:\n  ZPR_DATA_DIR=/var/lib/zpr zpr serve\n\nSettings: zpr config --help",
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.ZPR_LOG_LEVEL);
  for (const name of unknownSettings(process.env))
    log.warn({ name }, "there is no such setting; it is ignored");
  const stopped = stopSignal();
  const server = await startServer(config, log);
  log.info(
    {
      url: config.ZPR_PUBLIC_URL,
      http: server.url,
      trackers: Object.fromEntries(server.listeners.map(({ protocol, port }) => [protocol, port])),
    },
    "ready",
  );
  if (server.setupLink)
    console.log(
      `\nMake the first administrator here (once, within 24 hours):\n  ${server.setupLink}\n`,
    );

  log.info({ signal: await stopped }, "draining");
  await server.close();
  log.info("stopped");
}
