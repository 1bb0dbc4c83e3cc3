import type { Job } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { JobTables } from "./tables.ts";

export type JobRow = Omit<
  Selectable<JobTables["job"]>,
  "wish" | "memory" | "attempts" | "holder" | "held_until"
>;

/** What people see of a job; what its worker notes for itself may be large and stays behind. */
export const JOB_COLUMNS = [
  "id",
  "study_id",
  "kind",
  "state",
  "done",
  "total",
  "outcome",
  "error",
  "result_name",
  "result_type",
  "result_parts",
  "result_bytes",
  "result_until",
  "cancel_wanted",
  "created_at",
  "created_by",
  "started_at",
  "ended_at",
] as const satisfies readonly (keyof JobTables["job"])[];

/** A row as a job. */
export function toJob(row: JobRow): Job {
  return {
    id: row.id,
    studyId: row.study_id,
    kind: row.kind,
    state: row.state,
    done: row.done,
    total: row.total,
    cancelWanted: row.cancel_wanted,
    outcome: row.outcome,
    error: row.error,
    result: resultOf(row),
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

function resultOf(row: JobRow): Job["result"] {
  const { result_name: name, result_type: mediaType, result_until: until } = row;
  if (!name || !mediaType || !until || row.result_parts === 0) return null;
  return { name, mediaType, until, parts: row.result_parts, bytes: row.result_bytes ?? 0 };
}
