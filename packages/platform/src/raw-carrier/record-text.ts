import type { CarriedRecord } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";

/**
 * Records as they stand in a parcel, in the field `records` of a message:
 *
 *   [{"fix":{"time":ISO 8601, ... as in the model},"bytes":base64,
 *     "payload":{"bytes":base64,"port":...,"object":...}}, ...]
 */
const Measure = Type.Union([Type.Number(), Type.Null()]);
const RecordText = Type.Object({
  fix: Type.Object({
    time: Type.String(),
    position: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
    quality: Type.Enum(["valid", "stale", "none", "network"]),
    altitudeMetres: Measure,
    speedMetresPerSecond: Measure,
    headingDegrees: Measure,
    satellites: Measure,
    hdop: Measure,
    accuracyMetres: Measure,
    batteryVolts: Measure,
    batteryPercent: Measure,
    attributes: Type.Record(
      Type.String(),
      Type.Union([Type.Number(), Type.String(), Type.Boolean()]),
    ),
  }),
  bytes: Type.String(),
  payload: Type.Optional(
    Type.Object({
      bytes: Type.String(),
      port: Type.Integer(),
      object: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
});
const RecordTexts = Compile(Type.Array(RecordText));

/** Records as JSON can hold them. */
export function recordsToJson(records: readonly CarriedRecord[]): Static<typeof RecordTexts> {
  return records.map(({ fix, bytes, payload }) => ({
    fix: { ...fix, time: fix.time.toISOString(), position: fix.position && [...fix.position] },
    bytes: toBase64(bytes),
    ...(payload && { payload: { ...payload, bytes: toBase64(payload.bytes) } }),
  }));
}

/** Records that were JSON; undefined where they are written as this version does not know. */
export function recordsOfJson(json: unknown): readonly CarriedRecord[] | undefined {
  if (!RecordTexts.Check(json)) return undefined;
  return json.map(({ fix, bytes, payload }) => ({
    fix: { ...fix, time: new Date(fix.time) },
    bytes: Buffer.from(bytes, "base64"),
    ...(payload && { payload: { ...payload, bytes: Buffer.from(payload.bytes, "base64") } }),
  }));
}

/** Bytes as text, four characters for three of them. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
}
