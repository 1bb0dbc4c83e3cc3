import type { JobKind, JobState } from "@zpr/ports";
import type { ColumnType, Generated } from "kysely";

/** Tables of long work, as migration 0024 leaves them. */
export interface JobTables {
  job: {
    id: string;
    study_id: number;
    kind: JobKind;
    wish: ColumnType<unknown, string, never>;
    state: Generated<JobState>;
    done: Generated<number>;
    total: number | null;
    memory: ColumnType<unknown, string | null | undefined, string | null>;
    outcome: ColumnType<
      Readonly<Record<string, number>> | null,
      string | null | undefined,
      string | null
    >;
    error: string | null;
    result_name: string | null;
    result_type: string | null;
    result_parts: Generated<number>;
    result_bytes: number | null;
    result_until: Date | null;
    cancel_wanted: Generated<boolean>;
    attempts: Generated<number>;
    holder: string | null;
    held_until: Date | null;
    created_at: Generated<Date>;
    created_by: string;
    started_at: Date | null;
    ended_at: Date | null;
  };
}
