import type { Deployment, Page, StoredFix, Tracker } from "@zpr/ports";
import type { Column, DataSet, Row } from "./data-set.ts";
import type { ExportPorts } from "./export-ports.ts";
import { allOf, inPages } from "./in-pages.ts";

const COLUMNS: readonly Column[] = [
  { name: "id", kind: "text", unit: "", meaning: "Stable id of the fix" },
  { name: "item_code", kind: "text", unit: "", meaning: "The item its tracker was in then" },
  { name: "tracker", kind: "text", unit: "", meaning: "Name of the tracker" },
  { name: "tracker_unique_id", kind: "text", unit: "", meaning: "IMEI, DevEUI or the like" },
  { name: "time", kind: "time", unit: "UTC", meaning: "When the tracker says it was there" },
  { name: "received_at", kind: "time", unit: "UTC", meaning: "When we heard it" },
  {
    name: "flags",
    kind: "text",
    unit: "",
    meaning: "Why it is doubted, with spaces between; empty when it is not",
  },
  { name: "altitude_metres", kind: "number", unit: "m", meaning: "As the tracker tells it" },
  {
    name: "speed_metres_per_second",
    kind: "number",
    unit: "m/s",
    meaning: "As the tracker tells it",
  },
  { name: "heading_degrees", kind: "number", unit: "°", meaning: "Clockwise from north" },
  { name: "satellites", kind: "integer", unit: "", meaning: "Satellites used" },
  { name: "hdop", kind: "number", unit: "", meaning: "Horizontal dilution of precision" },
  {
    name: "accuracy_metres",
    kind: "number",
    unit: "m",
    meaning: "As the tracker or network tells it",
  },
  { name: "battery_volts", kind: "number", unit: "V", meaning: "Battery voltage" },
  { name: "battery_percent", kind: "number", unit: "%", meaning: "Battery charge" },
  { name: "raw_message_id", kind: "integer", unit: "", meaning: "The message it was read from" },
];

/** When fixes are from: from an instant on, and before one. */
export interface FixSpan {
  readonly from?: Date;
  readonly to?: Date;
}

/** Every fix of a study's trackers in the order of their times, doubted ones too. */
export function fixRows(studyId: number, ports: ExportPorts, span: FixSpan): DataSet {
  const { fixStore, trackerStore } = ports;
  const scope = [studyId];
  return {
    name: "fixes",
    meaning: "Positions that trackers told, doubted ones too: see flags",
    columns: COLUMNS,
    async *rows() {
      const trackers = await allOf(
        (page: Page<number>) => trackerStore.list(scope, page),
        ({ id }) => id,
      );
      const deployments = await allOf(
        (page: Page<number>) => trackerStore.listDeployments({ studies: scope }, page),
        ({ id }) => id,
      );
      const trackerOf = new Map(trackers.map((tracker) => [tracker.id, tracker]));
      const deployed = Map.groupBy(deployments, ({ trackerId }) => trackerId);
      const read = inPages(
        (page: Page<string>) => fixStore.list({ studies: scope, ...span }, page),
        ({ id }) => id,
      );
      for await (const fix of read) {
        const inItem = deployed.get(fix.trackerId)?.find((one) => covers(one, fix.time));
        yield toRow(fix, trackerOf.get(fix.trackerId), inItem);
      }
    },
  };
}

function covers({ startedAt, endedAt }: Deployment, time: Date): boolean {
  return startedAt <= time && (endedAt === null || time < endedAt);
}

function toRow(fix: StoredFix, tracker: Tracker | undefined, inItem: Deployment | undefined): Row {
  return {
    cells: [
      fix.id,
      inItem?.itemCode ?? null,
      tracker?.name ?? null,
      tracker?.uniqueId ?? null,
      fix.time,
      fix.receivedAt,
      fix.flags.join(" "),
      fix.altitudeMetres,
      fix.speedMetresPerSecond,
      fix.headingDegrees,
      fix.satellites,
      fix.hdop,
      fix.accuracyMetres,
      fix.batteryVolts,
      fix.batteryPercent,
      fix.rawMessageId,
    ],
    geometry: fix.position && { type: "Point", coordinates: fix.position },
  };
}
