export { type IngestPorts, startIngest } from "./ingest.ts";
export { startJourneyKeeper } from "./journey-keeper.ts";
export type { Worker } from "./worker.ts";
