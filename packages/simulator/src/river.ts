import type { Position } from "@zpr/model";

/** A directed centre line with river kilometres and half-widths; what items drift on. */
export interface River {
  readonly name: string;
  readonly credit: string;
  readonly firstKilometre: number;
  readonly lastKilometre: number;
  /** Where a river kilometre is; `offsetMetres` to the right of the centre, looking seaward. */
  positionAt(kilometre: number, offsetMetres: number): Position;
  /** Metres from the centre line to the bank. */
  halfWidthAt(kilometre: number): number;
  /** The river kilometre of a named place. */
  kilometreOf(place: string): number;
}

/** What the prepared river file holds. */
export interface RiverData {
  readonly name: string;
  readonly credit: string;
  readonly places: readonly { readonly name: string; readonly kilometre: number }[];
  /** Longitude and latitude of each vertex. */
  readonly coordinates: readonly (readonly number[])[];
  readonly kilometres: readonly number[];
  readonly halfWidthMetres: readonly number[];
}

const METRES_PER_DEGREE = 111_320;

/** Makes a river of prepared data. */
export function river(data: RiverData): River {
  const { kilometres, coordinates, halfWidthMetres } = data;
  const firstKilometre = kilometres[0] ?? 0;
  const lastKilometre = kilometres.at(-1) ?? 0;

  return {
    name: data.name,
    credit: data.credit,
    firstKilometre,
    lastKilometre,

    positionAt(kilometre, offsetMetres) {
      const { index, share } = locate(kilometres, kilometre);
      const [west = 0, south = 0] = coordinates[index] ?? [];
      const [east = 0, north = 0] = coordinates[index + 1] ?? [];
      const perDegreeEast = METRES_PER_DEGREE * Math.cos((south * Math.PI) / 180);
      const along = [(east - west) * perDegreeEast, (north - south) * METRES_PER_DEGREE] as const;
      const metresAside = offsetMetres / Math.hypot(...along);
      return [
        west + (east - west) * share + (along[1] * metresAside) / perDegreeEast,
        south + (north - south) * share - (along[0] * metresAside) / METRES_PER_DEGREE,
      ];
    },

    halfWidthAt(kilometre) {
      const { index, share } = locate(kilometres, kilometre);
      const before = halfWidthMetres[index] ?? 0;
      return before + ((halfWidthMetres[index + 1] ?? before) - before) * share;
    },

    kilometreOf(place) {
      const found = data.places.find(({ name }) => name === place);
      if (!found) throw new RangeError(`no place on the ${data.name} is called ${place}`);
      return found.kilometre;
    },
  };
}

/** The vertex before a kilometre, and how far it is from there to the next. */
function locate(
  kilometres: readonly number[],
  kilometre: number,
): { readonly index: number; readonly share: number } {
  const last = kilometres.length - 1;
  const wanted = Math.min(kilometres[last] ?? 0, Math.max(kilometres[0] ?? 0, kilometre));
  let low = 0;
  let high = last - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((kilometres[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  const from = kilometres[low] ?? 0;
  const to = kilometres[low + 1] ?? from;
  return { index: low, share: to > from ? (wanted - from) / (to - from) : 0 };
}
