import type { AuditEntry, AuditFilter, AuditLog } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import type { AuditTables } from "./tables.ts";

/** The audit log in PostgreSQL. */
export function postgresAuditLog(database: Database): AuditLog {
  return {
    async list(filter, { after: before, limit }) {
      let query = narrowed(database, filter).orderBy("id", "desc").limit(limit);
      if (before !== undefined) query = query.where("id", "<", before);
      return (await query.execute()).map(toEntry);
    },
  };
}

function narrowed(
  database: Database,
  { studies, actor, kind, objectId, since, until }: AuditFilter,
) {
  return database
    .selectFrom("audit")
    .selectAll()
    .where(({ ref }) => inStudies(ref("study_id"), studies))
    .$if(actor !== undefined, (query) =>
      query.where(sql<boolean>`strpos(lower(actor_name), lower(${actor})) > 0`),
    )
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .$if(objectId !== undefined, (query) => query.where("object_id", "=", objectId ?? ""))
    .$if(since !== undefined, (query) => query.where(sql<boolean>`at >= ${since}`))
    .$if(until !== undefined, (query) => query.where(sql<boolean>`at < ${until}`));
}

function toEntry(row: Selectable<AuditTables["audit"]>): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    studyId: row.study_id,
    kind: row.kind,
    objectId: row.object_id,
    objectName: row.object_name,
    action: row.action,
    before: row.before,
    after: row.after,
  };
}
