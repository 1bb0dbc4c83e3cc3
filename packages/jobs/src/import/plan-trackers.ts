import type { NewTracker, Tracker } from "@zpr/ports";
import { decoderNamed } from "@zpr/protocols";
import type { Fields, TRACKER_COLUMNS } from "./columns.ts";
import { type KnownStudy, key } from "./known-study.ts";
import { type RowPlanner, rowPlan } from "./plan-rows.ts";
import { type FaultList, faultList } from "./row-plan.ts";
import { numberOf } from "./values.ts";

type TrackerFields = Fields<keyof typeof TRACKER_COLUMNS>;

/** What a tracker row comes down to. */
export interface TrackerAction {
  readonly tracker: Tracker | undefined;
  readonly wanted: Omit<NewTracker, "studyId">;
}

/** Compares rows of trackers with those that are registered. */
export function trackerPlanner(known: KnownStudy): RowPlanner<TrackerFields, TrackerAction> {
  const seen = new Set<string>();
  return (line, fields) => {
    const list = faultList();
    const { uniqueId = "" } = fields;
    const protocol = (fields.protocol ?? "").toLowerCase();
    if (!uniqueId) list.add("id-missing", "uniqueId");
    if (!decoderNamed(protocol)) list.add("protocol-unknown", "protocol", protocol);
    if (seen.has(key(uniqueId))) list.add("code-twice", "uniqueId", uniqueId);
    seen.add(key(uniqueId));
    const there = known.trackerOf.get(key(uniqueId));
    const tracker = there?.protocol === protocol ? there : undefined;
    const wanted = { protocol, uniqueId, ...factsOf(fields, tracker, list) };
    return rowPlan({
      line,
      subject: uniqueId,
      isNew: tracker === undefined,
      changes: (["name", "model", "intervalSeconds"] as const).map((field) => ({
        field,
        from: String(tracker?.[field] ?? ""),
        to: String(wanted[field] ?? ""),
      })),
      faults: list.faults,
      action: { tracker, wanted },
    });
  };
}

/** What a row says of a tracker; what it leaves out stays. */
function factsOf(fields: TrackerFields, tracker: Tracker | undefined, list: FaultList) {
  const seconds = fields.interval ? numberOf(fields.interval) : undefined;
  if (fields.interval && !(seconds && seconds > 0 && Number.isInteger(seconds)))
    list.add("number-invalid", "interval", fields.interval);
  return {
    name: fields.name || tracker?.name || (fields.uniqueId ?? ""),
    model: fields.model || tracker?.model || null,
    intervalSeconds: seconds ?? tracker?.intervalSeconds ?? null,
  };
}
