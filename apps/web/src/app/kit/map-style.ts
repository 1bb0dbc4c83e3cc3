import type { StyleSpecification } from "maplibre-gl";
import { townFeatures } from "./map-places.ts";

interface Paint {
  readonly water: string;
  readonly land: string;
  readonly shore: string;
  readonly river: string;
  readonly town: string;
  readonly halo: string;
}

const DAY: Paint = {
  water: "#c4dde9",
  land: "#efebe3",
  shore: "#8fb6c9",
  river: "#a9cddd",
  town: "#33444d",
  halo: "#f8f6f1",
};
const NIGHT: Paint = {
  water: "#0f2c3b",
  land: "#1c2529",
  shore: "#2c5366",
  river: "#22495c",
  town: "#b9c6cc",
  halo: "#10191e",
};

/** Where the detailed part of the bundled map ends: west, south, east, north. */
const NEAR = [1.4, 50.6, 9.2, 54] as const;
/** From this zoom on the detailed part takes over. */
const NEAR_ZOOM = 6.5;

const CREDIT = "Coast and rivers: GSHHG 2.3.7, LGPL-3.0-or-later · tidal Scheldt: schematic";

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
        paint: { "fill-color": paint.water, "fill-outline-color": paint.shore },
      },
      {
        id: "towns",
        type: "symbol",
        source: "towns",
        filter: [">=", ["zoom"], ["get", "fromZoom"]],
        layout: {
          "text-field": ["get", "name"],
          "text-size": ["interpolate", ["linear"], ["zoom"], 4, 11, 10, 14],
          "text-font": ["sans-serif"],
          "text-padding": 6,
        },
        paint: { "text-color": paint.town, "text-halo-color": paint.halo, "text-halo-width": 1.4 },
      },
    ],
  };
}

type Layer = StyleSpecification["layers"][number];

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
