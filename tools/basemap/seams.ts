import type { Place, Region } from "./gmt.ts";

/** Degrees: what snapping and rounding may have moved. */
const NEARLY = 0.0015;

/**
 * The edges of land that are cuts and no shores: they lie on the frame of the region. The map paints
 * over their outline.
 */
export function seams(rings: readonly (readonly Place[])[], region: Region): Place[][] {
  const [west, east, south, north] = region;
  const sides: readonly ((place: Place) => number)[] = [
    ([x]) => x - west,
    ([x]) => x - east,
    ([, y]) => y - south,
    ([, y]) => y - north,
  ];
  const isCut = (from: Place, to: Place) =>
    sides.some((away) => Math.abs(away(from)) < NEARLY && Math.abs(away(to)) < NEARLY);
  return rings.flatMap((ring) =>
    ring.slice(1).flatMap((to, index) => {
      const from = ring[index];
      return from && isCut(from, to) ? [[from, to]] : [];
    }),
  );
}
