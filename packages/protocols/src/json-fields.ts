import type { Buffer } from "node:buffer";

/** A JSON object nobody has checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON object that is the whole of a text, or undefined when it is none. */
export function jsonObject(bytes: Buffer): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(bytes.toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A value if it is an object, and no list. */
export function objectOf(value: unknown): JsonObject | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return value as JsonObject;
}

/** The objects in a list; none when it is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.map(objectOf).filter((one) => one !== undefined);
}

/** A value if it is a text with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A value if it is a short text that any store and any screen can show. */
export function wordsOf(value: unknown): string | undefined {
  return typeof value === "string" && /^\P{Cc}{1,300}$/u.test(value) ? value : undefined;
}

/** A value if it is a number, also one that JSON cannot hold and that is written as a text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

const EARLIEST = Date.parse("0001-01-01T00:00:00Z");
const LATEST = Date.parse("9999-12-31T23:59:59.999Z");

/** The instant of an RFC 3339 text with a zone; finer than a millisecond is cut off. */
export function instantOf(value: unknown): Date | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value))
    return undefined;
  const milliseconds = Date.parse(value);
  return milliseconds >= EARLIEST && milliseconds <= LATEST ? new Date(milliseconds) : undefined;
}

/** The plain values of an object that any store can hold, at most so many, without those of some names. */
export function plainValues(
  object: JsonObject,
  most: number,
  without: ReadonlySet<string> = new Set(),
): Readonly<Record<string, number | string | boolean>> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !without.has(name) && wordsOf(name) !== undefined)
      .flatMap(([name, value]) => (isPlain(value) ? [[name, value] as const] : []))
      .slice(0, most),
  );
}

function isPlain(value: unknown): value is number | string | boolean {
  return ["number", "boolean"].includes(typeof value) || wordsOf(value) !== undefined;
}
