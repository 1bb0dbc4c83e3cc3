import { riverMap } from "@zpr/analytics";
import type { Position, RiverPlace } from "@zpr/model";
import type { River } from "./river.ts";
import type { NewRiver } from "./study-plan.ts";

/** Kilometres between the corners of the line, and between the pieces of wide water. */
const CORNER_KILOMETRES = 0.25;
const PIECE_KILOMETRES = 1;
/** Where the banks are closer, the corridor along the line holds all of the water. */
const NARROW_METRES = 350;
/** Trackers are off by some metres, and lie above the water's edge. */
const MARGIN_METRES = 200;

/** A simulated river as a study draws it: its line, its wide water, sections between places. */
export function riverPlan(river: River, places: readonly string[]): NewRiver {
  const { firstKilometre, lastKilometre } = river;
  const corners = stretch(firstKilometre, lastKilometre, CORNER_KILOMETRES).map((kilometre) =>
    river.positionAt(kilometre, 0),
  );
  const wide = stretch(firstKilometre, lastKilometre, PIECE_KILOMETRES)
    .filter((kilometre) => river.halfWidthAt(kilometre) > NARROW_METRES)
    .map((kilometre) => [pieceAt(river, kilometre)]);
  const origin = { position: river.positionAt(firstKilometre, 0), kilometre: firstKilometre };
  const drawing = { lines: [{ name: river.name, coordinates: corners }], water: [], mouth: null };
  const map = riverMap([{ ...drawing, origin }], { corridorMetres: 500, waterLines: null });
  const ends = places.map((name) => ({
    name,
    kilometre: measured(map.locate(river.positionAt(river.kilometreOf(name), 0))),
  }));
  return {
    name: river.name,
    geoJson: {
      type: "FeatureCollection",
      features: [
        feature(river.name, { type: "LineString", coordinates: corners }),
        feature("wide water", { type: "MultiPolygon", coordinates: wide }),
      ],
    },
    origin,
    sections: ends.slice(1).map((to, at) => ({
      name: `${ends[at]?.name} to ${to.name}`,
      fromKilometre: ends[at]?.kilometre ?? 0,
      toKilometre: to.kilometre,
    })),
  };
}

/** A schematic line is some kilometres longer or shorter than the river: sections go by the line. */
function measured(place: RiverPlace | null): number {
  return Math.round((place?.kilometre ?? 0) * 10) / 10;
}

function feature(name: string, geometry: { readonly type: string; readonly coordinates: unknown }) {
  return { type: "Feature", properties: { name }, geometry };
}

function stretch(from: number, to: number, step: number): readonly number[] {
  const count = Math.floor((to - from) / step);
  return [...Array.from({ length: count }, (_, at) => from + at * step), to];
}

/** A piece of water from bank to bank that reaches into its neighbours, so that bends leave no gaps. */
function pieceAt(river: River, kilometre: number): readonly Position[] {
  const [from, to] = [kilometre - PIECE_KILOMETRES, kilometre + PIECE_KILOMETRES];
  const at = (place: number, side: number) =>
    river.positionAt(place, side * (river.halfWidthAt(kilometre) + MARGIN_METRES));
  return [at(from, -1), at(to, -1), at(to, 1), at(from, 1), at(from, -1)];
}
