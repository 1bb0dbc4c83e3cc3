import type { StyleSpecification } from "maplibre-gl";
import { townFeatures, waterFeatures } from "./map-places.ts";

interface Paint {
  readonly water: string;
  readonly land: string;
  readonly shore: string;
  readonly river: string;
  readonly waterName: string;
  readonly town: string;
  readonly halo: string;
}

const DAY: Paint = {
  water: "#c4dde9",
  land: "#efebe3",
  shore: "#8fb6c9",
  river: "#a9cddd",
  waterName: "#2f6a88",
  town: "#33444d",
  halo: "#f8f6f1",
};
const NIGHT: Paint = {
  water: "#17404f",
  land: "#1c2529",
  shore: "#3b6a7e",
  river: "#2c5a6d",
  waterName: "#7fb2cb",
  town: "#b9c6cc",
  halo: "#10191e",
};

/** Where the detailed part of the bundled map ends: west, south, east, north. */
const NEAR = [1.4, 50.6, 12.8, 55.2] as const;
/** From this zoom on the detailed part takes over. */
const NEAR_ZOOM = 6.5;

const CREDIT = "GSHHG 2.3.7 (LGPL-3.0-or-later) · tidal Scheldt schematic";

/** The bundled base map: coast and rivers, readable from zoom 4 to 14, without any other server. */
export function basemapStyle(dark: boolean): StyleSpecification {
  const paint = dark ? NIGHT : DAY;
  return {
    version: 8,
    sources: {
      far: { type: "geojson", data: "/basemap/far.geojson", attribution: CREDIT },
      near: { type: "geojson", data: "/basemap/near.geojson", tolerance: 0.2 },
      scheldt: { type: "geojson", data: "/basemap/scheldt-river.geojson", tolerance: 0.2 },
      frame: { type: "geojson", data: frame() },
      waters: { type: "geojson", data: waterFeatures },
      towns: { type: "geojson", data: townFeatures },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": paint.water } },
      land("far", 0, paint),
      ...shoreAndRivers("far", paint, { minzoom: 3, maxzoom: NEAR_ZOOM }),
      ...shoreAndRivers("far", paint, { minzoom: NEAR_ZOOM, maxzoom: 24, name: "far-outside" }),
      {
        id: "near-water",
        type: "fill",
        source: "frame",
        minzoom: NEAR_ZOOM,
        paint: { "fill-color": paint.water, "fill-antialias": false },
      },
      land("near", NEAR_ZOOM, paint),
      ...shoreAndRivers("near", paint, { minzoom: NEAR_ZOOM, maxzoom: 24 }),
      {
        id: "scheldt",
        type: "fill",
        source: "scheldt",
        minzoom: NEAR_ZOOM,
        // Its centre line is in the same file, and would be filled like an area.
        filter: ["==", ["geometry-type"], "Polygon"],
        paint: { "fill-color": paint.water },
      },
      names("waters", 11, { "text-color": paint.waterName, "text-halo-color": paint.water }),
      names("towns", 12, { "text-color": paint.town, "text-halo-color": paint.halo }),
    ],
  };
}

type Layer = StyleSpecification["layers"][number];

function names(
  source: "waters" | "towns",
  size: number,
  paint: Readonly<Record<"text-color" | "text-halo-color", string>>,
): Layer {
  return {
    id: source,
    type: "symbol",
    source,
    filter: [">=", ["zoom"], ["get", "fromZoom"]],
    layout: {
      "text-field": ["get", "name"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 4, size - 1, 10, size + 2],
      "text-letter-spacing": source === "waters" ? 0.12 : 0,
      "text-font": ["sans-serif"],
      "text-padding": 6,
    },
    paint: { ...paint, "text-halo-width": 1.4 },
  };
}

function land(source: "far" | "near", minzoom: number, paint: Paint): Layer {
  return {
    id: `${source}-land`,
    type: "fill",
    source,
    minzoom,
    filter: ["==", ["get", "kind"], "land"],
    paint: { "fill-color": paint.land, "fill-antialias": false },
  };
}

interface Span {
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly name?: string;
}

function shoreAndRivers(
  source: "far" | "near",
  paint: Paint,
  { minzoom, maxzoom, name = source }: Span,
): Layer[] {
  return [
    {
      id: `${name}-shore`,
      type: "line",
      source,
      minzoom,
      maxzoom,
      filter: ["==", ["get", "kind"], "land"],
      paint: { "line-color": paint.shore, "line-width": 0.8 },
    },
    {
      id: `${name}-seam`,
      type: "line",
      source,
      minzoom,
      maxzoom,
      filter: ["==", ["get", "kind"], "seam"],
      layout: { "line-cap": "square" },
      paint: { "line-color": paint.land, "line-width": 2.4 },
    },
    {
      id: `${name}-rivers`,
      type: "line",
      source,
      minzoom,
      maxzoom,
      filter: ["==", ["get", "kind"], "river"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": paint.river,
        "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 4, 0.6, 10, 2, 14, 5],
      },
    },
  ];
}

/** Erases the coarse land where the detailed part has its own. */
function frame() {
  const [west, south, east, north] = NEAR;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: "Feature" as const,
    properties: {},
    geometry: { type: "Polygon" as const, coordinates: [ring] },
  };
}
