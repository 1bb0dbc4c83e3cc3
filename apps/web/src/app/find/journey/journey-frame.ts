import type { Position } from "@zpr/model";
import type { JourneyFeature } from "../../kit/api.ts";

/** What part of the world a map shows: centre in degrees, zoom as web maps count it. */
export interface MapFrame {
  readonly center: [number, number];
  readonly zoom: number;
}

const TILE_PIXELS = 512;
const CLOSEST = 13;
/** The share of the map that the journey may fill. */
const FILL = 0.8;

/** The frame in which a map of the given size (pixels) shows a whole journey. */
export function frameOf(
  features: readonly JourneyFeature[],
  size: { readonly width: number; readonly height: number },
): MapFrame | undefined {
  const places = features.flatMap(placesOf).map(toSquare);
  const [first] = places;
  if (!first) return undefined;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [west, east, north, south] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const fits = Math.min(
    (size.width * FILL) / (east - west || Number.EPSILON),
    (size.height * FILL) / (south - north || Number.EPSILON),
  );
  return {
    center: fromSquare({ x: (west + east) / 2, y: (north + south) / 2 }),
    zoom: Math.min(CLOSEST, Math.max(0, Math.log2(fits / TILE_PIXELS))),
  };
}

function placesOf({ geometry }: JourneyFeature): readonly Position[] {
  if (!geometry) return [];
  return geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
}

interface Square {
  readonly x: number;
  readonly y: number;
}

/** Web Mercator: the world as a square of side one, north at zero. */
function toSquare([longitude, latitude]: Position): Square {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

function fromSquare({ x, y }: Square): [number, number] {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [(x - 0.5) * 360, latitude];
}
