import { ALARM_KINDS, type AlarmEvidence, type WatchRules } from "@zpr/model";
import type { TrackerHealth } from "@zpr/ports";
import { Type } from "typebox";
import { Id, Instant, nullable, oneOf } from "./shapes.ts";

const positive = (description: string) =>
  Type.Optional(Type.Number({ exclusiveMinimum: 0, description }));

/** Thresholds of the watch; what is absent is as it is one level up: of the study, or by default. */
export const WatchRulesShape = Type.Unsafe<Partial<WatchRules>>(
  Type.Object(
    {
      silentHours: positive("Silent after the longer of so many hours ..."),
      silentIntervals: positive("... and so many of the tracker's intervals"),
      lowBatteryPercent: positive("A battery is low at so many percent ..."),
      lowBatteryVolts: positive("... or at so many volts"),
      recoveredPercent: positive("Well again from so many percentage points above that ..."),
      recoveredVolts: positive("... and so many volts"),
      carriedMetresPerSecond: positive("Carried when two successive steps are faster"),
      noiseMetres: positive("Taken off the length of each step"),
      calmHours: positive("Carried until nothing was that fast for so many hours"),
    },
    { additionalProperties: false, description: "Thresholds of the watch, see docs/watch.md" },
  ),
);

export const AlarmKindShape = oneOf(ALARM_KINDS);

/** How a tracker is, as of the last look. */
export const TrackerHealthShape = Type.Unsafe<TrackerHealth>(
  Type.Object({
    expectedIntervalSeconds: nullable(
      Type.Number({ description: "As registered, else as its calls were; null while unknown" }),
    ),
    lastHeardAt: nullable(Instant),
    battery: nullable(
      Type.Object({
        time: Instant,
        volts: nullable(Type.Number()),
        percent: nullable(Type.Number()),
        trendPerDay: nullable(
          Type.Number({ description: "Of the percentage where there is one, else of the volts" }),
        ),
        lowInDays: nullable(
          Type.Number({ description: "At this trend; null when it does not fall" }),
        ),
      }),
    ),
    alarms: Type.Array(
      Type.Object({
        id: Id,
        kind: AlarmKindShape,
        since: Instant,
        acknowledgedAt: nullable(Instant),
      }),
      { description: "Those that are not over" },
    ),
  }),
);

/** What was seen and by which thresholds. */
export const EvidenceShape = Type.Unsafe<AlarmEvidence>(
  Type.Record(Type.String(), Type.Unknown(), {
    description: "What was seen and by which thresholds, see docs/watch.md",
  }),
);
