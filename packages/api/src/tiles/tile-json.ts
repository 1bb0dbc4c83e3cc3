import type { TileLayer } from "./layers.ts";

interface Choice {
  readonly maxZoom: number;
  /** Passed on to the tiles. */
  readonly filter: Readonly<Record<string, string | number | undefined>>;
}

/** TileJSON 3.0 of a layer. */
export function tileJson(layer: TileLayer, root: string, { maxZoom, filter }: Choice) {
  const { id, description, fields } = layer;
  const passed = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const query = passed.length === 0 ? "" : `?${new URLSearchParams(passed)}`;
  return {
    tilejson: "3.0.0",
    name: id,
    description,
    version: "1.0.0",
    scheme: "xyz",
    tiles: [`${root}/${id}/{z}/{x}/{y}.mvt${query}`],
    minzoom: 0,
    maxzoom: maxZoom,
    bounds: [-180, -85.0511, 180, 85.0511],
    vector_layers: [{ id, description, fields, minzoom: 0, maxzoom: maxZoom }],
  };
}
