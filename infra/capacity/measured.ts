import type { Costs } from "./plan.ts";

/**
 * What one message of one record cost where it was measured: docs/measurements.md says on what. Cores,
 * raw messages, fixes and the write-ahead log by `npm run bench:scale -- --trackers 2000 --records 1
 * --shapes nats-1`. Journeys by `npm run bench:journeys`. Counts by cell by `npm run bench:map`, where
 * drifters had time to stay in a cell. Connections by `npm run bench:gateway`.
 */
export const MEASURED: Costs = {
  cpuPer100k: { gateway: 7.5, ingest: 11.6, api: 2.3, postgres: 13.4, nats: 0.6, redis: 0.6 },
  journeysPer100k: 9_200,
  journeyMilliseconds: { ingest: 0.25, postgres: 0.45 },
  journeysOfAnIngest: 1_500,
  connectionBytes: 19_000,
  connectionsOfAGateway: 20_000,
  callsOfAGateway: 4_000,
  rawBytes: 258,
  fixBytes: 302,
  cellBytes: 90,
  walBytes: 2234,
};
