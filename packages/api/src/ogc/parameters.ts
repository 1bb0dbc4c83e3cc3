import type { BoundingBox } from "@zpr/model";
import type { TimeSpan } from "@zpr/ports";
import { ProblemError } from "../problem.ts";
import { type Collection, filtersOf } from "./collection.ts";
import { CRS84, REFERENCE_SYSTEMS, type ReferenceSystem, unproject } from "./crs.ts";
import { type Cursor, decodeCursor } from "./cursor.ts";
import { parseInterval } from "./interval.ts";

/** Features on a page: when nothing is said, and at most (more is taken for this many). */
export const DEFAULT_LIMIT = 10;
export const MAX_LIMIT = 10_000;

/** Query parameters as they came. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request for features, read and checked. */
export interface ItemsQuery {
  readonly limit: number;
  readonly bbox?: BoundingBox;
  readonly during?: TimeSpan;
  readonly crs: ReferenceSystem;
  readonly equals: Readonly<Record<string, string | number>>;
  readonly cursor?: Cursor;
}

const ITEMS_PARAMETERS = ["f", "limit", "bbox", "bbox-crs", "crs", "cursor"];

/** Reads the parameters of a collection's items; whatever is unknown or malformed is a problem. */
export function itemsQuery(raw: RawQuery, collection: Collection): ItemsQuery {
  const filters = filtersOf(collection);
  const { datetime, ...others } = raw;
  const query = onlyKnown(others, [...ITEMS_PARAMETERS, ...filters.map(([name]) => name)]);
  const { limit, bbox, cursor } = query;
  return {
    limit: limit === undefined ? DEFAULT_LIMIT : parseLimit(limit),
    crs: parseCrs("crs", query["crs"]),
    equals: Object.fromEntries(
      filters.flatMap(([name, { type }]) => {
        const value = query[name];
        return value === undefined
          ? []
          : [[name, type === "integer" ? integer(name, value) : value]];
      }),
    ),
    ...(bbox !== undefined && { bbox: parseBox(bbox, parseCrs("bbox-crs", query["bbox-crs"])) }),
    ...(datetime !== undefined && { during: parseDatetime(datetime) }),
    ...(cursor !== undefined && { cursor: decodeCursor(cursor) }),
  };
}

/** The parameter `crs` of a single feature. */
export function featureCrs(raw: RawQuery): ReferenceSystem {
  return parseCrs("crs", onlyKnown(raw, ["f", "crs"])["crs"]);
}

/** The parameters, each once; an unknown one is a problem, because it would be a filter that does nothing. */
export function onlyKnown(
  raw: RawQuery,
  known: readonly string[],
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      if (!known.includes(name)) throw invalid(`there is no parameter ${name} here`);
      if (typeof value === "object") throw invalid(`${name} may be given once`);
      return [name, value];
    }),
  );
}

function parseLimit(text: string): number {
  const limit = integer("limit", text);
  if (limit < 1) throw invalid("limit is 1 at least");
  return Math.min(limit, MAX_LIMIT);
}

function integer(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw invalid(`${name} is a whole number`);
  return Number(text);
}

function parseCrs(name: string, uri: string | undefined): ReferenceSystem {
  const crs = REFERENCE_SYSTEMS.find((known) => known === (uri ?? CRS84));
  if (!crs) throw invalid(`${name} is one of ${REFERENCE_SYSTEMS.join(", ")}`);
  return crs;
}

/** Four numbers, or six of which the heights do not matter: nothing here has one. */
function parseBox(text: string, crs: ReferenceSystem): BoundingBox {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers;
  const box: BoundingBox = numbers.length === 6 ? [a, b, d, e] : [a, b, c, d];
  const isWhole = (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite);
  if (!isWhole || box[1] > box[3])
    throw invalid("bbox is four or six numbers, the lower corner first");
  const [west, south, east, north] = unproject(box, crs);
  // Clients ask for more than the globe when a window shows more.
  if (west <= east) return [Math.max(-180, west), clamp(south), Math.min(180, east), clamp(north)];
  return [west, clamp(south), east, clamp(north)];
}

function clamp(latitude: number): number {
  return Math.max(-90, Math.min(90, latitude));
}

/** GDAL writes two conditions on a time as two parameters: both hold. */
function parseDatetime(datetime: string | readonly string[]): TimeSpan {
  const spans = [datetime].flat().map((text) => {
    const span = parseInterval(text);
    if (span) return span;
    throw invalid("datetime is an RFC 3339 instant, or two with a slash between, one open");
  });
  const from = spans.flatMap((span) => span.from?.getTime() ?? []);
  const to = spans.flatMap((span) => span.to?.getTime() ?? []);
  return {
    ...(from.length > 0 && { from: new Date(Math.max(...from)) }),
    ...(to.length > 0 && { to: new Date(Math.min(...to)) }),
  };
}

function invalid(detail: string): ProblemError {
  return new ProblemError("request-invalid", { detail });
}
