import { type Command, InvalidArgumentError } from "commander";
import { ConfigError, readConfig, unknownSettings } from "../config.ts";
import { createLogger } from "../logger.ts";
import { settlePort } from "../settle-port.ts";
import { ROLES, type Role, startServer } from "../start-server.ts";
import { stopSignal } from "./stop-signal.ts";

/** Orchestrators that give us less kill us; something that stands still must not make them wait. */
const DRAIN_MILLISECONDS = 18_000;

/** `zpr serve`: the whole product in one process, or one of its roles, until Ctrl-C or SIGTERM. */
export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description("run everything: tracker listeners, ingest, API, map, sign-in, database")
    .option(
      "--roles <roles>",
      "only these: api, gateway, ingest, with commas between; any number of each on one ZPR_DATABASE_URL",
      rolesOf,
      ROLES,
    )
    .addHelpText(
      "after",
      `
Examples:
  ZPR_DATA_DIR=/var/lib/zpr zpr serve
  ZPR_DATABASE_URL=postgres://zpr@db/zpr zpr serve --roles gateway,ingest

Settings: zpr config --help`,
    )
    .action(serve);
}

async function serve({ roles }: { readonly roles: readonly Role[] }): Promise<void> {
  const config = await settlePort(readConfig(process.env));
  const log = createLogger(config.ZPR_LOG_LEVEL);
  for (const name of unknownSettings(process.env))
    log.warn({ name }, "there is no such setting; it is ignored");
  const stopped = stopSignal();
  if (roles.length < ROLES.length && config.ZPR_DATABASE_URL === undefined)
    throw new ConfigError("--roles needs ZPR_DATABASE_URL: the embedded database has one process");
  const server = await startServer(config, log, roles);
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
  const late = setTimeout(() => {
    log.error("what this process leans on does not let it end; nothing acknowledged is lost");
    process.exit(1);
  }, DRAIN_MILLISECONDS);
  late.unref();
  await server.close();
  log.info("stopped");
}

function rolesOf(text: string): readonly Role[] {
  const names = text.split(",");
  const roles = ROLES.filter((role) => names.includes(role));
  const [unknown] = names.filter((name) => !ROLES.some((role) => role === name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`there is no role ${unknown}; there are ${ROLES.join(", ")}`);
  return roles;
}
