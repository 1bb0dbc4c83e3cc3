import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { strandingLayer } from "./map-strandings.ts";
import { TRACK_LAYERS, trackLayers } from "./map-track-layers.ts";

/** What a map shows of ours; each kind can be hidden. */
export const MAP_KINDS = [
  "density",
  "track",
  "fix",
  "stranding",
  "release",
  "item",
  "sighting",
  "tracker",
] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** The source that holds the features given to a map, but for tracks. */
export const FEATURES = "zpr-features";
/** The source of the server's tiles of fixes. */
export const FIX_TILES = "zpr-fix-tiles";

/** The layers that draw a kind. */
export const LAYERS_OF: Readonly<Record<MapKind, readonly string[]>> = {
  density: ["density"],
  track: TRACK_LAYERS,
  fix: ["fix", "fix-tiles", "network"],
  stranding: ["stranding"],
  release: ["release"],
  item: ["item"],
  sighting: ["sighting"],
  tracker: ["tracker"],
};

const CHOSEN = ["==", ["get", "chosen"], true] satisfies ExpressionSpecification;
const FLAGGED = ["==", ["get", "flagged"], 1] satisfies ExpressionSpecification;
const HOLLOW = ["any", FLAGGED, ["==", ["get", "network"], 1]] satisfies ExpressionSpecification;

/**
 * Layers of our features, those drawn first at the bottom; `dark` is for the base map beneath.
 * A feature with the property `chosen` stands out.
 */
export function featureLayers(dark: boolean): readonly LayerSpecification[] {
  const line = dark ? "#8fd0ea" : "#1d5f83";
  const edge = dark ? "#0b1f2a" : "#ffffff";
  return [
    accuracy(line),
    ...trackLayers(dark),
    {
      id: "halo",
      type: "circle",
      source: FEATURES,
      filter: ["all", ["==", ["geometry-type"], "Point"], CHOSEN],
      paint: {
        "circle-radius": 17,
        "circle-color": "#e4ff1a",
        "circle-opacity": 0.45,
        "circle-stroke-width": 2.5,
        "circle-stroke-color": dark ? "#e4ff1a" : "#0b1f2a",
      },
    },
    {
      id: "fix",
      type: "circle",
      source: FEATURES,
      filter: ["==", ["get", "kind"], "fix"],
      paint: {
        "circle-radius": 3,
        "circle-color": line,
        "circle-stroke-width": 1,
        "circle-stroke-color": edge,
      },
    },
    {
      id: "network",
      type: "circle",
      source: FEATURES,
      filter: ["==", ["get", "kind"], "network"],
      paint: {
        "circle-radius": 4,
        "circle-color": line,
        "circle-opacity": 0.15,
        "circle-stroke-width": 1,
        "circle-stroke-color": line,
      },
    },
    strandingLayer(FEATURES, dark),
    mark("release"),
    mark("item"),
    mark("sighting"),
    mark("tracker"),
  ];
}

/** The server's fixes: cells with a count from afar, points from near; hollow are doubted ones and, in their own colour, places by the network. */
export function fixTileLayer(dark: boolean): LayerSpecification {
  const colour = dark ? "#9cc5da" : "#1d5f83";
  return {
    id: "fix-tiles",
    type: "circle",
    source: FIX_TILES,
    "source-layer": "fixes",
    paint: {
      "circle-color": colour,
      "circle-opacity": ["case", HOLLOW, 0, 0.55],
      "circle-stroke-color": ["case", FLAGGED, "#b45309", colour],
      "circle-stroke-width": ["case", HOLLOW, 1, 0],
      "circle-radius": [
        "interpolate",
        ["linear"],
        ["sqrt", ["coalesce", ["get", "count"], 1]],
        1,
        2.5,
        30,
        9,
      ],
    },
  };
}

/** Where fixes lie thick: a cell with a count from afar and a point from near weigh alike. */
export function densityLayer(dark: boolean): LayerSpecification {
  return {
    id: "density",
    type: "heatmap",
    source: FIX_TILES,
    "source-layer": "fixes",
    filter: ["!=", ["get", "flagged"], 1],
    paint: {
      "heatmap-weight": [
        "interpolate",
        ["linear"],
        ["ln", ["+", 1, ["coalesce", ["get", "count"], 1]]],
        0,
        0,
        12,
        1,
      ],
      "heatmap-intensity": ["interpolate", ["linear"], ["zoom"], 5, 0.5, 16, 1.2],
      // Wider than cells are apart, or each would be a spot of its own.
      "heatmap-radius": ["interpolate", ["linear"], ["zoom"], 5, 20, 12, 24, 16, 26],
      "heatmap-opacity": 0.8,
      "heatmap-color": [
        "interpolate",
        ["linear"],
        ["heatmap-density"],
        0,
        "rgba(0,0,0,0)",
        ...DENSITY_RAMP[dark ? "night" : "day"].flatMap((colour, at, all) => [
          0.08 + (0.92 * at) / (all.length - 1),
          colour,
        ]),
      ] as ExpressionSpecification,
    },
  };
}

/** From few to many: always towards what stands out from the map beneath (as Inferno, turned by day). */
export const DENSITY_RAMP = {
  day: ["#fcb45f", "#e8602d", "#a52c60", "#57106e", "#1b0c41"],
  night: ["#57106e", "#a52c60", "#e8602d", "#fcb45f", "#fcffa4"],
} as const;

/** The circle within which a phone knew its place. */
function accuracy(colour: string): LayerSpecification {
  return {
    id: "accuracy",
    type: "line",
    source: FEATURES,
    filter: ["==", ["get", "kind"], "accuracy"],
    paint: { "line-color": colour, "line-width": 2.5, "line-dasharray": [2, 1.5] },
  };
}

function mark(kind: MapKind): LayerSpecification {
  return {
    id: kind,
    type: "symbol",
    source: FEATURES,
    filter: ["all", ["==", ["get", "kind"], kind], ["==", ["geometry-type"], "Point"]],
    layout: {
      "icon-image": ["coalesce", ["get", "mark"], kind],
      "icon-allow-overlap": true,
      "icon-size": ["interpolate", ["linear"], ["zoom"], 6, 0.6, 12, 1],
    },
  };
}
