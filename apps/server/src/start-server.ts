import { buildApi, buildHealth } from "@zpr/api";
import { type HttpListener, keepPush, type Listener } from "@zpr/gateway";
import { startCellKeeper, startIngest, startIngestCarried, startJourneyKeeper } from "@zpr/ingest";
import {
  countedCache,
  type OtelFrameTraces,
  otelFrameTraces,
  pdfLabelMaker,
  prometheusMeter,
  quickJsCodecRunner,
  sharpPictureMaker,
  tracedFixLog,
  tracedRawLog,
} from "@zpr/platform";
import type { CommandStatus, Tallied } from "@zpr/ports";
import {
  countOpenCommands,
  isAway,
  type PostgresCommandBox,
  postgresBookmarkStore,
  postgresCodecStore,
  postgresCommandBox,
  postgresContestStore,
  postgresFixCellLog,
  postgresFixLog,
  postgresJourneyLog,
  postgresRawMessageStore,
  postgresSourceStore,
} from "@zpr/storage";
import type { Config } from "./config.ts";
import { forgetContests } from "./forget-contests.ts";
import type { Logger } from "./logger.ts";
import { openCache } from "./open-cache.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { openIdentity } from "./open-identity.ts";
import { openJobs } from "./open-jobs.ts";
import { type OpenLiveEvents, openLiveEvents } from "./open-live-events.ts";
import { type OpenObjects, openObjects } from "./open-objects.ts";
import { type OpenRawLog, openRawLog } from "./open-raw-log.ts";
import { type Readiness, readiness } from "./readiness.ts";
import { readingPorts } from "./reading-ports.ts";
import { satelliteSenders } from "./satellite-senders.ts";
import { startListeners } from "./start-listeners.ts";
import { startNetworks } from "./start-networks.ts";
import { takeWatch } from "./take-watch.ts";
import { WEB_FOLDER } from "./web-folder.ts";

/** What a process does: answers HTTP, listens to trackers, turns what they said into journeys. */
export const ROLES = ["api", "gateway", "ingest"] as const;
export type Role = (typeof ROLES)[number];

/** A running server with one or more roles in it. */
export interface Server {
  readonly url: string;
  readonly listeners: readonly (Listener | HttpListener)[];
  /** Process id of the embedded database server, for measurements. */
  readonly databasePid: number | undefined;
  /** Makes the first administrator; undefined when there is one, or when this process does not sign people in. */
  readonly setupLink: string | undefined;
  /** Drains and stops: no new calls, answers for what has begun, the rest of the log left for the next start. */
  close(): Promise<void>;
}

/** A role at work. */
interface Part {
  close(): Promise<void>;
}

/** More than anybody describes. */
const MOST_SOURCES = 1000;
const now = () => new Date();

/** The roles of one process. Reads from top to bottom in the order the data flows. */
export async function startServer(
  config: Config,
  log: Logger,
  roles: readonly Role[] = ROLES,
): Promise<Server> {
  const opened = await openDatabase(config);
  const events = await openLiveEvents(config, log, roles.includes("api"));
  const { objects, rawLog } = await openKept(opened, config, log).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const traces = config.ZPR_TRACES_SHARE > 0 ? otelFrameTraces(config.ZPR_TRACES_SHARE) : undefined;
  const meter = prometheusMeter();
  const world: World = {
    ...opened,
    config,
    log,
    liveEvents: events.liveEvents,
    objectStore: objects.objectStore,
    ...readiness(
      {
        ...rawLog,
        ...opened,
        degraded: () => [...events.degraded(), ...objects.degraded()],
      },
      roles.includes("api"),
    ),
    meter,
    rawLog: traces ? tracedRawLog(rawLog.rawLog, traces) : rawLog.rawLog,
    traces,
    table: rawLog.table,
    carrier: rawLog.carrier,
    commandBox: postgresCommandBox(opened.database, opened.address, (change) => {
      if (isEnd(change.status)) meter.tally("commands-ended", { status: change.status });
      events.liveEvents.publish({ kind: "command", ...change });
    }),
  };
  const gateway = roles.includes("gateway") ? await startGateway(world) : undefined;
  const ingest = roles.includes("ingest") ? startIngestion(world) : undefined;
  const http = roles.includes("api") ? await startApi(world) : await startHealth(world);
  return {
    url: http.url,
    listeners: gateway?.listeners ?? [],
    databasePid: opened.serverPid,
    setupLink: http.setupLink,
    async close() {
      await Promise.all([gateway?.close(), http.close()]);
      await ingest?.close();
      await rawLog.close();
      await traces?.close();
      objects.close();
      await world.commandBox.close();
      await events.close();
      await opened.close();
    },
  };
}

function isEnd(status: CommandStatus): status is Tallied["commands-ended"]["status"] {
  return status === "acknowledged" || status === "failed" || status === "expired";
}

/** Where everything ends that is not in the database itself. */
async function openKept({ database }: OpenDatabase, config: Config, log: Logger) {
  const objects = await openObjects(config, log);
  return { objects, rawLog: await openRawLog(database, { ...config, ...objects, log }) };
}

