import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccount, createApiKey } from "@zpr/identity";
import { protocols } from "@zpr/protocols";
import { goOnLive, playEvents, registerStudy, type Scenario, scheldtDemo } from "@zpr/simulator";
import { postgresIdentityStores } from "@zpr/storage";
import type { Command } from "commander";
import { type Config, readConfig } from "../config.ts";
import { createLogger } from "../logger.ts";
import { visitDatabase } from "../open-database.ts";
import { settlePort } from "../settle-port.ts";
import { type Server, startServer } from "../start-server.ts";
import { startProgress } from "./progress.ts";
import { stopSignal } from "./stop-signal.ts";

const STUDY = "Scheldt (simulated)";
const EMAIL = "researcher@demo.example";
const DAYS = 14;
const ITEMS = 90;
const TRACKERS = 24;
const LIVE_INTERVAL_SECONDS = 60;

/** `zpr demo`: the whole product on a throw-away folder, with a simulated study played in through its real doors. */
export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .description("try everything: a simulated study on the Scheldt, on a throw-away folder")
    .option(
      "--seed <text>",
      "what the simulation is drawn from; the same seed, the same drift",
      "zpr",
    )
    .addHelpText("after", "\nExample:\n  zpr demo --seed winter")
    .action(demo);
}

/** Its trackers speak Teltonika; the other ports are left to whoever runs in earnest beside it. */
const QUIET_LISTENERS = Object.fromEntries([
  ["ZPR_OSMAND_PORT", "0"],
  ...protocols
    .filter(({ name }) => name !== "teltonika")
    .map(({ name }) => [`ZPR_${name.toUpperCase()}_PORT`, "0"]),
]);

async function demo({ seed }: { readonly seed: string }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-demo-"));
  const config = await settlePort(
    readConfig({
      ZPR_LOG_LEVEL: "warn",
      ...QUIET_LISTENERS,
      ...process.env,
      ZPR_DATA_DIR: folder,
      ZPR_DATABASE_URL: undefined,
    }),
  );
  const stopped = stopSignal();
  const stop = new AbortController();
  void stopped.then(() => stop.abort());
  try {
    const server = await startServer(config, createLogger(config.ZPR_LOG_LEVEL));
    try {
      await play(server, { config, seed, signal: stop.signal });
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log("\nThe demo has ended; nothing of it is left.");
}

interface Stage {
  readonly config: Config;
  readonly seed: string;
  readonly signal: AbortSignal;
}

async function play(server: Server, { config, seed, signal }: Stage): Promise<void> {
  const { key, password } = await letIn(config);
  const url = server.url;
  const gateway = { host: "127.0.0.1", port: teltonikaPort(server) };
  const scenario = scheldtDemo({
    seed,
    endsAt: Date.now(),
    days: DAYS,
    items: ITEMS,
    trackers: TRACKERS,
    studyName: STUDY,
  });
  console.log(
    `${STUDY}: ${ITEMS} items of six types, ${TRACKERS} with trackers, released at three places.`,
  );
  console.log(
    "Everything in it is simulated. It is played in through the real doors: frames over TCP, reports over HTTP.\n",
  );
  await registerStudy({ url, key }, scenario.plan);

  const events = scenario.simulation.advance(Date.now());
  const progress = startProgress(`${DAYS} days`);
  const counts = await playEvents({
    events,
    gateway,
    apiUrl: url,
    onProgress: ({ done, total }) => progress.update(done, total),
  });
  progress.end();
  for (const failure of counts.failures) console.error(`zpr: ${failure}`);
  console.log(
    `${counts.acknowledged} positions acknowledged, ${counts.reports} reports by finders.`,
  );
  console.log(invitation(config.ZPR_PUBLIC_URL, password, scenario));
  await goOnLive(scenario.simulation, {
    gateway,
    apiUrl: url,
    intervalSeconds: LIVE_INTERVAL_SECONDS,
    signal,
    onFailure: (failure) => console.error(`zpr: ${failure}`),
  });
}

/** An account and a key for the demonstration, made as the command line makes them. */
async function letIn(config: Config): Promise<{ readonly key: string; readonly password: string }> {
  const { database, close } = await visitDatabase(config);
  try {
    const stores = postgresIdentityStores(database);
    const password = randomBytes(9).toString("base64url");
    await createAccount(stores, {
      name: "Demo researcher",
      email: EMAIL,
      password,
      administrator: true,
    });
    const made = await createApiKey(
      stores.apiKeys,
      { name: "demo", administrator: true },
      new Date(),
    );
    if (made === "study-unknown") throw new Error("the demo could not make its API key");
    return { key: made.secret, password };
  } finally {
    await close();
  }
}

function teltonikaPort({ listeners }: Server): number {
  const listener = listeners.find(({ protocol }) => protocol === "teltonika");
  if (!listener)
    throw new Error("the demo needs the Teltonika listener: ZPR_TELTONIKA_PORT must not be 0");
  return listener.port;
}

function invitation(url: string, password: string, { plan, credits }: Scenario): string {
  const found = plan.items.find(
    ({ code }) => !plan.trackers.some(({ itemCode }) => itemCode === code),
  );
  return `
Look here:
  ${url}/lab     the researchers' map; sign in as ${EMAIL}
${" ".repeat(url.length)}           with the password ${password}
  ${url}/${found?.code ?? ""}  what a finder of one of the items sees
  ${url}/api/docs  the API

It goes on in real time, a report of each tracker every minute. Ctrl-C ends it and removes everything.

Credits:
${[...new Set(credits)].map((credit) => `  ${credit}`).join("\n")}`;
}
