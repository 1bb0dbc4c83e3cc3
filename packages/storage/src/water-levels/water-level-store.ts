import type {
  MeasuredLevel,
  NewWaterLevelSeries,
  WaterLevelSeries,
  WaterLevelStore,
} from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import type { Tables } from "../tables.ts";
import { readLags, writeLags } from "./tide-lags.ts";

/** Water levels in PostgreSQL. */
export function postgresWaterLevelStore(database: Database): WaterLevelStore {
  return {
    async list(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("water_level_series")
        .selectAll()
        .where(({ eb, ref }) => eb.and([eb("id", ">", after), inStudies(ref("study_id"), scope)]))
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toSeries);
    },

    async find(id) {
      const query = database.selectFrom("water_level_series").selectAll().where("id", "=", id);
      const row = await query.executeTakeFirst();
      return row && toSeries(row);
    },

    create: (series, levels) =>
      database.transaction().execute((transaction) => create(transaction, series, levels)),

    async remove(id) {
      await database.deleteFrom("water_level_series").where("id", "=", id).execute();
    },

    async levels(id, from, to) {
      const rows = await database
        .selectFrom("water_level")
        .select(["time", "level_metres"])
        .where("series_id", "=", id)
        .where("time", ">=", from)
        .where("time", "<=", to)
        .orderBy("time")
        .execute();
      return rows.map((row) => ({ time: row.time.getTime(), levelMetres: row.level_metres }));
    },

    lags: (studyId) => readLags(database, studyId),
    setLags: (lags) => writeLags(database, lags),
  };
}

async function create(
  database: Database,
  { studyId, name, position }: NewWaterLevelSeries,
  levels: readonly MeasuredLevel[],
): Promise<WaterLevelSeries | undefined> {
  const [longitude, latitude] = position;
  const row = await database
    .insertInto("water_level_series")
    .values({
      study_id: studyId,
      name,
      longitude,
      latitude,
      starts_at: new Date(levels[0]?.time ?? 0),
      ends_at: new Date(levels.at(-1)?.time ?? 0),
      level_count: levels.length,
    })
    .onConflict((conflict) => conflict.columns(["study_id", "name"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const times = levels.map(({ time }) => new Date(time).toISOString());
  const metres = levels.map(({ levelMetres }) => levelMetres);
  await sql`
    insert into water_level (series_id, time, level_metres)
    select ${row.id}, * from unnest(${times}::timestamptz[], ${metres}::real[])
  `.execute(database);
  return toSeries(row);
}

function toSeries(row: Selectable<Tables["water_level_series"]>): WaterLevelSeries {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    name: row.name,
    position: [row.longitude, row.latitude],
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    levelCount: row.level_count,
  };
}
