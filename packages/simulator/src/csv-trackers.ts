import type { CsvMap } from "./csv-map.ts";
import { csvRows } from "./csv-rows.ts";

/** A tracker that a CSV file speaks of. Times are milliseconds since 1970 UTC. */
export interface CsvTracker {
  readonly name: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Reads a whole file to learn which trackers are in it and from when to when. */
export async function csvTrackers(file: string, map: CsvMap): Promise<readonly CsvTracker[]> {
  const found = new Map<string, CsvTracker>();
  for await (const reading of csvRows(file, map)) {
    if (!reading.ok) continue;
    const { tracker: name, time } = reading.fix;
    const before = found.get(name) ?? { name, firstAt: time, lastAt: time };
    found.set(name, {
      name,
      firstAt: Math.min(before.firstAt, time),
      lastAt: Math.max(before.lastAt, time),
    });
  }
  return [...found.values()];
}
