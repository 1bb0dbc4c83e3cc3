import { EPISODE_STATES } from "@zpr/model";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { STATE_DASHES, stateColours } from "./state-colours.ts";

const WAY = "zpr-way";
const MOMENT = "zpr-moment";
const POINT = ["==", ["geometry-type"], "Point"] satisfies ExpressionSpecification;
const LINE = ["==", ["geometry-type"], "LineString"] satisfies ExpressionSpecification;
const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** Adds the layers of a journey's episodes beneath the marks, and of the moment that is looked at above. */
export function addWayLayers(map: MapLibreMap, dark: boolean): void {
  const colours = stateColours(dark);
  const edge = dark ? "#0b1f2a" : "#ffffff";
  const chosen = dark ? "#e4ff1a" : "#0b1f2a";
  map.addSource(WAY, { type: "geojson", data: NOTHING });
  map.addSource(MOMENT, { type: "geojson", data: NOTHING });
  map.addLayer(
    {
      id: "way-chosen",
      type: "line",
      source: WAY,
      filter: ["==", ["get", "at"], -1],
      layout: { "line-cap": "round" },
      paint: { "line-color": chosen, "line-width": 9, "line-opacity": 0.45 },
    },
    "release",
  );
  for (const state of EPISODE_STATES) {
    const dash = STATE_DASHES[state];
    map.addLayer(
      {
        id: `way-${state}`,
        type: "line",
        source: WAY,
        filter: ["all", LINE, ["==", ["get", "state"], state]],
        paint: {
          "line-color": colours[state],
          "line-width": 2.5,
          ...(dash && { "line-dasharray": [...dash] }),
        },
      },
      "release",
    );
  }
  map.addLayer(
    {
      id: "way-places",
      type: "circle",
      source: WAY,
      filter: POINT,
      paint: {
        "circle-radius": 7,
        "circle-color": colourOf(colours),
        "circle-stroke-color": edge,
        "circle-stroke-width": 1.5,
      },
    },
    "release",
  );
  map.addLayer(
    {
      id: "way-place-chosen",
      type: "circle",
      source: WAY,
      filter: ["==", ["get", "at"], -1],
      paint: {
        "circle-radius": 12,
        "circle-opacity": 0,
        "circle-stroke-color": chosen,
        "circle-stroke-width": 3,
      },
    },
    "release",
  );
  map.addLayer({
    id: "way-moment",
    type: "circle",
    source: MOMENT,
    paint: {
      "circle-radius": 7,
      "circle-color": "#e4ff1a",
      "circle-stroke-color": "#0b1f2a",
      "circle-stroke-width": 2.5,
    },
  });
}

/** Shows episodes. */
export function showWay(map: MapLibreMap, way: FeatureCollection): void {
  map.getSource<GeoJSONSource>(WAY)?.setData(way);
}

/** Lets one episode stand out; none with -1. */
export function showChosen(map: MapLibreMap, at: number): void {
  map.setFilter("way-chosen", ["all", LINE, ["==", ["get", "at"], at]]);
  map.setFilter("way-place-chosen", ["all", POINT, ["==", ["get", "at"], at]]);
}

/** Marks where it was at the moment that is looked at. */
export function showMoment(
  map: MapLibreMap,
  position: readonly [number, number] | undefined,
): void {
  const data: FeatureCollection = position
    ? {
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            geometry: { type: "Point", coordinates: [...position] },
            properties: {},
          },
        ],
      }
    : NOTHING;
  map.getSource<GeoJSONSource>(MOMENT)?.setData(data);
}

function colourOf(colours: Readonly<Record<string, string>>): ExpressionSpecification {
  return [
    "match",
    ["get", "state"],
    ...Object.entries(colours).flat(),
    "#6b7780",
  ] as unknown as ExpressionSpecification;
}
