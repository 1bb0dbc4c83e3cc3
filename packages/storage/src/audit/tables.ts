import type { Actor, AuditAction, AuditContent } from "@zpr/ports";
import type { GeneratedAlways } from "kysely";

/** The audit log: written by triggers, see migration 0018. */
export interface AuditTables {
  audit: {
    id: GeneratedAlways<number>;
    at: GeneratedAlways<Date>;
    actor_kind: Actor["kind"];
    actor_id: number | null;
    actor_name: string;
    study_id: number | null;
    kind: string;
    object_id: string;
    object_name: string | null;
    action: AuditAction;
    before: AuditContent | null;
    after: AuditContent | null;
  };
}
