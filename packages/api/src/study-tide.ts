import {
  atKilometre,
  distanceMetres,
  measuredTide,
  openTideDatabase,
  riverMap,
  type TideStation,
  tellTide,
} from "@zpr/analytics";
import type { Position } from "@zpr/model";
import type { RiverStore, TideLags, WaterLevelSeries, WaterLevelStore } from "@zpr/ports";

/** Measured levels nearer than this are the tide of a place, whatever is predicted elsewhere. */
const MEASURED_REACH_METRES = 20_000;
/** As far as spring and neap look to both sides. */
const MARGIN = 16.5 * 86_400_000;
const MOST = 1000;
const SERIES = /^series\/(\d{1,9})$/;

/** Where and when a tide is asked for; milliseconds since 1970 UTC. */
interface Wanted {
  readonly studyId: number;
  readonly position: Position;
  readonly from: number;
  readonly to: number;
}

/** What a study knows of a tide: by whom, how far away, and how much later it comes. */
export interface StudyTide {
  readonly station: TideStation;
  readonly distanceMetres: number;
  readonly lagMinutes: number;
}

interface Ports {
  readonly waterLevelStore: WaterLevelStore;
  readonly riverStore: RiverStore;
}

/** The tide by a study's own measurements near by, else by its lags along the river; undefined when it has neither there and then. */
export async function studyTide(ports: Ports, wanted: Wanted): Promise<StudyTide | undefined> {
  const { waterLevelStore } = ports;
  const series = await waterLevelStore.list([wanted.studyId], { after: undefined, limit: MOST });
  const near = series
    .map((one) => ({ one, metres: distanceMetres(wanted.position, one.position) }))
    .filter(({ metres }) => metres <= MEASURED_REACH_METRES)
    .sort((a, b) => a.metres - b.metres);
  for (const { one, metres } of near) {
    const station = await measuredStation(waterLevelStore, one, wanted);
    if (station) return { station, distanceMetres: metres, lagMinutes: 0 };
  }
  return tideByLags(ports, wanted, series);
}

async function tideByLags(
  { waterLevelStore, riverStore }: Ports,
  wanted: Wanted,
  series: readonly WaterLevelSeries[],
): Promise<StudyTide | undefined> {
  const table = await waterLevelStore.lags(wanted.studyId);
  if (!table) return undefined;
  const rivers = await riverStore.list([wanted.studyId], { after: undefined, limit: MOST });
  const map = riverMap(rivers, { corridorMetres: 0, waterLines: null });
  const lagMinutes = lagAt(table, map.locate(wanted.position)?.kilometre);
  if (lagMinutes === undefined) return undefined;
  const id = SERIES.exec(table.station)?.[1];
  const own = series.find((one) => String(one.id) === id);
  // By lag minutes later is there what was at the station by so much earlier.
  const lag = lagMinutes * 60_000;
  const then = { from: wanted.from - lag, to: wanted.to - lag };
  const station =
    id === undefined
      ? (await openTideDatabase()).station(table.station)
      : own && (await measuredStation(waterLevelStore, own, then));
  if (!station) return undefined;
  const metres = distanceMetres(wanted.position, station.position);
  return { station, distanceMetres: metres, lagMinutes };
}

/** Lags say nothing of places further up or down than they were given for. */
function lagAt({ lags }: TideLags, kilometre: number | undefined): number | undefined {
  const [first, last] = [lags[0], lags.at(-1)];
  if (kilometre === undefined || !first || !last) return undefined;
  if (kilometre < first[0] || kilometre > last[0]) return undefined;
  return lags.length === 1 ? first[1] : Math.round(atKilometre(lags, kilometre) * 10) / 10;
}

async function measuredStation(
  store: WaterLevelStore,
  { id, name, position }: WaterLevelSeries,
  { from, to }: Pick<Wanted, "from" | "to">,
): Promise<TideStation | undefined> {
  const levels = await store.levels(id, new Date(from - MARGIN), new Date(to + MARGIN));
  if (!tellTide(levels, from, to)) return undefined;
  const licence = { name: "the study's own", url: "" };
  const credit = `Water levels measured at ${name}, uploaded by the study`;
  return measuredTide({ id: `series/${id}`, name, position, licence, credit }, levels);
}
