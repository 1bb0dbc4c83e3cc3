import type { LayerSpecification } from "maplibre-gl";

/** What a map shows of ours; each kind can be hidden. */
export const MAP_KINDS = ["track", "fix", "release", "item", "sighting", "tracker"] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** The source that holds the features given to a map. */
export const FEATURES = "zpr-features";
/** The source of the server's tiles of fixes. */
export const FIX_TILES = "zpr-fix-tiles";

/** Layers of our features, those drawn first at the bottom; `dark` is for the base map beneath. */
export function featureLayers(
  dark: boolean,
): readonly (LayerSpecification & { readonly id: MapKind | "track-edge" })[] {
  const line = dark ? "#8fd0ea" : "#1d5f83";
  const edge = dark ? "#0b1f2a" : "#ffffff";
  return [
    {
      id: "track-edge",
      type: "line",
      source: FEATURES,
      filter: ["==", ["get", "kind"], "track"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": edge, "line-width": 3.5, "line-opacity": 0.4 },
    },
    {
      id: "track",
      type: "line",
      source: FEATURES,
      filter: ["==", ["get", "kind"], "track"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": line, "line-width": 1.6, "line-opacity": 0.6 },
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
    mark("release"),
    mark("item"),
    mark("sighting"),
    mark("tracker"),
  ];
}

/** The server's fixes: cells with a count from afar, points from near, doubted ones hollow. */
export function fixTileLayer(dark: boolean): LayerSpecification {
  const colour = dark ? "#9cc5da" : "#1d5f83";
  return {
    id: "fix-tiles",
    type: "circle",
    source: FIX_TILES,
    "source-layer": "fixes",
    paint: {
      "circle-color": colour,
      "circle-opacity": ["case", ["==", ["get", "flagged"], 1], 0, 0.55],
      "circle-stroke-color": ["case", ["==", ["get", "flagged"], 1], "#b45309", colour],
      "circle-stroke-width": ["case", ["==", ["get", "flagged"], 1], 1, 0],
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

function mark(kind: MapKind): LayerSpecification & { readonly id: MapKind } {
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
