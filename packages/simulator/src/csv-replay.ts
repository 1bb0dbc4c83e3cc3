/** Sends recorded positions as trackers would have sent them, with their own times. */
import type { Imei } from "@zpr/model";
import type { CsvFix, CsvMap } from "./csv-map.ts";
import { csvRows } from "./csv-rows.ts";
import { RECORDS_PER_PACKET, type TrackerRecord } from "./teltonika-encode.ts";
import { TrackerLink } from "./tracker-link.ts";
import type { GatewayAddress } from "./wire.ts";

/** What to replay, and where to. */
export interface CsvReplay {
  readonly file: string;
  readonly map: CsvMap;
  readonly gateway: GatewayAddress;
  readonly imeiFor: (tracker: string) => Imei;
  readonly onProgress?: (counts: Readonly<{ rows: number; acknowledged: number }>) => void;
}

/** What became of every row. */
export interface CsvReplayCounts {
  /** Rows of the file without its header; each was sent or is among `rejected`. */
  readonly rows: number;
  /** Different (tracker, time, position) among those sent. */
  readonly distinct: number;
  /** Records that the server took. */
  readonly acknowledged: number;
  readonly trackers: number;
  readonly rejected: readonly RejectedRow[];
}

/** A row that says no time or no place. */
interface RejectedRow {
  readonly line: number;
  readonly reason: string;
}

/** A recorded row had a fix, but seldom says of how many satellites: so many are claimed. */
const CLAIMED_SATELLITES = 8;

/** Streams a file to a server; every row that has a time and a place is sent, repeated ones too. */
export async function replayCsv(replay: CsvReplay): Promise<CsvReplayCounts> {
  const senders = new Map<string, Sender>();
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  let rows = 0;
  let acknowledged = 0;

  for await (const reading of csvRows(replay.file, replay.map)) {
    rows++;
    if (!reading.ok) {
      rejected.push({ line: reading.line, reason: reading.reason });
      continue;
    }
    const { fix } = reading;
    seen.add(`${fix.tracker}|${fix.time}|${fix.position}`);
    const sender = senders.get(fix.tracker) ?? sendTo(replay.gateway, replay.imeiFor(fix.tracker));
    senders.set(fix.tracker, sender);
    count(await sender.add(recordOf(fix)));
  }
  for (const sender of senders.values()) count(await sender.flush());
  return { rows, distinct: seen.size, acknowledged, trackers: senders.size, rejected };

  function count(taken: number): void {
    if (taken === 0) return;
    acknowledged += taken;
    replay.onProgress?.({ rows, acknowledged });
  }
}

/** Both give how many records the server took by the time they are done. */
interface Sender {
  /** Waits while a full packet is on its way, so that memory stays small. */
  add(record: TrackerRecord): Promise<number>;
  flush(): Promise<number>;
}

function sendTo(gateway: GatewayAddress, imei: Imei): Sender {
  const link = new TrackerLink(gateway, imei);
  let waiting: TrackerRecord[] = [];
  const flush = async () => {
    const records = waiting;
    waiting = [];
    try {
      await link.send(records);
    } finally {
      // Trackers hang up between reports; a file of thousands of them must not hold as many lines.
      link.close();
    }
    return records.length;
  };
  return {
    flush,
    async add(record) {
      waiting.push(record);
      return waiting.length < RECORDS_PER_PACKET ? 0 : flush();
    },
  };
}

function recordOf({ time, position, batteryVolts }: CsvFix): TrackerRecord {
  return {
    time,
    position,
    altitudeMetres: 0,
    headingDegrees: 0,
    satellites: CLAIMED_SATELLITES,
    speedKilometresPerHour: 0,
    io: batteryVolts === null ? {} : { batteryMillivolts: Math.round(batteryVolts * 1000) },
  };
}
