export { distanceMetres } from "./distance.ts";
export { advanceEpisodes, episodesOf, tellEpisodes } from "./episodes/fold.ts";
export { EMPTY_FOLD, type EpisodeGround, type Fold } from "./episodes/fold-state.ts";
export { groundingsShown } from "./episodes/groundings-shown.ts";
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
export { turned } from "./rivers/orient.ts";
export { isForeignSystem, type RiverGeoJson, readDrawing } from "./rivers/read-drawing.ts";
export { type RiverMap, riverMap } from "./rivers/river-map.ts";
export { type RiverSurvey, surveyRiver } from "./rivers/survey.ts";
export { atKilometre, type ByKilometre } from "./tide/by-kilometre.ts";
export { laterTide, type TideShift } from "./tide/later-tide.ts";
export { measuredTide, tellTide } from "./tide/measured-tide.ts";
export { type LevelProblem, readLevels } from "./tide/read-levels.ts";
export { type TideCalendar, type TidePhase, tideCalendar } from "./tide/tide-calendar.ts";
export {
  type NearTideStation,
  openTideDatabase,
  TIDE_REACH_METRES,
  type TideDatabase,
} from "./tide/tide-database.ts";
export type { TideLicence, TideStation, TideTurn } from "./tide/tide-station.ts";
export { batteryHealth, batteryTrend, newestBattery } from "./watch/battery.ts";
export { usualIntervalSeconds } from "./watch/silence.ts";
export { watchTracker } from "./watch/tracker-watch.ts";
