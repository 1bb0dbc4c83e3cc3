export { folderObjectStore } from "./folder-object-store.ts";
export { memoryLiveEvents } from "./memory-live-events.ts";
export { prometheusMeter } from "./prometheus-meter.ts";
export { sharpPictureMaker } from "./sharp-picture-maker.ts";
