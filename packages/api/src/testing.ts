import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepPush } from "@zpr/gateway";
import { emptyCommandBox } from "@zpr/gateway/testing";
import {
  folderObjectStore,
  memoryCache,
  memoryLiveEvents,
  pdfLabelMaker,
  prometheusMeter,
  quickJsCodecRunner,
  sharpPictureMaker,
} from "@zpr/platform";
import type { Caller, StudyRole } from "@zpr/ports";
import {
  type Database,
  isAway,
  ping,
  postgresActivityStore,
  postgresAlarmStore,
  postgresAuditLog,
  postgresCodecStore,
  postgresCommandStore,
  postgresContestStore,
  postgresEpisodeStore,
  postgresFeatureStore,
  postgresFinderContacts,
  postgresFixCorrections,
  postgresFixStore,
  postgresIdentityStores,
  postgresItemStore,
  postgresJobStore,
  postgresJourneyStore,
  postgresPeopleStore,
  postgresPhotoUploads,
  postgresRawLog,
  postgresRawMessageStore,
  postgresReleaseStore,
  postgresRiverStore,
  postgresSightingReviews,
  postgresSightingStore,
  postgresSourceStore,
  postgresStudyStore,
  postgresTileStore,
  postgresTrackerDayStore,
  postgresTrackerStore,
  postgresWaterLevelStore,
  postgresWriteContext,
} from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import Fastify, { type HTTPMethods } from "fastify";
import { afterAll, afterEach, beforeEach } from "vitest";
import type { ApiPorts } from "./api-ports.ts";
import { buildApi } from "./build-api.ts";

type Api = Awaited<ReturnType<typeof buildApi>>;

interface Surroundings {
  readonly folder: string;
  readonly caller: () => Caller | undefined;
  readonly now: () => Date;
}

function apiOn(ports: ApiPorts, { folder, caller, now }: Surroundings): Promise<Api> {
  return buildApi({
    ports,
    door: { authenticate: async () => caller(), isOwnOrigin: () => true },
    desk: {
      newApiKey: () => ({ secret: "zpr_made", keyHash: randomUUID() }),
      newInvitation: () => ({ url: "http://localhost:8080/join", tokenHash: randomUUID() }),
    },
    signIn: async () => {},
    publicUrl: "http://localhost:8080",
    trustedProxies: "loopback",
    basemapStyleUrl: null,
    webFolder: folder,
    log: Fastify().log,
    isAway,
    now,
  });
}

/** What goes with a request; a body of no media type is JSON. */
interface Sent {
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole API on a real database, empty before each test; `as` says who asks, as the door would have found out. */
export function useApi() {
  const database = useDatabase();
  let api: Api;
  let folder: string;
  let caller: Caller | undefined;
  let clock: Date;
  const codecRunner = quickJsCodecRunner();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
    caller = { kind: "anonymous" };
    clock = new Date("2026-07-01T12:00:00Z");
    api = await apiOn(
      { ...portsOn(database(), folder), codecRunner, cache: memoryCache(() => clock) },
      { folder, caller: () => caller, now: () => clock },
    );
  });
  afterEach(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(() => codecRunner.close());
  return {
    database,
    asAdministrator: () => {
      caller = { kind: "api-key", id: 1, name: "test", administrator: true, studies: new Map() };
    },
    asMember: (studyId: number, role: StudyRole) => {
      const studies = new Map([[studyId, role]]);
      caller = { kind: "user", id: 1, name: "test", administrator: false, studies };
    },
    /** A key that may bring messages of a study's trackers, and nothing else. */
    asBringer: (studyId: number) => {
      caller = {
        kind: "api-key",
        id: 1,
        name: "test",
        administrator: false,
        studies: new Map(),
        brings: new Set([studyId]),
      };
    },
    asNobody: () => {
      caller = { kind: "anonymous" };
    },
    /** Lets the API think that it is then. */
    setNow: (instant: string) => {
      clock = new Date(instant);
    },
    routeTable: () => api.routeTable,
    /** Whoever it is. */
    as: (whoever: Caller) => {
      caller = whoever;
    },
    inject: (method: HTTPMethods, url: string, sent: Sent = {}) =>
      api.inject({ method: method as "GET", url, ...sent }),
    get: (url: string) => api.inject({ url }),
    /** As `send`, from an address of the internet. */
    sendFrom: (remoteAddress: string, url: string, payload: object) =>
      api.inject({ method: "POST", url, payload, remoteAddress }),
    send: (method: "POST" | "PATCH" | "PUT", url: string, payload: object) =>
      api.inject({ method, url, payload }),
    /** Changes something, if it still has that tag. */
    patchIfMatch: (url: string, ifMatch: string, payload: object) =>
      api.inject({ method: "PATCH", url, payload, headers: { "if-match": ifMatch } }),
    /** Asks for something on top of version 1. */
    onFirst: (request: { method: "PUT" | "DELETE"; url: string; payload?: object }) =>
      api.inject({ ...request, headers: { "if-match": '"1"' } }),
    sendImage: (url: string, payload: Buffer, headers: Record<string, string> = {}) =>
      api.inject({
        method: "PUT",
        url,
        payload,
        headers: { "content-type": "image/jpeg", ...headers },
      }),
    /** Posts a text of some media type. */
    sendText: (url: string, type: string, payload: string) =>
      api.inject({ method: "POST", url, payload, headers: { "content-type": type } }),
    openApi: async () => (await api.inject("/api/openapi.json")).body,
  };
}

/** Everything the API needs from the world, on a real database and a folder. */
function portsOn(connected: Database, folder: string) {
  const rawLog = postgresRawLog(connected);
  const meter = prometheusMeter();
  return {
    studyStore: postgresStudyStore(connected),
    itemStore: postgresItemStore(connected),
    releaseStore: postgresReleaseStore(connected),
    riverStore: postgresRiverStore(connected),
    waterLevelStore: postgresWaterLevelStore(connected),
    trackerStore: postgresTrackerStore(connected),
    activityStore: postgresActivityStore(connected),
    trackerDayStore: postgresTrackerDayStore(connected),
    alarmStore: postgresAlarmStore(connected),
    apiKeyStore: postgresIdentityStores(connected).apiKeys,
    peopleStore: postgresPeopleStore(connected),
    auditLog: postgresAuditLog(connected),
    writeContext: postgresWriteContext,
    commandStore: postgresCommandStore(connected),
    contestStore: postgresContestStore(connected),
    fixStore: postgresFixStore(connected),
    rawMessageStore: postgresRawMessageStore(connected),
    sightingStore: postgresSightingStore(connected),
    sightingReviews: postgresSightingReviews(connected),
    journeyStore: postgresJourneyStore(connected),
    fixCorrections: postgresFixCorrections(connected),
    episodeStore: postgresEpisodeStore(connected),
    featureStore: postgresFeatureStore(connected),
    tileStore: postgresTileStore(connected),
    sourceStore: postgresSourceStore(connected),
    codecStore: postgresCodecStore(connected),
    jobStore: postgresJobStore(connected),
    ringJobs: () => {},
    keepPush: (pushed) => keepPush(pushed, { rawLog, meter, commandBox: emptyCommandBox }),
    finderContacts: postgresFinderContacts(connected),
    photoUploads: postgresPhotoUploads(connected),
    objectStore: folderObjectStore(folder),
    pictureMaker: sharpPictureMaker,
    labelMaker: pdfLabelMaker,
    liveEvents: memoryLiveEvents(),
    meter,
    metrics: meter.registry,
    ready: () => ping(connected),
    degraded: async () => [],
  } satisfies Omit<ApiPorts, "codecRunner" | "cache">;
}
