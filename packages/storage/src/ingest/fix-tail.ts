import type { FixTail } from "@zpr/ports";
import type { StoredTail } from "../tables.ts";

/** A tail as it is kept with its tracker. */
export function toStoredTail({ latest, places }: FixTail): StoredTail {
  return {
    latest: latest.getTime(),
    places: places.flatMap(({ time, recordHash, position, flags }) =>
      position ? [[time.getTime(), recordHash, position[0], position[1], flags] as const] : [],
    ),
  };
}

/** A kept tail as ingest knows it. */
export function toTail(trackerId: number, { latest, places }: StoredTail): FixTail {
  return {
    latest: new Date(latest),
    places: places.map(([time, recordHash, longitude, latitude, flags]) => ({
      trackerId,
      time: new Date(time),
      recordHash,
      position: [longitude, latitude],
      flags,
    })),
  };
}
