export { addressKey } from "./address-key.ts";
export {
  ALARM_KINDS,
  type AlarmEvidence,
  type AlarmKind,
  type BatteryEvidence,
  type BatteryHealth,
  type CarriedEvidence,
  DEFAULT_WATCH_RULES,
  type SilentEvidence,
  type WatchRules,
} from "./alarm.ts";
export { coarseLevel, coarsePosition, MAX_COARSE_METRES } from "./coarse-position.ts";
export {
  type CodecMapping,
  MAPPED_NAMES,
  type MappedName,
  type ValuePlace,
} from "./codec-mapping.ts";
export {
  DEFAULT_EPISODE_RULES,
  type DriftMeasures,
  EPISODE_ENDS,
  EPISODE_STATES,
  type Episode,
  type EpisodeEnd,
  type EpisodeRules,
  type EpisodeState,
} from "./episode.ts";
export { emptyFix, type Fix, type FixFlag, type FixQuality } from "./fix.ts";
export {
  BLOCKING_FLAGS,
  DEPLOYMENT_FLAGS,
  DOUBTFUL_FLAGS,
  EXCLUDED_FLAGS,
  flagBits,
  flagNames,
  MISLEADING_FLAGS,
  NEIGHBOUR_FLAGS,
  ROUGH_FLAGS,
  TAKEN_FLAGS,
  UNPUBLIC_FLAGS,
} from "./fix-flags.ts";
export { type Imei, imei, isImei } from "./imei.ts";
export { InvalidValue } from "./invalid-value.ts";
export {
  checkCharacter,
  type ItemCode,
  itemCode,
  itemCodeFromNumber,
  nearbyItemCodes,
  parseItemCode,
  tidyItemCode,
} from "./item-code.ts";
export type {
  Evidence,
  FixEvidence,
  JourneyMeasures,
  ReleaseEvidence,
  SightingEvidence,
} from "./journey.ts";
export { LABEL_SHEETS, type LabelSheet, labelPlace, labelSheet } from "./label-sheet.ts";
export { type LorawanDownlink, parseLorawanDownlink } from "./lorawan-downlink.ts";
export { isOnGlobe, type Position, position, type WaterLines } from "./position.ts";
export type { RawMessage } from "./raw-message.ts";
export type {
  RiverDrawing,
  RiverLine,
  RiverLineReport,
  RiverOrigin,
  RiverPlace,
  RiverProblem,
  RiverSection,
  WaterPolygon,
} from "./river.ts";
export {
  CONDITIONS,
  type Condition,
  type FinderContact,
  LOCALES,
  type Locale,
  type PhotoRegion,
  POSITION_SOURCES,
  type PositionSource,
  PUBLISH_SIGHTINGS,
  PUT_BACK,
  type PublishSightings,
  type PutBack,
  REVIEWS,
  type Review,
  SIGHTING_NOTES,
  type SightingNote,
  type SightingReport,
  SURROUNDINGS,
  SUSPICIONS,
  type Surroundings,
  type Suspicion,
} from "./sighting.ts";
export { tileCell, tileCellBounds } from "./tile-cell.ts";
export {
  type BoundingBox,
  boxRanges,
  TILE_KEY_LEVEL,
  type TileKeyRange,
  tileKey,
  tileRange,
} from "./tile-key.ts";
