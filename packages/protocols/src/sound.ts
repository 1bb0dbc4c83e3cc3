import type { Fix } from "@zpr/model";
import type { Decoded, DecodedRecord } from "./protocol.ts";

type Attribute = Fix["attributes"][string];
type Measure = (typeof MEASURES)[number];

const MEASURES = [
  "altitudeMetres",
  "speedMetresPerSecond",
  "headingDegrees",
  "hdop",
  "accuracyMetres",
  "batteryVolts",
  "batteryPercent",
] as const;
/** More than any sensor says, and within a float of four bytes. */
const MOST = 1e30;
const MOST_SATELLITES = 255;

/**
 * What was decoded, as it can be kept: a number that nothing can measure is none, text loses what no
 * database takes (NUL, half a pair). A record without a time that is one makes the whole message unreadable.
 */
export function sound(decoded: Decoded): Decoded {
  if (!decoded.ok || decoded.records.every(isSound)) return decoded;
  if (decoded.records.some(({ fix }) => Number.isNaN(fix.time.getTime())))
    return { ok: false, reason: "a record has no time that can be" };
  return { ok: true, records: decoded.records.map(mended) };
}

function isSound({ fix }: DecodedRecord): boolean {
  return (
    !Number.isNaN(fix.time.getTime()) &&
    (fix.position ?? []).every(Number.isFinite) &&
    isCount(fix.satellites) &&
    MEASURES.every((name) => isMeasure(fix[name])) &&
    Object.entries(fix.attributes).every(([name, value]) => isText(name) && isAttribute(value))
  );
}

function mended(record: DecodedRecord): DecodedRecord {
  const { fix } = record;
  const hasPlace = (fix.position ?? []).every(Number.isFinite);
  const measures = MEASURES.map((name) => [name, isMeasure(fix[name]) ? fix[name] : null]);
  const attributes = Object.entries(fix.attributes)
    .filter(([, value]) => typeof value !== "number" || Number.isFinite(value))
    .map(([name, value]) => [clean(name), typeof value === "string" ? clean(value) : value]);
  return {
    ...record,
    fix: {
      ...fix,
      ...(!hasPlace && { position: null, quality: "none" }),
      ...(Object.fromEntries(measures) as Pick<Fix, Measure>),
      satellites: isCount(fix.satellites) ? fix.satellites : null,
      attributes: Object.fromEntries(attributes),
    },
  };
}

function isCount(count: number | null): boolean {
  return count === null || (Number.isInteger(count) && count >= 0 && count <= MOST_SATELLITES);
}

function isMeasure(value: number | null): boolean {
  return value === null || Math.abs(value) <= MOST;
}

function isAttribute(value: Attribute): boolean {
  if (typeof value === "string") return isText(value);
  return typeof value === "boolean" || Number.isFinite(value);
}

function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}
