import { resolve } from "node:path";
import {
  clusterAddress,
  connect,
  type DatabaseAddress,
  type DatabaseState,
  databaseState,
  folderHolder,
} from "@zpr/storage";
import type { Config } from "../config.ts";
import { type Finding, lookAt } from "./finding.ts";

const OLDEST_VERSION = 150_000;
/** Clocks that differ by more make times of trackers and of us disagree. */
const MOST_CLOCK_MILLISECONDS = 2_000;
/** A message that waits for longer is not on its way any more. */
const MOST_WAITING_MILLISECONDS = 5 * 60_000;
/** What each process of ours may use, and one for who comes to look. */
const CONNECTIONS_OF_A_PROCESS = 12;

/** The configured database, or the embedded one while a `zpr serve` has it open. */
export async function lookAtDatabase(config: Config, now: Date): Promise<readonly Finding[]> {
  const folder = resolve(config.ZPR_DATA_DIR);
  if (config.ZPR_DATABASE_URL) return ask({ url: config.ZPR_DATABASE_URL }, now);
  if ((await folderHolder(folder)) !== undefined) return ask(clusterAddress(folder), now);
  return [
    {
      subject: "database",
      state: "well",
      found: `embedded, at rest in ${folder}; zpr serve starts it`,
    },
  ];
}

async function ask(address: DatabaseAddress, now: Date): Promise<readonly Finding[]> {
  const database = connect(address);
  try {
    const findings: Finding[] = [];
    const server = await lookAt(
      "database",
      async () => {
        const state = await databaseState(database);
        findings.push(...judge(state, now));
        return serverOf(state);
      },
      "check ZPR_DATABASE_URL, and that the server runs and lets this machine in",
    );
    return [server, ...findings];
  } finally {
    await database.destroy();
  }
}

function serverOf({ version, versionNumber }: DatabaseState): Omit<Finding, "subject"> {
  const found = `PostgreSQL ${version}`;
  return versionNumber >= OLDEST_VERSION
    ? { state: "well", found }
    : { state: "broken", found, advice: "upgrade it to version 15 or newer" };
}

function judge(state: DatabaseState, now: Date): readonly Finding[] {
  return [
    schemaOf(state),
    durabilityOf(state),
    clockOf(state),
    connectionsOf(state),
    ...queueOf(state, now),
  ];
}

function schemaOf({ missing }: DatabaseState): Finding {
  const subject = "schema";
  if (missing.length === 0) return { subject, state: "well", found: "up to date" };
  return {
    subject,
    state: "broken",
    found: `${missing.length} migrations are not applied, the first is ${missing[0]}`,
    advice: "run zpr migrate; zpr serve does so when it starts",
  };
}

function durabilityOf({ isDurable }: DatabaseState): Finding {
  const subject = "durability";
  return isDurable
    ? { subject, state: "well", found: "every commit is on disk" }
    : {
        subject,
        state: "broken",
        found: "a loss of power loses what trackers and finders were told we have",
        advice: "turn fsync, synchronous_commit and full_page_writes on in PostgreSQL",
      };
}

function clockOf({ aheadMilliseconds }: DatabaseState): Finding {
  const subject = "clock";
  const apart = Math.abs(aheadMilliseconds);
  if (apart <= MOST_CLOCK_MILLISECONDS)
    return { subject, state: "well", found: "as the database's" };
  return {
    subject,
    state: "doubtful",
    found: `${(apart / 1000).toFixed(1)} s ${aheadMilliseconds > 0 ? "behind" : "ahead of"} the database's`,
    advice: "set both machines' clocks by NTP: times of fixes are judged by them",
  };
}

function connectionsOf({ connections: { used, allowed } }: DatabaseState): Finding {
  const subject = "connections";
  const found = `${used} of ${allowed} in use`;
  if (allowed - used >= CONNECTIONS_OF_A_PROCESS) return { subject, state: "well", found };
  return {
    subject,
    state: "doubtful",
    found,
    advice: `raise max_connections or put a pooler in front: each process of zpr takes up to ${CONNECTIONS_OF_A_PROCESS}`,
  };
}

function queueOf({ waiting }: DatabaseState, now: Date): readonly Finding[] {
  if (!waiting) return [];
  const subject = "raw messages";
  const { count, since } = waiting;
  const milliseconds = since ? now.getTime() - since.getTime() : 0;
  if (milliseconds <= MOST_WAITING_MILLISECONDS)
    return [{ subject, state: "well", found: `${count} wait for ingest` }];
  return [
    {
      subject,
      state: "doubtful",
      found: `${count} wait for ingest, the oldest for ${Math.round(milliseconds / 60_000)} minutes`,
      advice: "nothing is lost; see that a process with the role ingest runs, and what it logs",
    },
  ];
}
