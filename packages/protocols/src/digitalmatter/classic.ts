/**
 * The connector's older form, from published tests. Numbers have the units they have over TCP:
 *
 *   {SerNo, IMEI, ICCID, ProdId, FW, Records: [{SeqNo, Reason, DateUTC, Fields: [{FType, ...}]}]}
 *   FType 0     GpsUTC, Lat, Long, Alt m, Spd cm/s, SpdAcc dm/s, Head degrees, PDOP * 10, PosAcc m, GpsStat
 *         2     DIn, DOut, DevStat
 *         6, 7  AnalogueData, by the number of the analogue
 *
 * Times are `yyyy-MM-dd HH:mm:ss` in UTC.
 */
import { Buffer } from "node:buffer";
import { emptyFix, type Fix } from "@zpr/model";
import { analogue, placed, switched } from "../digital-matter-fix.ts";
import { type JsonObject, jsonObject, objectOf, objectsOf, plainValues } from "../json-fields.ts";
import { elementsAt } from "../json-slices.ts";
import type { Decoded, DecodedRecord } from "../protocol.ts";
import { timeFrom } from "../time-from.ts";
import { all, type Told } from "../told.ts";
import { headOf, measured } from "./measures.ts";

const MOST_FIELDS = 60;
const MOST_ANALOGUES = 100;
const MOST_VALUES = 20;
const TYPE = new Set(["FType"]);

/** What a tracker's records say; each is known by its own text. */
export function readClassic(tracker: JsonObject, bytes: Buffer): Decoded {
  const list = tracker["Records"];
  if (!Array.isArray(list)) return { ok: false, reason: "neither Records nor a device" };
  const texts = elementsAt(bytes.toString("utf8"), ["Records"]);
  if (texts.length !== list.length) return { ok: false, reason: "Records is spelt with escapes" };
  const records: DecodedRecord[] = [];
  for (const own of texts.map((text) => Buffer.from(text))) {
    const record = jsonObject(own);
    const fix = record && readRecord(record, tracker);
    if (!fix) return { ok: false, reason: `record ${records.length + 1} has no DateUTC` };
    records.push({ fix, bytes: own });
  }
  return { ok: true, records };
}

function readRecord(record: JsonObject, { SerNo, FW }: JsonObject): Fix | undefined {
  const writtenAt = timeFrom(record["DateUTC"]);
  if (!writtenAt) return undefined;
  const attributes = headOf({
    sequenceNumber: record["SeqNo"],
    reason: record["Reason"],
    serialNumber: SerNo,
    firmware: FW,
  });
  const fields = objectsOf(record["Fields"]).slice(0, MOST_FIELDS);
  const told = fields.map((field) => readField(field, writtenAt));
  return { ...emptyFix(writtenAt), ...all([{ attributes }, ...told]) };
}

function readField(field: JsonObject, writtenAt: Date): Told {
  switch (field["FType"]) {
    case 0:
      return readGps(field, writtenAt);
    case 2:
      return switched({
        inputs: measured(field["DIn"]),
        outputs: measured(field["DOut"]),
        status: measured(field["DevStat"]),
      });
    case 6:
    case 7:
      return readAnalogues(field);
    default:
      return readUnknown(field);
  }
}

function readGps(field: JsonObject, writtenAt: Date): Told {
  const longitude = measured(field["Long"]);
  const latitude = measured(field["Lat"]);
  if (longitude === undefined || latitude === undefined) return {};
  const place = {
    fixedAt: timeFrom(field["GpsUTC"]) ?? writtenAt,
    position: [longitude, latitude],
    status: measured(field["GpsStat"]) ?? 0,
    altitudeMetres: measured(field["Alt"]) ?? null,
    speedCentimetresPerSecond: measured(field["Spd"]) ?? null,
    speedAccuracyDecimetresPerSecond: measured(field["SpdAcc"]) ?? null,
    headingDegrees: measured(field["Head"]) ?? null,
    pdopTenths: measured(field["PDOP"]) ?? null,
    accuracyMetres: measured(field["PosAcc"]) || null,
  } as const;
  return placed(place, writtenAt);
}

function readAnalogues(field: JsonObject): Told {
  const values = Object.entries(objectOf(field["AnalogueData"]) ?? {}).slice(0, MOST_ANALOGUES);
  return all(
    values.flatMap(([number, value]) => {
      const read = measured(value);
      return read !== undefined && /^\d{1,3}$/.test(number) ? [analogue(Number(number), read)] : [];
    }),
  );
}

/** Fields of other types by the type and the vendor's names. */
function readUnknown(field: JsonObject): Told {
  const type = measured(field["FType"]);
  if (type === undefined) return {};
  const values = Object.entries(plainValues(field, MOST_VALUES, TYPE));
  return {
    attributes: Object.fromEntries(values.map(([name, value]) => [`field${type}${name}`, value])),
  };
}
