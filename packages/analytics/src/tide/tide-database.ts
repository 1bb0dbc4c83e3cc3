import type { Position } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import { predictTide, type StationConstituents, type TideStation } from "./tide-station.ts";

type Known = typeof import("@neaps/tide-database")["allStations"][number];

/** A station and how far it is from somewhere. */
export interface NearTideStation {
  readonly station: TideStation;
  readonly distanceMetres: number;
}

/** The tide stations of the world whose constituents may be used by anybody. */
export interface TideDatabase {
  /** The station with this id, good or not; undefined when there is none or its licence forbids. */
  station(id: string): TideStation | undefined;
  /** The nearest good station; undefined when there is none within the reach. */
  nearest(position: Position, reachMetres?: number): NearTideStation | undefined;
}

/** Farther away the tide is another one. */
export const TIDE_REACH_METRES = 60_000;
/** Constituents of a shorter record are off, as those of Vlissingen from two years are. */
const LEAST_YEARS = 3;
/** Out of 100, as the database rates a station's record. */
const LEAST_SCORE = 60;
const YEAR = 365.25 * 86_400_000;

let opened: Promise<TideDatabase> | undefined;

/** Opens the tide database; it is big, so it is read when the first one asks, once. */
export function openTideDatabase(): Promise<TideDatabase> {
  opened ??= import("@neaps/tide-database").then(databaseOf);
  return opened;
}

function databaseOf({
  stationsById,
  near,
}: Pick<typeof import("@neaps/tide-database"), "stationsById" | "near">): TideDatabase {
  const predicted = new Map<string, TideStation>();
  const predictionOf = (known: Known): TideStation => {
    const station = predicted.get(known.id) ?? predictTide(constituentsOf(known));
    predicted.set(known.id, station);
    return station;
  };

  return {
    station(id) {
      const known = stationsById.get(id);
      return known && isFree(known) ? predictionOf(known) : undefined;
    },

    nearest(position, reachMetres = TIDE_REACH_METRES) {
      const [lon, lat] = position;
      // Its own distances are on a sphere, up to half a percent off: ask a little wider, measure again.
      const maxDistance = (reachMetres / 1000) * 1.01;
      const [best] = near({ lon, lat, maxDistance, maxResults: 5, filter: isGood })
        .map(([known]) => ({ known, distanceMetres: distanceMetres(position, placeOf(known)) }))
        .filter((found) => found.distanceMetres <= reachMetres)
        .sort((a, b) => a.distanceMetres - b.distanceMetres);
      return best && { station: predictionOf(best.known), distanceMetres: best.distanceMetres };
    },
  };
}

/** Free for any use, and with constituents of its own. Ids in `cmems` are relayed for non-commercial use. */
function isFree({ id, type, license }: Known): boolean {
  return license.commercial_use && !id.endsWith("cmems") && type === "reference";
}

function isGood(known: Known): boolean {
  const { quality, epoch } = known;
  if (!isFree(known) || !quality?.accepted || quality.score < LEAST_SCORE) return false;
  // Agencies that publish constituents of their own often do not say from which years.
  return !epoch || Date.parse(epoch.end) - Date.parse(epoch.start) >= LEAST_YEARS * YEAR;
}

function placeOf({ longitude, latitude }: Known): Position {
  return [longitude, latitude];
}

function constituentsOf(known: Known): StationConstituents {
  return {
    id: known.id,
    name: known.name,
    position: placeOf(known),
    licence: { name: known.license.type, url: known.license.url },
    credit: known.attribution ?? "",
    constituents: known.harmonic_constituents,
  };
}
