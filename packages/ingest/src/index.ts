export { type IngestPorts, startIngest } from "./ingest.ts";
export { startJourneyKeeper } from "./journey-keeper.ts";
export { startWatch, type Watch } from "./watch/start-watch.ts";
export type { Worker } from "./worker.ts";
