import type { Costs } from "./plan.ts";

/**
 * What one message of one record cost where it was measured: docs/measurements.md says on what. Cores,
 * raw messages, fixes and the write-ahead log by `npm run bench:scale -- --trackers 2000 --records 1
 * --shapes nats-1`, while others worked on the same two cores, which makes CPU time dearer: a machine of
 * one's own takes less. Counts by cell by `npm run bench:map`, where drifters had time to stay in a
 * cell. Connections by `npm run bench:gateway`.
 */
export const MEASURED: Costs = {
  cpuPer100k: { gateway: 9.6, ingest: 17.8, api: 3.2, postgres: 23.9, nats: 0.9, redis: 0.8 },
  journeysPer100k: 10_000,
  journeyMilliseconds: { ingest: 0.5, postgres: 0.6 },
  journeysOfAnIngest: 500,
  connectionBytes: 19_000,
  connectionsOfAGateway: 20_000,
  callsOfAGateway: 4_000,
  rawBytes: 259,
  fixBytes: 310,
  cellBytes: 90,
  walBytes: 3289,
};
