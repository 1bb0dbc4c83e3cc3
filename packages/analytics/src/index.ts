export { distanceMetres } from "./distance.ts";
export { type CountedFrame, type FrameGaps, frameGaps } from "./frame-gaps.ts";
export {
  advance,
  EMPTY_JOURNEY,
  type JourneyState,
  measuresOf,
  measuresOfState,
} from "./journey.ts";
export { metresToLines } from "./line-distance.ts";
export {
  DEFAULT_QUALITY_RULES,
  deploymentFlag,
  type Neighbour,
  neighbourFlags,
  ownFlags,
  type QualityRules,
  withNeighbourFlags,
} from "./quality.ts";
export { batteryHealth, batteryTrend, newestBattery } from "./watch/battery.ts";
export { usualIntervalSeconds } from "./watch/silence.ts";
export { watchTracker } from "./watch/tracker-watch.ts";
