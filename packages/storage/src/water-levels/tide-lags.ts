import type { TideLags } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

/** The lags that a study gave, if it did. */
export async function readLags(database: Database, studyId: number): Promise<TideLags | undefined> {
  const query = database.selectFrom("tide_lags").selectAll().where("study_id", "=", studyId);
  const row = await query.executeTakeFirst();
  return row && toLags(row);
}

/** Writes lags in place of those before; none at all take them away. */
export async function writeLags(
  database: Database,
  { studyId, station, lags }: Omit<TideLags, "version">,
): Promise<TideLags | undefined> {
  if (lags.length === 0) {
    await database.deleteFrom("tide_lags").where("study_id", "=", studyId).execute();
    return undefined;
  }
  const columns = { station, lags: JSON.stringify(lags) };
  const row = await database
    .insertInto("tide_lags")
    .values({ study_id: studyId, ...columns })
    .onConflict((conflict) => conflict.column("study_id").doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toLags(row);
}

function toLags({ study_id: studyId, version, station, lags }: Selectable<Tables["tide_lags"]>) {
  return { studyId, version, station, lags };
}
