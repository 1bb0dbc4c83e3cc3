import { EPISODE_ENDS, EPISODE_STATES, type EpisodeRules } from "@zpr/model";
import { Type } from "typebox";
import { Id, Instant, nullable, oneOf, PositionShape } from "./shapes.ts";

const rules = {
  noiseMetres: Type.Number({
    exclusiveMinimum: 0,
    maximum: 1000,
    description: "Radial noise of its trackers, 1 sigma",
  }),
  tidal: Type.Boolean({ description: "Whether its water is tidal" }),
  strandedMinutes: Type.Number({
    minimum: 10,
    maximum: 100_000,
    description: "An item is stranded that lies still for so long, in tidal water, at least",
  }),
  strandedHoursWithoutTide: Type.Number({ minimum: 1, maximum: 1000 }),
  driftMetresPerSecond: Type.Number({
    minimum: 0.1,
    maximum: 20,
    description: "Nothing that drifts is faster",
  }),
  silentHours: Type.Number({ minimum: 1, maximum: 10_000 }),
};

/** Thresholds by which episodes were told. */
const EpisodeRulesShape = Type.Unsafe<EpisodeRules>(Type.Object(rules));

/** Thresholds of a study in which it differs from the defaults. */
export const StudyEpisodeRules = Type.Unsafe<Partial<EpisodeRules>>(
  Type.Partial(Type.Object(rules), {
    additionalProperties: false,
    description:
      "Thresholds of episodes in which it differs from the defaults; a change has its journeys told again",
  }),
);

/** A stretch of a journey in one state. */
export const EpisodeShape = Type.Object({
  itemCode: Type.String(),
  studyId: Id,
  state: oneOf(EPISODE_STATES),
  startedAt: Instant,
  endedAt: Instant,
  from: nullable(PositionShape),
  to: nullable(PositionShape),
  fromKilometre: nullable(Type.Number({ description: "From the origin of the study's river" })),
  toKilometre: nullable(Type.Number()),
  end: oneOf(EPISODE_ENDS),
  fixCount: Type.Integer(),
  travelledMetres: Type.Number(),
  intervalSeconds: nullable(Type.Number()),
  groundingsShown: nullable(
    Type.Number({
      description:
        "Of strandings: which share of groundings as long as those of the Wadden Sea this interval can show",
    }),
  ),
  isPublic: Type.Boolean({ description: "Whether anybody may see it" }),
  rules: EpisodeRulesShape,
});
