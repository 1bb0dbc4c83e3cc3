import { type JsonObject, objectOf } from "../json-fields.ts";

/** The longest payload any data rate carries. */
const MOST_BYTES = 242;
const MOST_WORDS = 20;

export type ReadAnswer =
  | { readonly ok: true; readonly data: JsonObject; readonly warnings: readonly string[] }
  | Refused;

export type ReadDownlink =
  | {
      readonly ok: true;
      readonly port: number;
      readonly bytes: readonly number[];
      readonly warnings: readonly string[];
    }
  | Refused;

interface Refused {
  readonly ok: false;
  readonly reason: string;
  readonly warnings: readonly string[];
}

/** A codec's answer to an uplink or a downlink, by TS013: with errors its data do not count. */
export function readDecoded(answer: unknown): ReadAnswer {
  const { data, warnings, error } = partsOf(answer);
  if (error !== undefined) return { ok: false, reason: error, warnings };
  // Of a port they do not know many codecs say nothing, or no more than a warning.
  const object = objectOf(data ?? {});
  if (!object) return { ok: false, reason: "the codec's data are no object", warnings };
  return { ok: true, data: object, warnings };
}

/** A codec's answer to what a device is to be told; it goes to a port of choice when the codec names none. */
export function readEncoded(answer: unknown, otherwisePort: number): ReadDownlink {
  const { bytes, fPort, warnings, error } = partsOf(answer);
  if (error !== undefined) return { ok: false, reason: error, warnings };
  if (!Array.isArray(bytes) || !bytes.every(isByte) || bytes.length > MOST_BYTES)
    return {
      ok: false,
      reason: `the codec gives no list of at most ${MOST_BYTES} bytes`,
      warnings,
    };
  const port = fPort ?? otherwisePort;
  if (typeof port !== "number" || !Number.isInteger(port) || port < 1 || port > 255)
    return { ok: false, reason: `the codec gives no port: ${JSON.stringify(port)}`, warnings };
  return { ok: true, port, bytes, warnings };
}

function partsOf(answer: unknown) {
  const parts = objectOf(answer) ?? {};
  const errors = wordsIn(parts["errors"]);
  return {
    warnings: wordsIn(parts["warnings"]),
    error: errors.length > 0 ? `the codec says: ${errors.join("; ")}` : undefined,
    data: parts["data"],
    bytes: parts["bytes"],
    fPort: parts["fPort"],
  };
}

/** Lists of texts, which some codecs give as one text. */
function wordsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((one) => one !== undefined && one !== null && one !== "")
    .slice(0, MOST_WORDS)
    .map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
}

function isByte(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;
}
