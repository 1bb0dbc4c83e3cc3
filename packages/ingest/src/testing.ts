import { itemCodeFromNumber, type RawMessage } from "@zpr/model";
import { memoryLiveEvents, prometheusMeter, quickJsCodecRunner } from "@zpr/platform";
import type { NumberedEvent, StoredFix, Tracker } from "@zpr/ports";
import { encodePacket, type TrackerRecord } from "@zpr/simulator";
import {
  type Database,
  postgresCodecStore,
  postgresFixLog,
  postgresFixStore,
  postgresItemStore,
  postgresJourneyLog,
  postgresJourneyStore,
  postgresRawLog,
  postgresRawMessageStore,
  postgresReleaseStore,
  postgresReplayLog,
  postgresSightingStore,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";
import { ingest } from "./ingest.ts";
import { type FinishedReplay, type ReplayOptions, replay } from "./replay/replay.ts";

/** What a test says to, and asks of, a database with one study in it. */
export type River = Awaited<ReturnType<typeof openRiver>>;

/** When messages come in, unless a test says otherwise. */
export const RECEIVED_AT = new Date("2020-07-07T12:00:00Z");

/** What a Teltonika tracker sent. */
export function sentBy(
  uniqueId: string | null,
  said: readonly TrackerRecord[] | Buffer,
  receivedAt = RECEIVED_AT,
): RawMessage {
  return {
    protocol: "teltonika",
    uniqueId,
    transport: "tcp",
    context: null,
    receivedAt,
    bytes: Buffer.isBuffer(said) ? said : encodePacket("8E", said),
  };
}

/** A study on an empty database, with everything that is needed to send, ingest and look. */
export async function openRiver(database: Database) {
  const ports = ingestPorts(database);
  const stores = {
    rawLog: postgresRawLog(database),
    trackerStore: postgresTrackerStore(database),
    codecStore: postgresCodecStore(database),
    itemStore: postgresItemStore(database),
    releaseStore: postgresReleaseStore(database),
    sightingStore: postgresSightingStore(database),
    rawMessageStore: postgresRawMessageStore(database),
    journeyLog: postgresJourneyLog(database),
    journeyStore: postgresJourneyStore(database),
    fixStore: postgresFixStore(database),
  };
  const study = { name: "Scheldt", description: "", simulated: false, publicDelayHours: 0 };
  const made = await postgresStudyStore(database).create({ ...study, public: true }, undefined);
  const studyId = made?.id ?? 0;
  const type = await stores.itemStore.createType({ studyId, name: "bottle", ...UNKNOWN_TYPE });
  let items = 0;
  return {
    ...ports,
    ...stores,
    studyId,

    async register(uniqueId: string, protocol = "teltonika"): Promise<Tracker> {
      const named = { studyId, uniqueId, name: uniqueId, protocol };
      const tracker = await stores.trackerStore.register({
        ...named,
        model: null,
        intervalSeconds: null,
      });
      if (!tracker) throw new Error(`${uniqueId} is registered already`);
      return tracker;
    },

    async newItem() {
      const code = itemCodeFromNumber(items++);
      const found = await stores.itemStore.create([
        { studyId, itemTypeId: type?.id ?? 0, code, note: "" },
      ]);
      if (found === "type-unknown" || !found[0]) throw new Error("no item");
      return { id: found[0].id, code };
    },

    send: (
      uniqueId: string | null,
      said: readonly TrackerRecord[] | Buffer,
      receivedAt = RECEIVED_AT,
    ) => stores.rawLog.append(sentBy(uniqueId, said, receivedAt)),

    /** One fix in JSON, of a tracker of the protocol `http`; without its id, so that two trackers can say the same. */
    sendJson: (uniqueId: string, fix: object, receivedAt = RECEIVED_AT) =>
      stores.rawLog.append({
        protocol: "http",
        uniqueId,
        transport: "http",
        context: null,
        receivedAt,
        bytes: Buffer.from(JSON.stringify(fix)),
      }),

    /** Ingests until nothing is waiting, in batches of some size. */
    async ingestAll(limit = 500): Promise<void> {
      while ((await ingest(ports.ports, limit)).taken.length > 0);
    },

    fixesOf: (trackerId: number): Promise<readonly StoredFix[]> =>
      stores.fixStore.list({ studies: "all", trackerId }, { after: undefined, limit: 1000 }),
  };
}

/** Reads everything that is kept again, or what a test asks for. */
export function replayIn(
  database: Database,
  options: Partial<ReplayOptions> = {},
): Promise<FinishedReplay> {
  const replayLog = postgresReplayLog(database);
  const codecRunner = quickJsCodecRunner();
  return replay(
    { replayLog, codecRunner },
    {
      scope: {},
      dryRun: false,
      show: 5,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...options,
    },
  ).finally(() => codecRunner.close());
}

const UNKNOWN_TYPE = {
  material: null,
  massGrams: null,
  lengthMillimetres: null,
  jCode: null,
  buoyancy: null,
};

function ingestPorts(database: Database) {
  const events: NumberedEvent["event"][] = [];
  const lines: string[] = [];
  const liveEvents = memoryLiveEvents();
  liveEvents.subscribe(({ event }) => events.push(event));
  const note = (_: object, line: string) => void lines.push(line);
  const log = { info: note, warn: note, error: note };
  const fixLog = postgresFixLog(database);
  const codecRunner = quickJsCodecRunner();
  const ports = { fixLog, codecRunner, liveEvents, meter: prometheusMeter(), log };
  return { events, lines, ports };
}

const TIDE_TURNED = Date.parse("2020-07-07T10:00:00Z");

/** A good record of a tracker at Wintam, some minutes after the tide turned, or what a test makes of it. */
export function recordAt(minutes: number, changes: Partial<TrackerRecord> = {}): TrackerRecord {
  return {
    time: TIDE_TURNED + minutes * 60_000,
    position: [(43_100 + Math.round(minutes)) / 10_000, 51.11],
    altitudeMetres: 2,
    headingDegrees: 80,
    satellites: 9,
    speedKilometresPerHour: 1,
    io: { hdopTenths: 11, batteryMillivolts: 3900 },
    ...changes,
  };
}

/** Fixes as the minutes of their records, with their flags. */
export function inMinutes(fixes: readonly StoredFix[]) {
  return fixes.map(({ time, flags }) => [(time.getTime() - TIDE_TURNED) / 60_000, ...flags]);
}
