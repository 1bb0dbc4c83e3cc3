import { type FinishedReplay, replay } from "@zpr/ingest";
import { quickJsCodecRunner } from "@zpr/platform";
import type { ReplayLog, ReplayScope } from "@zpr/ports";
import { decoderNamed, protocols, pushProtocols } from "@zpr/protocols";
import { type Database, postgresReplayLog, postgresStudyStore } from "@zpr/storage";
import type { Command } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { visitDatabase } from "../open-database.ts";
import { startProgress } from "./progress.ts";
import { printReplay } from "./replay-text.ts";
import { stopSignal } from "./stop-signal.ts";

const names = [...protocols, ...pushProtocols].map(({ name }) => name);

/** `zpr replay`: reads kept messages again with the decoders and settings of today, beside a running server or without one. */
export function addReplayCommand(program: Command): void {
  program
    .command("replay")
    .description("decode kept messages again with the present decoders, and show what changes")
    .option("--since <time>", "only messages received then or later, ISO 8601", instantOf)
    .option("--until <time>", "only messages received before then, ISO 8601", instantOf)
    .option("--tracker <id>", "only messages of this IMEI, DevEUI or other unique id")
    .option("--protocol <name>", `only messages of this protocol: ${names.join(", ")}`)
    .option("--study <id>", "only messages of the trackers of this study", countOf)
    .option("--dry-run", "write nothing, show what would change")
    .option("--show <count>", "how many examples of each kind of change are shown", countOf, 5)
    .option("--json", "print the outcome as JSON")
    .addHelpText("after", HELP)
    .action(replayAll);
}

const HELP = `
It may run while the server does. A fix that a message no longer says is removed; those of a message
that can no longer be decoded are kept. The messages themselves stay for ever, so nothing is lost that
another replay could not bring back. When it is cut off, run it again.

Examples:
  zpr replay --dry-run
  zpr replay --tracker 356307042441013 --since 2026-06-01T00:00:00Z
  zpr replay --protocol iridium --show 20
  zpr replay --json | jq .byProtocol`;

interface Options {
  readonly since?: Date;
  readonly until?: Date;
  readonly tracker?: string;
  readonly protocol?: string;
  readonly study?: number;
  readonly show: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

async function replayAll(options: Options): Promise<void> {
  const { protocol } = options;
  if (protocol !== undefined && !decoderNamed(protocol))
    throw new ConfigError(`there is no protocol ${protocol}; there are ${names.join(", ")}`);
  const { database, close } = await visitDatabase(readConfig(process.env));
  try {
    await replayIn(database, options);
  } finally {
    await close();
  }
}

async function replayIn(database: Database, options: Options): Promise<void> {
  const { dryRun = false, show } = options;
  const replayLog = postgresReplayLog(database);
  const codecRunner = quickJsCodecRunner();
  const scope = await scopeOf(options, { log: replayLog, database });
  const stop = new AbortController();
  void stopSignal().then(() => stop.abort());
  const progress = startProgress(dryRun ? "dry run" : "replay");
  const outcome = await replay(
    { replayLog, codecRunner },
    { scope, dryRun, show, signal: stop.signal, onProgress: progress.update },
  ).finally(() => codecRunner.close());
  progress.end();
  tell(outcome, options);
}

function tell(outcome: FinishedReplay, { dryRun = false, json }: Options): void {
  const { finished, byProtocol, examples } = outcome;
  if (json) console.log(JSON.stringify({ dryRun, finished, byProtocol, examples }));
  else printReplay(outcome, dryRun);
  if (!finished) throw new Error("stopped before the end; run it again for the rest");
}

async function scopeOf(
  { since, until, tracker, protocol, study }: Options,
  { log, database }: { readonly log: ReplayLog; readonly database: Database },
): Promise<ReplayScope> {
  if (study !== undefined && !(await postgresStudyStore(database).find(study)))
    throw new ConfigError(`there is no study ${study}`);
  return {
    ...(since && { since }),
    ...(until && { until }),
    ...(study !== undefined && { studyId: study }),
    ...(protocol !== undefined && { protocol }),
    ...(tracker !== undefined && (await senderOf(tracker, { protocol, log }))),
  };
}

/** The index of the log begins with the protocol, so it is found first. */
async function senderOf(
  uniqueId: string,
  { protocol, log }: { readonly protocol: string | undefined; readonly log: ReplayLog },
): Promise<Pick<ReplayScope, "protocol" | "uniqueId">> {
  const found = await log.protocolsOf(uniqueId, protocol === undefined ? names : [protocol]);
  const [only] = found;
  if (only === undefined) throw new ConfigError(`no message of ${uniqueId} is kept`);
  if (found.length > 1)
    throw new ConfigError(`${uniqueId} sent by ${found.join(" and ")}; choose with --protocol`);
  return { protocol: only, uniqueId };
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new ConfigError(`${JSON.stringify(text)} is no instant such as 2026-07-01T12:00:00Z`);
  return instant;
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new ConfigError(`${JSON.stringify(text)} is no whole number`);
  return count;
}
