import type {
  FixPoint,
  SightingPoint,
  TileCell,
  TileContent,
  TileQuery,
  TileStore,
} from "@zpr/ports";
import type { TilePoint } from "./vector-tile.ts";

/** A layer of map tiles: what it is called, what its points say, and where they come from. */
export interface TileLayer {
  readonly id: string;
  readonly description: string;
  /** Properties of points, as TileJSON describes them. */
  readonly fields: Readonly<Record<string, string>>;
  read(store: TileStore, query: TileQuery): Promise<LayerContent>;
}

/** Points of a layer; where they are summed up, with the level of the cells that their keys are. */
interface LayerContent {
  readonly points: readonly TilePoint[];
  readonly cellLevel?: number;
}

const SUMMED = {
  time: "Unix seconds; the newest where points are summed up",
  count: "1, or how many points are summed up here",
};

/** Everything served under `/tiles`. */
export const LAYERS: readonly TileLayer[] = [
  {
    id: "fixes",
    description: "Positions of trackers",
    fields: {
      ...SUMMED,
      id: "Id of the fix; absent where points are summed up",
      tracker: "Id of the tracker; absent where points are summed up",
      item: "Code of the item the tracker was in; absent where points are summed up",
      flagged: "1 when a quality flag keeps it out of journeys, otherwise 0",
      network: "1 when it is from cells, Wi-Fi or satellites' Doppler, not GNSS; otherwise 0",
    },
    read: async (store, query) => pointsOf(await store.fixes(query), fixPoint),
  },
  {
    id: "sightings",
    description: "Finders' reports",
    fields: {
      ...SUMMED,
      id: "Id of the sighting; absent where points are summed up",
      item: "Item code; absent where points are summed up",
      condition: "Condition of the item; absent where points are summed up",
    },
    read: async (store, query) => pointsOf(await store.sightings(query), sightingPoint),
  },
];

function pointsOf<Point>(
  content: TileContent<Point>,
  toPoint: (point: Point) => TilePoint,
): LayerContent {
  return content.kind === "points"
    ? { points: content.points.map(toPoint) }
    : { points: content.cells.map(cellPoint), cellLevel: content.cellLevel };
}

function fixPoint(point: FixPoint): TilePoint {
  const { id, tileKey, trackerId, time, flagged, network, itemCode } = point;
  return {
    key: tileKey,
    properties: {
      id,
      tracker: trackerId,
      time: seconds(time),
      flagged: flagged ? 1 : 0,
      network: network ? 1 : 0,
      count: 1,
      ...(itemCode !== null && { item: itemCode }),
    },
  };
}

function sightingPoint({ id, tileKey, time, condition, itemCode }: SightingPoint): TilePoint {
  return {
    key: tileKey,
    properties: { id, item: itemCode, time: seconds(time), condition, count: 1 },
  };
}

function cellPoint({ key, count, newest, flagged, network }: TileCell): TilePoint {
  return {
    key,
    properties: {
      time: seconds(newest),
      flagged: flagged ? 1 : 0,
      network: network ? 1 : 0,
      count,
    },
  };
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
