/** How a river is drawn on a map: where it flows, its kilometre posts, its sections, its mouth. */
import type { Position } from "@zpr/model";
import type { Feature } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { type KilometreLine, kilometrePosts, stretchOf } from "./along-line.ts";
import { addArrow, labelImage } from "./river-marks.ts";

/** What of a river a map shows. */
export interface ShownRiver {
  readonly lines: readonly KilometreLine[];
  readonly water: readonly unknown[];
  readonly sections: readonly {
    readonly fromKilometre: number;
    readonly toKilometre: number;
    readonly line: string | null;
  }[];
  readonly mouth: Position | null;
  readonly origin: Position | null;
}

const SOURCE = "zpr-river";
/** Told apart by people who see colours otherwise (Okabe and Ito's, without yellow); each has its number as well. */
export const SECTION_COLOURS = [
  "#d55e00",
  "#0072b2",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#e69f00",
] as const;

/** Adds the layers once. */
export function addRiverLayers(map: MapLibreMap, dark: boolean): void {
  if (map.getSource(SOURCE)) return;
  addArrow(map, dark);
  map.addSource(SOURCE, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  for (const layer of layers(dark)) map.addLayer(layer);
}

/** Shows a river in place of the one before. */
export function showRiver(map: MapLibreMap, river: ShownRiver): void {
  const features = [
    ...river.water.map((rings) => polygon(rings)),
    ...river.lines.map(({ coordinates }) => line(coordinates, { kind: "line" })),
    ...sectionFeatures(map, river),
    ...kilometrePosts(river.lines).map(({ kilometre, position }) =>
      point(position, labelImage(map, String(kilometre), "post")),
    ),
    ...(river.mouth ? [point(river.mouth, labelImage(map, "⚑", "mouth"))] : []),
    ...(river.origin ? [point(river.origin, labelImage(map, "◎", "mouth"))] : []),
  ];
  map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: "FeatureCollection", features });
}

function sectionFeatures(map: MapLibreMap, { lines, sections }: ShownRiver): readonly Feature[] {
  return sections.flatMap(({ fromKilometre, toKilometre, line: name }, at) => {
    const colour = SECTION_COLOURS[at % SECTION_COLOURS.length] ?? SECTION_COLOURS[0];
    const on = lines.filter((one) => name === null || one.name === name);
    return on.flatMap((one) => {
      const stretch = stretchOf(one, fromKilometre, toKilometre);
      const middle = stretch?.[Math.floor(stretch.length / 2)];
      if (!stretch || !middle) return [];
      const image = labelImage(map, String(at + 1), colour);
      return [line(stretch, { kind: "section", colour }), point(middle, image)];
    });
  });
}

function layers(dark: boolean): readonly LayerSpecification[] {
  const colour = dark ? "#8fd0ea" : "#1d5f83";
  const round = { "line-cap": "round", "line-join": "round" } as const;
  return [
    {
      id: "river-water",
      type: "fill",
      source: SOURCE,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colour, "fill-opacity": 0.18, "fill-outline-color": colour },
    },
    {
      id: "river-section",
      type: "line",
      source: SOURCE,
      filter: ["==", ["get", "kind"], "section"],
      layout: { ...round, "line-cap": "butt" },
      paint: { "line-color": ["get", "colour"], "line-width": 11, "line-opacity": 0.75 },
    },
    {
      id: "river-line",
      type: "line",
      source: SOURCE,
      filter: ["==", ["get", "kind"], "line"],
      layout: round,
      paint: { "line-color": colour, "line-width": 2.5 },
    },
    {
      id: "river-arrow",
      type: "symbol",
      source: SOURCE,
      filter: ["==", ["get", "kind"], "line"],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 90,
        "icon-image": "river-arrow",
        "icon-rotation-alignment": "map",
      },
    },
    {
      id: "river-label",
      type: "symbol",
      source: SOURCE,
      filter: ["==", ["geometry-type"], "Point"],
      layout: { "icon-image": ["get", "image"], "icon-padding": 6 },
    },
  ];
}

function line(coordinates: readonly Position[], properties: Feature["properties"]): Feature {
  const places = coordinates.map(([x, y]) => [x, y]);
  return { type: "Feature", properties, geometry: { type: "LineString", coordinates: places } };
}

function polygon(rings: unknown): Feature {
  const coordinates = rings as number[][][];
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } };
}

function point([x, y]: Position, image: string): Feature {
  return {
    type: "Feature",
    properties: { image },
    geometry: { type: "Point", coordinates: [x, y] },
  };
}
