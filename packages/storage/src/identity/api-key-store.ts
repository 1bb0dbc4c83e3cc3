import type { ApiKey, ApiKeyScope, ApiKeyStore, KnownCaller, StudyRole } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import type { Tables } from "../tables.ts";

/** A key in steady use is written to once in this many minutes, not at every request. */
const USE_NOTED_MINUTES = 5;

/** What a key may do in its study, if anything but bring messages of trackers. */
const ROLES: Readonly<Record<ApiKeyScope, StudyRole | null>> = {
  read: "viewer",
  ingest: null,
  admin: "owner",
};

/** API keys in PostgreSQL. */
export function postgresApiKeyStore(database: Database): ApiKeyStore {
  return {
    async create({ name, keyHash, studyId, scope, createdAt }) {
      if (studyId !== null && !(await studyExists(database, studyId))) return "study-unknown";
      const row = await database
        .insertInto("api_key")
        .values({ name, key_hash: keyHash, study_id: studyId, scope, created_at: createdAt })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toApiKey(row);
    },

    async list(studies) {
      const rows = await database
        .selectFrom("api_key")
        .selectAll()
        .where(({ ref }) => inStudies(ref("study_id"), studies))
        .orderBy("id")
        .execute();
      return rows.map(toApiKey);
    },

    async revoke(id, now) {
      const row = await database
        .updateTable("api_key")
        .set({ revoked_at: now })
        .where("id", "=", id)
        .where("revoked_at", "is", null)
        .returning("id")
        .executeTakeFirst();
      return row !== undefined;
    },

    async use(keyHash, now) {
      const row = await database
        .selectFrom("api_key")
        .selectAll()
        .where("key_hash", "=", keyHash)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      const noted = row.last_used_at?.getTime() ?? 0;
      if (now.getTime() - noted > USE_NOTED_MINUTES * 60_000)
        await database
          .updateTable("api_key")
          .set({ last_used_at: now })
          .where("id", "=", row.id)
          .execute();
      return toCaller(row);
    },
  };
}

async function studyExists(database: Database, id: number): Promise<boolean> {
  const row = await database
    .selectFrom("study")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

function toCaller({
  id,
  name,
  scope,
  study_id: studyId,
}: Selectable<Tables["api_key"]>): KnownCaller {
  const role = ROLES[scope];
  return {
    kind: "api-key",
    id,
    name,
    administrator: scope === "admin",
    studies: new Map(studyId === null || !role ? [] : [[studyId, role]]),
    ...(studyId !== null && scope === "ingest" && { brings: new Set([studyId]) }),
  };
}

function toApiKey(row: Selectable<Tables["api_key"]>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    studyId: row.study_id,
    scope: row.scope,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
