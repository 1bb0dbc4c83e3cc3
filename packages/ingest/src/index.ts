export { startCellKeeper } from "./cell-keeper.ts";
export { startForgetting } from "./forgetting.ts";
export { type IngestPorts, startIngest } from "./ingest.ts";
export { startIngestCarried, takeDelivery } from "./ingest-carried.ts";
export { bringUpToDate, startJourneyKeeper } from "./journey-keeper.ts";
export { type FinishedReplay, type ReplayOptions, replay } from "./replay/replay.ts";
export type { ReplayCounts, ReplayExample } from "./replay/replay-report.ts";
export { startWatch, type Watch } from "./watch/start-watch.ts";
export type { Worker } from "./worker.ts";
