/**
 * The connector's form for the Edge trackers, whose places the vendor's location engine works out
 * from satellites, Wi-Fi or cells; from published tests:
 *
 *   {date, device: {sn, prod, rev, fw, iccid, imei}, sqn, reason, lat?, lng?, posAcc?, posInfo?,
 *    analogues?: [{id, val}], inputs?, outputs?, status?, counters?: [{id, val}], lora?}
 */
import type { Buffer } from "node:buffer";
import { emptyFix } from "@zpr/model";
import { analogue, switched } from "../digital-matter-fix.ts";
import { instantOf, type JsonObject, objectOf, objectsOf } from "../json-fields.ts";
import type { Decoded } from "../protocol.ts";
import { all, type Told } from "../told.ts";
import { counted, headOf, measured } from "./measures.ts";

const MOST_VALUES = 200;
const BATTERY_MILLIVOLTS = 0;
const BATTERY_HUNDREDTHS_PERCENT = 1;

/** What a record says. */
export function readEdge(record: JsonObject, device: JsonObject, bytes: Buffer): Decoded {
  const time = instantOf(record["date"]);
  if (!time) return { ok: false, reason: "date is no time" };
  const attributes = headOf({
    sequenceNumber: record["sqn"],
    reason: record["reason"],
    serialNumber: device["sn"],
    firmware: device["fw"],
  });
  const told = all([
    { attributes },
    readPlace(record),
    ...valuesIn(record["counters"]).map(counter),
    ...valuesIn(record["analogues"]).map(([id, value]) => analogue(id, value)),
    switched({
      inputs: measured(record["inputs"]),
      outputs: measured(record["outputs"]),
      status: measured(record["status"]),
    }),
  ]);
  return { ok: true, records: [{ fix: { ...emptyFix(time), ...told }, bytes }] };
}

function readPlace(record: JsonObject): Told {
  const longitude = measured(record["lng"]);
  const latitude = measured(record["lat"]);
  if (longitude === undefined || latitude === undefined) return {};
  if (longitude === 0 && latitude === 0) return {};
  const info = objectOf(record["posInfo"]) ?? {};
  const [pdop, gdop] = [measured(info["PDOP"]), measured(info["GDOP"])];
  const positionSource = counted(info["Src"]);
  return {
    position: [longitude, latitude],
    quality: "valid",
    accuracyMetres: measured(record["posAcc"]) ?? null,
    hdop: measured(info["HDOP"]) ?? null,
    satellites: satellitesIn(info),
    attributes: {
      ...(pdop !== undefined && { pdop }),
      ...(gdop !== undefined && { gdop }),
      ...(positionSource !== undefined && { positionSource }),
    },
  };
}

/** Those of BeiDou and GPS. */
function satellitesIn({ BSat, GSat }: JsonObject): number | null {
  const [beidou, gps] = [counted(BSat), counted(GSat)];
  if (beidou === undefined && gps === undefined) return null;
  const both = (beidou ?? 0) + (gps ?? 0);
  return both < 256 ? both : null;
}

function valuesIn(list: unknown): readonly (readonly [id: number, value: number])[] {
  return objectsOf(list)
    .slice(0, MOST_VALUES)
    .flatMap(({ id, val }) => {
      const [number, value] = [counted(id), measured(val)];
      return number === undefined || value === undefined ? [] : [[number, value] as const];
    });
}

function counter([id, value]: readonly [id: number, value: number]): Told {
  if (id === BATTERY_MILLIVOLTS) return { batteryVolts: value / 1000 };
  if (id === BATTERY_HUNDREDTHS_PERCENT) return { batteryPercent: value / 100 };
  return { attributes: { [`counter${id}`]: value } };
}
