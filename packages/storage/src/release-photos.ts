import type { ReleasePhoto, ReleaseStore } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Photos of releases, in PostgreSQL. */
export function releasePhotos(database: Database): Pick<ReleaseStore, "addPhoto" | "findPhoto"> {
  return {
    async addPhoto({ releaseId, n, objectKey, size }) {
      const { rows } = await sql<{ inserted: boolean }>`
        insert into release_photo (release_id, n, object_key, width, height)
        values (${releaseId}, ${n}, ${objectKey}, ${size?.width ?? null}, ${size?.height ?? null})
        on conflict (release_id, n) do update
          set object_key = excluded.object_key, width = excluded.width, height = excluded.height
        returning xmax = 0 as inserted`.execute(database);
      return rows[0]?.inserted ?? false;
    },

    findPhoto: (releaseId, n) => findPhoto(database, releaseId, n),
  };
}

async function findPhoto(
  database: Database,
  releaseId: number,
  n: number,
): Promise<ReleasePhoto | undefined> {
  const row = await database
    .selectFrom("release_photo")
    .selectAll()
    .where("release_id", "=", releaseId)
    .where("n", "=", n)
    .executeTakeFirst();
  if (!row) return undefined;
  const { object_key: objectKey, width, height } = row;
  const size = width === null || height === null ? null : { width, height };
  return { releaseId, n, objectKey, size };
}
