/** Drawing of centre lines on a map, by Terra Draw; loaded only when somebody draws. */
import type { Position } from "@zpr/model";
import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { isOnMap, newLineId } from "./river-draft.ts";

/** What the pointer does: only moves the map, adds a line, or changes one. */
export type DrawMode = "look" | "draw" | "edit";

/** A line by its id, as it stands on the map. */
export interface LineOnMap {
  readonly id: number;
  readonly coordinates: readonly Position[];
}

/** Lines that can be drawn and changed on a map. */
export interface LineDrawing {
  setMode(mode: DrawMode): void;
  /** Puts other lines in place of all. */
  show(lines: readonly LineOnMap[]): void;
  choose(id: number | undefined): void;
}

interface Listeners {
  readonly onLines: (lines: readonly LineOnMap[]) => void;
  readonly onChosen: (id: number | undefined) => void;
}

const MODES = { look: "static", draw: "linestring", edit: "select" } as const;
/** A tenth of a metre. */
const DECIMALS = 6;
const SNAPPING = { toCoordinate: true, toLine: true };

/** Lets lines be drawn until the map is removed; `dark` is for the base map beneath. */
export function drawLines(
  map: MapLibreMap,
  dark: boolean,
  { onLines, onChosen }: Listeners,
): LineDrawing {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    idStrategy: { isValidId: (id) => typeof id === "number", getId: newLineId },
    modes: modes(dark ? "#8fd0ea" : "#1d5f83", dark ? "#e4ff1a" : "#b3005e"),
  });
  let mode: DrawMode = "look";
  let showing = false;
  draw.start();
  draw.setMode(MODES[mode]);
  const tell = () => onLines(linesIn(draw.getSnapshot()));
  draw.on("finish", tell);
  draw.on("change", (_, type) => {
    if (type === "delete" && !showing && mode === "edit") tell();
  });
  draw.on("select", (id) => onChosen(Number(id)));
  draw.on("deselect", () => {
    if (!showing) onChosen(undefined);
  });

  return {
    setMode(wanted) {
      mode = wanted;
      draw.setMode(MODES[mode]);
    },

    show(lines) {
      showing = true;
      draw.setMode("static");
      draw.clear();
      draw.addFeatures(lines.filter(isOnMap).map(toFeature));
      draw.setMode(MODES[mode]);
      showing = false;
    },

    choose(id) {
      if (mode !== "edit" || id === undefined || !draw.hasFeature(id)) return;
      showing = true;
      draw.selectFeature(id);
      showing = false;
    },
  };
}

function modes(line: `#${string}`, chosen: `#${string}`) {
  return [
    new TerraDrawLineStringMode({
      snapping: SNAPPING,
      styles: { lineStringColor: line, lineStringWidth: 3, closingPointColor: chosen },
    }),
    new TerraDrawSelectMode({
      styles: {
        selectedLineStringColor: chosen,
        selectedLineStringWidth: 4,
        selectionPointColor: chosen,
        selectionPointWidth: 7,
        midPointColor: line,
        midPointWidth: 5,
      },
      flags: {
        linestring: {
          feature: {
            draggable: false,
            coordinates: { midpoints: true, draggable: true, deletable: true, snappable: SNAPPING },
          },
        },
      },
    }),
  ];
}

function toFeature({ id, coordinates }: LineOnMap): GeoJSONStoreFeatures {
  const rounded = coordinates.map((place) => place.map((value) => Number(value.toFixed(DECIMALS))));
  return {
    id,
    type: "Feature",
    geometry: { type: "LineString", coordinates: rounded },
    properties: { mode: "linestring" },
  };
}

function linesIn(features: readonly GeoJSONStoreFeatures[]): readonly LineOnMap[] {
  return features.flatMap(({ id, geometry, properties }) =>
    geometry.type === "LineString" &&
    properties["mode"] === "linestring" &&
    properties["currentlyDrawing"] !== true
      ? [{ id: Number(id), coordinates: geometry.coordinates as unknown as readonly Position[] }]
      : [],
  );
}
