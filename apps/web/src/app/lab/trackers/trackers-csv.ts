import { type CsvValue, csvOf } from "../table/csv.ts";
import { receivedOf, type TrackerRow } from "./tracker-rows.ts";

const COLUMNS: readonly (readonly [name: string, of: (row: TrackerRow) => CsvValue])[] = [
  ["id", ({ tracker }) => tracker.id],
  ["name", ({ tracker }) => tracker.name],
  ["protocol", ({ tracker }) => tracker.protocol],
  ["uniqueId", ({ tracker }) => tracker.uniqueId],
  ["model", ({ tracker }) => tracker.model],
  ["firmware", ({ days }) => days?.firmware ?? null],
  ["itemCode", ({ tracker }) => tracker.itemCode],
  ["state", ({ health }) => health],
  ["alarms", ({ tracker }) => tracker.health.alarms.map(({ kind }) => kind).join(" ")],
  ["lastHeardAt", ({ tracker }) => tracker.lastHeardAt],
  ["expectedIntervalSeconds", ({ tracker }) => tracker.health.expectedIntervalSeconds],
  ["received", ({ days }) => receivedOf(days)?.received ?? null],
  ["expected", ({ days }) => receivedOf(days)?.expected ?? null],
  ["lastFixTime", ({ tracker }) => tracker.lastFix?.time ?? null],
  ["longitude", ({ tracker }) => tracker.lastFix?.position[0] ?? null],
  ["latitude", ({ tracker }) => tracker.lastFix?.position[1] ?? null],
  [
    "batteryVolts",
    ({ tracker }) => tracker.health.battery?.volts ?? tracker.lastFix?.batteryVolts ?? null,
  ],
  ["batteryPercent", ({ tracker }) => tracker.health.battery?.percent ?? null],
  ["batteryTrendPerDay", ({ tracker }) => tracker.health.battery?.trendPerDay ?? null],
  ["batteryLowInDays", ({ tracker }) => tracker.health.battery?.lowInDays ?? null],
  ["fixes", ({ tracker }) => tracker.fixCount],
];

/** Trackers as a table by RFC 4180; times UTC, places WGS 84, counts of the days shown. */
export function trackersCsv(rows: readonly TrackerRow[]): string {
  return csvOf(COLUMNS, rows);
}
