import { basename } from "node:path";
import {
  csvMap,
  csvStudyPlan,
  csvTrackers,
  goOnLive,
  playEvents,
  registerStudy,
  replayCsv,
  scheldtDemo,
  testImei,
} from "@zpr/simulator";
import type { Command } from "commander";
import { ConfigError } from "../config.ts";
import { startProgress } from "./progress.ts";
import { SPOKEN, type WayOptions, wayFor, wayOf } from "./simulated-way.ts";
import { stopSignal } from "./stop-signal.ts";

const DRIFTERS =
  "tracker=D_number,time=date_UTC,lat=Latitude,lon=Longitude,timeFormat=DD-Mon-YYYY hh:mm:ss";
const MOST_REJECTED_SHOWN = 20;
/** A tracker that reports waits a little for what it may be told. */
const LINGER_MILLISECONDS = 1500;

/** `zpr simulate`: trackers and finders that are not there, or recorded ones, through the real doors of a running server. */
export function addSimulateCommand(program: Command): void {
  program
    .command("simulate")
    .description("play a simulated study, or recorded drifters, into a running server")
    .option("--api <url>", "the server's HTTP address", "http://localhost:8080")
    .option(
      "--key <key>",
      "API key that registers study, items and trackers (zpr user key NAME --admin)",
    )
    .option("--protocol <name>", `what the trackers speak: ${SPOKEN.join(", ")}`, "teltonika")
    .option("--udp", "they send datagrams, where the protocol has them")
    .option(
      "--gateway <host:port>",
      "the server's listener for that protocol; 127.0.0.1 and its usual port when absent",
    )
    .option("--study <name>", "name of the study")
    .option(
      "--seed <text>",
      "what the simulation is drawn from; the same seed, end, days, items and trackers, the same bytes",
      "zpr",
    )
    .option("--ends <time>", "when the simulated days end, ISO 8601; now when absent", instantOf)
    .option("--days <days>", "how many days are simulated", countOf, 14)
    .option("--items <count>", "how many items are released", countOf, 90)
    .option("--trackers <count>", "how many of them carry a tracker", countOf, 24)
    .option(
      "--realtime [seconds]",
      "go on in real time, each tracker reporting this often, once a minute at most",
      countOf,
    )
    .option("--csv <file>", "replay recorded positions from a CSV file instead")
    .option("--map <columns>", "which columns of the file hold what", DRIFTERS)
    .addHelpText("after", EXAMPLES)
    .action(simulate);
}

const EXAMPLES = `
Without --key nothing is registered: frames arrive as those of unknown trackers, which the server
keeps until somebody registers them.

Examples:
  zpr simulate --key zpr_... --days 3 --realtime 60
  zpr simulate --key zpr_... --protocol queclink --days 1 --trackers 5 --realtime 30
  zpr simulate --key zpr_... --study "Baltic 2023" --csv drifters.csv \\
    --map "${DRIFTERS}"

The map also takes battery=COLUMN (volts), and timeFormat=iso, unix or unixMillis.`;

interface Options extends WayOptions {
  readonly study?: string;
  readonly seed: string;
  readonly ends?: number;
  readonly days: number;
  readonly items: number;
  readonly trackers: number;
  readonly realtime?: number | true;
  readonly csv?: string;
  readonly map: string;
}

async function simulate(options: Options): Promise<void> {
  if (options.csv === undefined) await drift(options);
  else await replay(options.csv, options);
}

async function drift(options: Options): Promise<void> {
  const { api, key, seed, ends: endsAt = Date.now(), days, items, trackers } = options;
  const studyName = options.study ?? "Scheldt (simulated)";
  const { plan, simulation } = scheldtDemo({ seed, endsAt, days, items, trackers, studyName });
  const { gateway, link } = await wayFor(plan, options);

  const progress = startProgress(`${days} days`);
  const counts = await playEvents({
    events: simulation.advance(endsAt),
    gateway,
    link,
    ...(key && { apiUrl: api }),
    onProgress: ({ done, total }) => progress.update(done, total),
  });
  progress.end();
  console.log(`${counts.acknowledged} positions acknowledged, ${counts.reports} reports sent`);
  if (counts.failures.length > 0) throw new Error(counts.failures.join("; "));
  if (options.realtime === undefined) return;

  const stop = new AbortController();
  void stopSignal().then(() => stop.abort());
  const intervalSeconds = options.realtime === true ? 60 : options.realtime;
  console.log(`going on in real time, every ${intervalSeconds} s; Ctrl-C ends it`);
  await goOnLive(simulation, {
    gateway,
    link,
    lingerMilliseconds: LINGER_MILLISECONDS,
    ...(key && { apiUrl: api }),
    intervalSeconds,
    signal: stop.signal,
    onFailure: (failure) => console.error(`zpr: ${failure}`),
  });
}

async function replay(file: string, options: Options): Promise<void> {
  const map = csvMap(options.map);
  const studyName = options.study ?? basename(file);
  const trackers = await csvTrackers(file, map);
  if (options.key) {
    const plan = csvStudyPlan({ file, studyName }, trackers);
    await registerStudy({ url: options.api, key: options.key }, plan);
  } else
    console.error(
      "zpr: no --key, so nothing is registered: the trackers will be unknown to the server",
    );

  const counts = await replayCsv({
    file,
    map,
    gateway: wayOf(options).gateway,
    imeiFor: testImei,
  });
  console.log(
    `${counts.rows} rows of ${counts.trackers} trackers: ${counts.acknowledged} records acknowledged, ` +
      `${counts.distinct} distinct fixes, ${counts.rejected.length} rows not sent`,
  );
  for (const { line, reason } of counts.rejected.slice(0, MOST_REJECTED_SHOWN))
    console.error(`zpr: line ${line} was not sent: ${reason}`);
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new ConfigError(`${JSON.stringify(text)} is no whole number`);
  return count;
}

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant))
    throw new ConfigError(
      `--ends is an instant such as 2026-07-01T12:00:00Z, not ${JSON.stringify(text)}`,
    );
  return instant;
}
