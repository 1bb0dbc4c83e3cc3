import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { TILE_KEY_LEVEL, tileCell } from "@zpr/model";

/** Steps along a side of a tile; the usual number. */
const EXTENT = 4096;

/** A point on its way into a tile: the key of the cell it lies in, and what is said of it. */
export interface TilePoint {
  readonly key: number;
  readonly properties: Readonly<Record<string, number | string>>;
}

/** Which tile, and of which level the keys of its points are. */
export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly keyLevel?: number;
}

/** Writes points as a Mapbox Vector Tile (version 2) of one layer. */
export function vectorTile(layer: string, place: TilePlace, points: readonly TilePoint[]): Buffer {
  const features = points.map(({ key, properties }) => ({
    type: 1 as const,
    geometry: [placeIn(place, key)],
    tags: properties,
  }));
  // The encoder reads nothing but the features; its types ask for the whole tile of another library.
  const tile = { features, transformed: true, source: null, x: place.x, y: place.y, z: place.z };
  const layers = { [layer]: tile } as unknown as Parameters<typeof fromGeojsonVt>[0];
  return Buffer.from(fromGeojsonVt(layers, { version: 2, extent: EXTENT }));
}

/** The centre of a cell, counted from the upper left corner of the tile. */
function placeIn({ z, x, y, keyLevel = TILE_KEY_LEVEL }: TilePlace, key: number): [number, number] {
  const [column, row] = tileCell(key);
  const side = 2 ** (keyLevel - z);
  return [
    Math.floor(((column - x * side + 0.5) / side) * EXTENT),
    Math.floor(((row - y * side + 0.5) / side) * EXTENT),
  ];
}