/** What every role leans on. */
interface World
  extends OpenDatabase,
    Omit<OpenRawLog, "close">,
    Pick<OpenObjects, "objectStore">,
    Readiness,
    Pick<OpenLiveEvents, "liveEvents"> {
  readonly config: Config;
  readonly log: Logger;
  readonly meter: ReturnType<typeof prometheusMeter>;
  /** Follows frames, where that is wanted. */
  readonly traces: OtelFrameTraces | undefined;
  readonly commandBox: PostgresCommandBox;
}

async function startGateway(world: World): Promise<Part & Pick<Server, "listeners">> {
  const { database, address, config, log, meter, rawLog, commandBox } = world;
  const listeners = await startListeners(config, { rawLog, commandBox, meter, log, now });
  const sourceStore = postgresSourceStore(database);
  const codecRunner = quickJsCodecRunner();
  const networks = await startNetworks(address, {
    list: () => sourceStore.list("all", { after: undefined, limit: MOST_SOURCES }),
    bookmarkStore: postgresBookmarkStore(database),
    rawMessageStore: postgresRawMessageStore(database),
    codecStore: postgresCodecStore(database),
    codecRunner,
    rawLog,
    commandBox,
    meter,
    log,
    now,
    senders: satelliteSenders(config),
  });
  return {
    listeners,
    async close() {
      await Promise.all([...listeners.map((listener) => listener.close()), networks.close()]);
      await codecRunner.close();
    },
  };
}

function startIngestion(world: World): Part {
  const { database, address, config, liveEvents, meter, log, table, carrier, traces } = world;
  const kept = postgresFixLog(database);
  const fixLog = traces ? tracedFixLog(kept, traces) : kept;
  const codecRunner = quickJsCodecRunner();
  const ports = { fixLog, codecRunner, liveEvents, meter, log };
  const ingest = startIngest(ports);
  table.onAppended(ingest.ring);
  const carried = carrier && startIngestCarried({ ...ports, carrier });
  meter.measure("raw-messages-waiting", fixLog.waiting);
  meter.measure("raw-messages-oldest-seconds", fixLog.oldestSeconds);
  meter.measureByStatus("commands-open", () => countOpenCommands(database));
  if (carrier) {
    meter.measure("raw-parcels-waiting", carrier.waiting);
    meter.measure("raw-parcels-oldest-seconds", carrier.oldestSeconds);
  }
  const keeper = startJourneyKeeper({ journeyLog: postgresJourneyLog(database), log });
  const cells = startCellKeeper({ fixCellLog: postgresFixCellLog(database), log });
  const watch = takeWatch({ database, address }, config, { liveEvents, log, now });
  const forgetting = forgetContests({ contestStore: postgresContestStore(database), log, now });
  return {
    async close() {
      await watch.close();
      await forgetting.close();
      await Promise.all([ingest.stop(), carried?.stop()]);
      await keeper.stop();
      await cells.stop();
      await codecRunner.close();
    },
  };
}

async function startApi(world: World): Promise<Part & Pick<Server, "url" | "setupLink">> {
  const kept = openCache(world.config, world.log);
  const cache = countedCache(kept, world.meter);
  const { database, config, log, liveEvents, ready, degraded, meter, objectStore } = world;
  const identity = openIdentity({ database, cache, log }, config);
  const codecRunner = quickJsCodecRunner();
  const jobs = openJobs(database, { objectStore, liveEvents, log, now });
  const api = await buildApi({
    ports: {
      ...readingPorts(database),
      keepPush: (pushed) => keepPush(pushed, world),
      objectStore,
      ringJobs: jobs.ring,
      pictureMaker: sharpPictureMaker,
      labelMaker: pdfLabelMaker,
      codecRunner,
      liveEvents,
      cache,
      meter,
      metrics: meter.registry,
      ready,
      degraded,
    },
    door: identity.door,
    desk: identity.desk,
    signIn: identity.plugin,
    publicUrl: config.ZPR_PUBLIC_URL,
    trustedProxies: config.ZPR_TRUSTED_PROXIES,
    basemapStyleUrl: config.ZPR_BASEMAP_STYLE_URL ?? null,
    webFolder: WEB_FOLDER,
    log,
    isAway,
    now,
  });
  const url = await api.listen({ host: config.ZPR_HOST, port: config.ZPR_HTTP_PORT });
  return {
    url,
    setupLink: await identity.ensureSetupLink(),
    async close() {
      await api.close();
      await jobs.close();
      await codecRunner.close();
      await kept.close();
    },
  };
}

/** Where nothing else answers HTTP, orchestrators still ask how it is. */
async function startHealth(world: World): Promise<Part & Pick<Server, "url" | "setupLink">> {
  const { config, log, meter, ready, degraded } = world;
  const api = await buildHealth({ metrics: meter.registry, ready, degraded, log });
  const url = await api.listen({ host: config.ZPR_HOST, port: config.ZPR_HTTP_PORT });
  return { url, setupLink: undefined, close: () => api.close() };
}
