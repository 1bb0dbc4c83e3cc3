import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";

/** The source of tracks, which are long and change seldom. */
export const TRACKS = "zpr-tracks";
/** The layers that draw tracks, those drawn first at the bottom. */
export const TRACK_LAYERS = ["track-edge", "track", "track-moving", "track-chosen"] as const;
/** How opaque they are while they are drawn (`drawLessWhileMoving`). */
export const TRACK_OPACITY = { "track-edge": 0.4, track: 0.6, "track-moving": 0.6 } as const;

const CHOSEN = ["==", ["get", "chosen"], true] satisfies ExpressionSpecification;
const AT_ONCE = { "line-opacity-transition": { duration: 0 } } as const;
/** Of thousands of lines as thin as these nobody sees the corners; round ones are many more triangles. */
const PLAIN = { "line-cap": "butt", "line-join": "bevel" } as const;
const ROUND = { "line-cap": "round", "line-join": "round" } as const;

/** Layers of tracks in their levels (`trackLevels`), of a map that rests and of one that moves. */
export function trackLayers(dark: boolean): readonly LayerSpecification[] {
  const line = dark ? "#8fd0ea" : "#1d5f83";
  const edge = dark ? "#0b1f2a" : "#ffffff";
  return [
    {
      ...{ id: "track-edge", type: "line", source: TRACKS },
      ...{ filter: levelFor(false), layout: PLAIN },
      paint: {
        ...{ ...AT_ONCE, "line-color": edge, "line-width": 3.5 },
        "line-opacity": TRACK_OPACITY["track-edge"],
      },
    },
    {
      ...{ id: "track", type: "line", source: TRACKS },
      ...{ filter: levelFor(false), layout: PLAIN },
      paint: {
        ...{ ...AT_ONCE, "line-color": line, "line-width": 1.6 },
        "line-opacity": TRACK_OPACITY.track,
      },
    },
    {
      ...{ id: "track-moving", type: "line", source: TRACKS },
      ...{ filter: levelFor(true), layout: PLAIN },
      paint: { ...AT_ONCE, "line-color": line, "line-width": 1.6, "line-opacity": 0 },
    },
    {
      ...{ id: "track-chosen", type: "line", source: TRACKS },
      ...{ filter: ["all", CHOSEN, levelFor(false)], layout: ROUND },
      paint: { "line-color": dark ? "#e4ff1a" : "#0b1f2a", "line-width": 3 },
    },
  ];
}

function levelFor(moving: boolean) {
  return [
    "all",
    ["==", ["get", "moving"], moving],
    [">=", ["zoom"], ["get", "fromZoom"]],
    ["<", ["zoom"], ["get", "toZoom"]],
  ] satisfies ExpressionSpecification;
}
