import { type CodecMapping, type Fix, isOnGlobe, type MappedName, type Position } from "@zpr/model";
import { type JsonObject, numberOf, plainValues, wordsOf } from "../json-fields.ts";
import type { DecodedRecord } from "../protocol.ts";
import { timeFrom } from "../time-from.ts";
import { valueAt } from "./mapping.ts";
import { isUsuallyOld, usualMeasure, usualPlace } from "./usual-names.ts";

const MOST_ATTRIBUTES = 60;
/** Longer payloads are seen with the message only. */
const MOST_SHOWN = 256;

/** What values can be true; of others nothing is taken but the attribute. */
const RANGES = {
  accuracyMetres: [0, 10_000_000],
  altitudeMetres: [-12_000, 100_000],
  speedMetresPerSecond: [0, 1000],
  headingDegrees: [0, 360],
  satellites: [0, 200],
  hdop: [0, 1000],
  batteryVolts: [0, 20],
  batteryPercent: [0, 100],
} as const satisfies Partial<Record<MappedName, readonly [least: number, most: number]>>;
type Measure = keyof typeof RANGES;
const MEASURES = Object.keys(RANGES) as readonly Measure[];

/** What a codec of ours made of a payload, and under which names we look for what. */
export interface CodecReading {
  readonly data: JsonObject;
  readonly mapping: CodecMapping;
  readonly warnings: readonly string[];
}

/**
 * A record with what a codec said of its payload: ours if one has read it, else the network's own.
 * Makers' codecs each name things their own way; a mapping tells which, and the names most of them
 * use are known. All plain values stay as attributes.
 */
export function withPayload(record: DecodedRecord, reading?: CodecReading): DecodedRecord {
  const { fix, payload } = record;
  if (!payload) return record;
  const data = reading?.data ?? payload.object;
  const attributes = {
    ...(payload.bytes.length <= MOST_SHOWN && { payloadHex: payload.bytes.toString("hex") }),
    ...(data && plainValues(data, MOST_ATTRIBUTES)),
    ...fix.attributes,
  };
  if (!data) return { ...record, fix: { ...fix, attributes } };
  const mapping = reading?.mapping ?? {};
  const time = timeIn(data, mapping);
  const place = placeIn(data, mapping);
  return {
    ...record,
    fix: {
      ...fix,
      ...(time && { time }),
      ...(typeof place === "object" && { position: place, quality: qualityIn(data, mapping) }),
      ...measuresIn(data, mapping),
      attributes: {
        ...attributes,
        ...(reading && !time && { timeOfReceipt: true }),
        ...(typeof place === "string" && { positionRefused: place }),
        ...warningIn(reading?.warnings ?? []),
      },
    },
  };
}

function timeIn(data: JsonObject, { fixTime }: CodecMapping): Date | undefined {
  return fixTime ? timeFrom(valueAt(data, "fixTime", fixTime)) : undefined;
}

/** Where it is, or why what is said of that is no place. */
function placeIn(
  data: JsonObject,
  { longitude, latitude }: CodecMapping,
): Position | string | undefined {
  const place =
    longitude === undefined ? usualPlace(data) : mappedPlace(data, [longitude, latitude]);
  if (!place || isOnGlobe(place)) return place;
  return `no place on the globe: longitude ${place[0]}, latitude ${place[1]}`;
}

function mappedPlace(
  data: JsonObject,
  [longitude, latitude]: readonly CodecMapping["longitude"][],
): Position | undefined {
  const east = longitude ? numberOf(valueAt(data, "longitude", longitude)) : undefined;
  const north = latitude ? numberOf(valueAt(data, "latitude", latitude)) : undefined;
  return east === undefined || north === undefined ? undefined : [east, north];
}

/** A tracker that finds no place often tells the last one again. */
function qualityIn(data: JsonObject, { hasFix, noFix }: CodecMapping): Fix["quality"] {
  const has = hasFix ? truthOf(valueAt(data, "hasFix", hasFix)) : undefined;
  const hasNot = noFix ? truthOf(valueAt(data, "noFix", noFix)) : undefined;
  const isOld = has === false || (noFix === undefined ? isUsuallyOld(data) : hasNot === true);
  return isOld ? "stale" : "valid";
}

function truthOf(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? !/^(|0|no|false|none|invalid)$/i.test(value) : Boolean(value);
}

function measuresIn(data: JsonObject, mapping: CodecMapping): Partial<Record<Measure, number>> {
  return Object.fromEntries(
    MEASURES.flatMap((name) => {
      const value = measureIn(data, mapping, name);
      const [least, most] = RANGES[name];
      if (value === undefined || value < least || value > most) return [];
      return [[name, name === "satellites" ? Math.round(value) : value]];
    }),
  );
}

function measureIn(data: JsonObject, mapping: CodecMapping, name: Measure): number | undefined {
  const place = mapping[name];
  if (place === undefined) return usualMeasure(data, name);
  return place === null ? undefined : numberOf(valueAt(data, name, place));
}

function warningIn(warnings: readonly string[]): Fix["attributes"] {
  const words = wordsOf(
    warnings
      .join("; ")
      .replace(/\p{Cc}/gu, " ")
      .slice(0, 300),
  );
  return words ? { codecWarnings: words } : {};
}
