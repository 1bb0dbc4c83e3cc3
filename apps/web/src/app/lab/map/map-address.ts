import { MAP_KINDS, type MapKind } from "../../kit/map-layers.ts";

/** What tracks are coloured by. */
export const COLOURINGS = ["plain", "time", "speed", "type", "release", "tide", "flow"] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** Kinds that are hidden until somebody asks for them: they tell of many fixes, not of where things are. */
const HIDDEN_AT_FIRST: ReadonlySet<MapKind> = new Set(["fix", "density", "stranding"]);

/** Kinds to hide, out of the kinds that an address shows; the usual ones when it says nothing. */
export function parseHidden(layers: string | undefined): ReadonlySet<MapKind> {
  if (layers === undefined) return HIDDEN_AT_FIRST;
  const shown = new Set(layers.split("."));
  return new Set(MAP_KINDS.filter((kind) => !shown.has(kind)));
}

/** What an address says of hidden kinds; null when they are the usual ones. */
export function layersText(hidden: ReadonlySet<MapKind>): string | null {
  const usual = MAP_KINDS.every((kind) => hidden.has(kind) === HIDDEN_AT_FIRST.has(kind));
  return usual ? null : MAP_KINDS.filter((kind) => !hidden.has(kind)).join(".");
}

/** The colouring of an address, else plain. */
export function parseColouring(text: string | undefined): Colouring {
  return COLOURINGS.find((one) => one === text) ?? "plain";
}

/** Middle and zoom of a map. */
export interface MapView {
  readonly center: [longitude: number, latitude: number];
  readonly zoom: number;
}

/** Reads `4.40000,51.20000,9.50`; undefined when it is no place of the map. */
export function parseView(text: string | undefined): MapView | undefined {
  const numbers = numbersOf(text, 3);
  const [longitude = 0, latitude = 0, zoom = 0] = numbers ?? [];
  if (!numbers || Math.abs(latitude) > 85 || zoom < 0 || zoom > 24) return undefined;
  return { center: [longitude, latitude], zoom };
}

/** The form in which a view is in the address: exact to a metre. */
export function viewText({ center: [longitude, latitude], zoom }: MapView): string {
  return `${longitude.toFixed(5)},${latitude.toFixed(5)},${zoom.toFixed(2)}`;
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** Reads `west,south,east,north`; undefined when it is no box. */
export function parseBox(text: string | undefined): Box | undefined {
  const numbers = numbersOf(text, 4);
  const [west = 0, south = 0, east = 0, north = 0] = numbers ?? [];
  return numbers && west < east && south < north ? [west, south, east, north] : undefined;
}

/** The form in which a box is in the address. */
export function boxText(box: Box): string {
  return box.map((degrees) => degrees.toFixed(5)).join(",");
}

/** Reads an instant as milliseconds since 1970; undefined when it is none. */
export function parseTime(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : time;
}

/** Reads the two releases that are compared, `3,5`; undefined unless there are two. */
export function parsePair(text: string | undefined): readonly [number, number] | undefined {
  const [a = 0, b = 0] = numbersOf(text, 2) ?? [];
  return a > 0 && b > 0 && a !== b ? [a, b] : undefined;
}

function numbersOf(text: string | undefined, count: number): readonly number[] | undefined {
  const numbers = text?.split(",").map(Number) ?? [];
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : undefined;
}
