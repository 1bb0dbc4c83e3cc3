import type { Position } from "@zpr/model";

/** A centre line on its way to the server; `id` tells lines apart while they are drawn. */
export interface DraftLine {
  readonly id: number;
  readonly name: string;
  readonly coordinates: readonly Position[];
}

/** A river as somebody draws it, sound or not. */
export interface RiverDraft {
  readonly name: string;
  readonly lines: readonly DraftLine[];
  /** Rings of polygons, kept as they came. */
  readonly water: readonly unknown[];
  readonly mouth: Position | null;
  readonly origin: { readonly position: Position; readonly kilometre: number } | null;
  /** What a file says of its coordinate system. */
  readonly crs?: unknown;
}

export const EMPTY_DRAFT: RiverDraft = {
  name: "",
  lines: [],
  water: [],
  mouth: null,
  origin: null,
};

let lastId = 0;
/** A number that no line of this page has. */
export function newLineId(): number {
  lastId += 1;
  return lastId;
}

interface GeoJsonPart {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly crs?: unknown;
  readonly features?: unknown;
  readonly geometries?: unknown;
  readonly geometry?: unknown;
  readonly properties?: unknown;
  readonly coordinates?: unknown;
}

/** The lines and water in a file's GeoJSON; undefined when it is no GeoJSON. */
export function draftFrom(text: string, fileName: string): RiverDraft | undefined {
  const whole = parsed(text);
  if (typeof whole?.type !== "string") return undefined;
  const own = typeof whole.name === "string" ? whole.name : "";
  const name = own || fileName.replace(/\.[^.]*$/, "");
  const { lines, water } = drawn(whole, name);
  return { ...EMPTY_DRAFT, name, lines, water, ...(whole.crs ? { crs: whole.crs } : {}) };
}

/** A draft as the server takes it. */
export function geoJsonOf({ lines, water, crs }: RiverDraft) {
  const feature = (name: string, type: string, coordinates: unknown) => ({
    type: "Feature",
    properties: { name },
    geometry: { type, coordinates },
  });
  return {
    type: "FeatureCollection",
    ...(crs !== undefined && { crs }),
    features: [
      ...lines.map((line) => feature(line.name, "LineString", line.coordinates)),
      ...water.map((rings) => feature("", "Polygon", rings)),
    ],
  };
}

/** Whether a map can show a line. */
export function isOnMap({ coordinates }: Pick<DraftLine, "coordinates">): boolean {
  return (
    coordinates.length > 1 && coordinates.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  );
}

function parsed(text: string): GeoJsonPart | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function drawn(part: GeoJsonPart, name: string): Pick<RiverDraft, "lines" | "water"> {
  const own = (part.properties as { readonly name?: unknown } | null | undefined)?.name;
  const called = typeof own === "string" && own !== "" ? own : name;
  const parts = [part.geometry, ...list(part.features), ...list(part.geometries)];
  const inner = parts.flatMap((one) => (one ? [drawn(one as GeoJsonPart, called)] : []));
  const line = (coordinates: unknown): DraftLine => ({
    id: newLineId(),
    name: called,
    coordinates: list(coordinates).map(place),
  });
  return {
    lines: [
      ...(part.type === "LineString" ? [line(part.coordinates)] : []),
      ...(part.type === "MultiLineString" ? list(part.coordinates).map(line) : []),
      ...inner.flatMap(({ lines }) => lines),
    ],
    water: [
      ...(part.type === "Polygon" ? [part.coordinates] : []),
      ...(part.type === "MultiPolygon" ? list(part.coordinates) : []),
      ...inner.flatMap(({ water }) => water),
    ],
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function place(value: unknown): Position {
  const [longitude, latitude] = list(value);
  return [Number(longitude), Number(latitude)];
}
