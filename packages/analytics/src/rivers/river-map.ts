/** Where a place is on the rivers of a study, by the definitions of docs/science.md. */
import type { Position, RiverDrawing, RiverPlace, WaterLines } from "@zpr/model";
import pointInPolygon from "point-in-polygon-hao";
import { lineIndex } from "./line-index.ts";
import { metresToMouth } from "./origin.ts";
import { surveyRiver } from "./survey.ts";

/** Feet whose distances differ by no more than this are equally near: the noise of a tracker. */
const TIE_METRES = 50;
/** Further from every line a place has no kilometre: it is at sea, or nowhere near the river. */
const FAR_METRES = 10_000;

/** The rivers of a study as a map to look places up in. */
export interface RiverMap {
  /** The nearest place on a centre line, if one is within 10 km; of several equally near the one closest to where the journey was before. */
  locate(position: Position, before?: RiverPlace | null): RiverPlace | null;
  /** Whether an item there drifts: within the corridor or on known water. Everywhere, where nobody drew a river. */
  isWater(position: Position): boolean;
}

/** Makes a map of drawings that have no problems; `waterLines` widen the corridor without kilometres. */
export function riverMap(
  rivers: readonly RiverDrawing[],
  {
    corridorMetres,
    waterLines,
  }: { readonly corridorMetres: number; readonly waterLines: WaterLines | null },
): RiverMap {
  const scales = rivers.map((drawing) => riverScale(drawing));
  const water = rivers.flatMap((drawing) => drawing.water).map(withBox);
  const beside = waterLines && lineIndex(waterLines);
  const isDrawn = rivers.length > 0 || beside !== null;
  return {
    locate(position, before) {
      const found = scales.flatMap((scale) => scale(position));
      const nearest = Math.min(...found.map((place) => place.offsetMetres));
      const equal = found.filter((place) => place.offsetMetres <= nearest + TIE_METRES);
      return equal.sort((a, b) => strangeness(a, before) - strangeness(b, before))[0] ?? null;
    },
    isWater(position) {
      if (!isDrawn) return true;
      const isNear = scales.some((scale) =>
        scale(position).some((place) => place.offsetMetres <= corridorMetres),
      );
      if (isNear || (beside && beside.within(position, corridorMetres).length > 0)) return true;
      return water.some((area) => area.holds(position));
    },
  };
}

/** How little a place goes with the one before, kilometres; without one before, how far off the line it is. */
function strangeness(place: RiverPlace, before: RiverPlace | null | undefined): number {
  if (!before) return place.offsetMetres;
  const elsewhere = place.line === before.line ? 0 : 1_000_000;
  return elsewhere + Math.abs(place.kilometre - before.kilometre);
}

type Scale = (position: Position) => readonly RiverPlace[];

/** The equally near places on one river. */
function riverScale(drawing: RiverDrawing): Scale {
  const survey = surveyRiver(drawing);
  const zero = survey.originMetres;
  return (position) => {
    const nearest = survey.index.nearest(position);
    if (!nearest || nearest.offsetMetres > FAR_METRES) return [];
    const feet = survey.index.within(position, nearest.offsetMetres + TIE_METRES);
    return feet.flatMap((foot) => {
      const toMouth = metresToMouth(foot, survey);
      if (toMouth === null) return [];
      return [
        {
          line: survey.flowing[foot.line]?.name ?? "",
          lineNumber: foot.line,
          kilometresToMouth: toMouth / 1000,
          kilometre: (zero - toMouth) / 1000,
          offsetMetres: foot.offsetMetres,
        },
      ];
    });
  };
}

/** A polygon that is looked into only from near by. */
function withBox(polygon: RiverDrawing["water"][number]) {
  const [outer = []] = polygon;
  const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
  const [west, east] = [smallest(xs), -smallest(xs.map((x) => -x))];
  const [south, north] = [smallest(ys), -smallest(ys.map((y) => -y))];
  const rings = polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]));
  return {
    holds: ([x, y]: Position) =>
      x >= west && x <= east && y >= south && y <= north && pointInPolygon([x, y], rings) !== false,
  };
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
}
