import type { ArtifactKey, ProviderStore } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** The memory of the built-in provider in PostgreSQL. */
export function postgresProviderStore(database: Database): ProviderStore {
  return {
    async upsert({ kind, id }, { payload, grantId, userCode, uid, expiresAt }) {
      await database.deleteFrom("oidc_artifact").where("expires_at", "<=", new Date()).execute();
      const content = {
        payload: JSON.stringify(payload),
        grant_id: grantId,
        user_code: userCode,
        uid,
        expires_at: expiresAt,
      };
      await database
        .insertInto("oidc_artifact")
        .values({ kind, id, consumed_at: null, ...content })
        .onConflict((conflict) => conflict.columns(["kind", "id"]).doUpdateSet(content))
        .execute();
    },

    find: ({ kind, id }) => stored(living(database).where("kind", "=", kind).where("id", "=", id)),

    findBy: (column, kind, value) =>
      stored(
        living(database)
          .where("kind", "=", kind)
          .where(column === "uid" ? "uid" : "user_code", "=", value),
      ),

    async consume({ kind, id }, now) {
      const row = await database
        .updateTable("oidc_artifact")
        .set({ consumed_at: now })
        .where("kind", "=", kind)
        .where("id", "=", id)
        .where("consumed_at", "is", null)
        .returning("id")
        .executeTakeFirst();
      return row !== undefined;
    },

    async destroy({ kind, id }: ArtifactKey) {
      await database
        .deleteFrom("oidc_artifact")
        .where("kind", "=", kind)
        .where("id", "=", id)
        .execute();
    },

    async revokeGrant(kind, grantId) {
      await database
        .deleteFrom("oidc_artifact")
        .where("kind", "=", kind)
        .where("grant_id", "=", grantId)
        .execute();
    },

    secret: (name, make) => keptSecret(database, name, make),
  };
}

async function keptSecret<Value extends object>(
  database: Database,
  name: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const kept = await readSecret<Value>(database, name);
  if (kept) return kept;
  await database
    .insertInto("provider_secret")
    .values({ name, value: JSON.stringify(await make()) })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const made = await readSecret<Value>(database, name);
  if (!made) throw new Error(`the secret ${name} was not kept`);
  return made;
}

async function readSecret<Value extends object>(
  database: Database,
  name: string,
): Promise<Value | undefined> {
  const { rows } = await sql<{ value: Value }>`
    select value from provider_secret where name = ${name}`.execute(database);
  return rows[0]?.value;
}

function living(database: Database) {
  return database
    .selectFrom("oidc_artifact")
    .select(["payload", "consumed_at"])
    .where(({ or, eb }) => or([eb("expires_at", "is", null), eb("expires_at", ">", new Date())]));
}

async function stored(query: ReturnType<typeof living>) {
  const row = await query.executeTakeFirst();
  return row && { payload: row.payload, consumedAt: row.consumed_at };
}
