import type { LayerSpecification } from "maplibre-gl";

/** How large a stranding is drawn: hours and pixels of its radius, areas growing with time. */
export const STRANDING_SIZES = [
  { hours: 1, pixels: 5 },
  { hours: 24, pixels: 10 },
  { hours: 240, pixels: 20 },
] as const;

/** Colour of strandings, by the base map beneath. */
export const STRANDING_COLOUR = { day: "#a8321f", night: "#ff9d8a" } as const;

/** Where items lay: rings, the larger the longer. */
export function strandingLayer(source: string, dark: boolean): LayerSpecification {
  const colour = STRANDING_COLOUR[dark ? "night" : "day"];
  return {
    id: "stranding",
    type: "circle",
    source,
    filter: ["==", ["get", "kind"], "stranding"],
    // Short ones above long ones, or nobody could choose them.
    layout: { "circle-sort-key": ["-", 0, ["get", "hours"]] },
    paint: {
      "circle-radius": [
        "interpolate",
        ["linear"],
        ["sqrt", ["get", "hours"]],
        ...STRANDING_SIZES.flatMap(({ hours, pixels }) => [Math.sqrt(hours), pixels]),
      ] as never,
      "circle-color": colour,
      "circle-opacity": 0.25,
      "circle-stroke-width": 2,
      "circle-stroke-color": colour,
    },
  };
}
