import { resolve } from "node:path";
import { buildApi } from "@zpr/api";
import type { Listener } from "@zpr/gateway";
import { startIngest, startJourneyKeeper } from "@zpr/ingest";
import {
  folderObjectStore,
  memoryLiveEvents,
  prometheusMeter,
  sharpPictureMaker,
} from "@zpr/platform";
import {
  type Database,
  ping,
  postgresCommandBox,
  postgresCommandStore,
  postgresFeatureStore,
  postgresFixLog,
  postgresFixStore,
  postgresItemStore,
  postgresJourneyLog,
  postgresJourneyStore,
  postgresRawLog,
  postgresRawMessageStore,
  postgresReleaseStore,
  postgresSightingStore,
  postgresStudyStore,
  postgresTileStore,
  postgresTrackerStore,
} from "@zpr/storage";
import type { Config } from "./config.ts";
import type { Logger } from "./logger.ts";
import { openDatabase } from "./open-database.ts";
import { openIdentity } from "./open-identity.ts";
import { startListeners } from "./start-listeners.ts";

/** A running server with every role in it. */
export interface Server {
  readonly url: string;
  readonly listeners: readonly Listener[];
  /** Process id of the embedded database server, for measurements. */
  readonly databasePid: number | undefined;
  /** Makes the first administrator; undefined when there is one. */
  readonly setupLink: string | undefined;
  /** Drains and stops: no new calls, answers for what has begun, the rest of the log left for the next start. */
  close(): Promise<void>;
}

const WEB_FOLDER = new URL("../../web/dist/browser/", import.meta.url).pathname;
const now = () => new Date();

/** Everything in one process. Reads from top to bottom in the order the data flows. */
export async function startServer(config: Config, log: Logger): Promise<Server> {
  const { database, address, serverPid, close: closeDatabase } = await openDatabase(config);
  const liveEvents = memoryLiveEvents(Date.now());
  const meter = prometheusMeter();

  const rawLog = postgresRawLog(database);
  const fixLog = postgresFixLog(database);
  const ingest = startIngest({ fixLog, liveEvents, meter, log });
  rawLog.onAppended(ingest.ring);
  const keeper = startJourneyKeeper({ journeyLog: postgresJourneyLog(database), log });
  const commandBox = postgresCommandBox(database, address, (change) =>
    liveEvents.publish({ kind: "command", ...change }),
  );
  const listeners = await startListeners(config, { rawLog, commandBox, meter, log, now });

  const identity = openIdentity(database, config, log);
  const api = await buildApi({
    ports: {
      ...readingPorts(database),
      objectStore: folderObjectStore(resolve(config.ZPR_DATA_DIR, "objects")),
      pictureMaker: sharpPictureMaker,
      liveEvents,
      metrics: meter.registry,
      ready: () => ping(database),
    },
    door: identity.door,
    signIn: identity.plugin,
    publicUrl: config.ZPR_PUBLIC_URL,
    basemapStyleUrl: config.ZPR_BASEMAP_STYLE_URL ?? null,
    webFolder: WEB_FOLDER,
    log,
    now,
  });
  const url = await api.listen({ host: config.ZPR_HOST, port: config.ZPR_HTTP_PORT });

  return {
    url,
    listeners,
    databasePid: serverPid,
    setupLink: await identity.ensureSetupLink(),
    async close() {
      await Promise.all([...listeners.map((listener) => listener.close()), api.close()]);
      await commandBox.close();
      await ingest.stop();
      await keeper.stop();
      await closeDatabase();
    },
  };
}

function readingPorts(database: Database) {
  return {
    studyStore: postgresStudyStore(database),
    itemStore: postgresItemStore(database),
    releaseStore: postgresReleaseStore(database),
    trackerStore: postgresTrackerStore(database),
    commandStore: postgresCommandStore(database),
    fixStore: postgresFixStore(database),
    rawMessageStore: postgresRawMessageStore(database),
    sightingStore: postgresSightingStore(database),
    journeyStore: postgresJourneyStore(database),
    featureStore: postgresFeatureStore(database),
    tileStore: postgresTileStore(database),
  };
}
