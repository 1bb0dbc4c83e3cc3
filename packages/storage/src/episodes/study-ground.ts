import type { StudyGround } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Names by what the episodes of studies are told: a digest of all of it, by study. */
export async function groundNames(
  database: Database,
  studyIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, md5(concat(s.episode_rules, s.corridor_metres, s.water_lines, (
      select string_agg(concat(r.lines, r.water, r.mouth, r.origin), ' ' order by r.id)
      from river r where r.study_id = s.id))) as name
    from study s where s.id = any(${[...new Set(studyIds)]}::int[])`.execute(database);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** By what the episodes of a study are told. */
export async function studyGround(database: Database, studyId: number): Promise<StudyGround> {
  const study = await database
    .selectFrom("study")
    .select(["episode_rules", "corridor_metres", "water_lines"])
    .where("id", "=", studyId)
    .executeTakeFirstOrThrow();
  const rivers = await database
    .selectFrom("river")
    .select(["lines", "water", "mouth", "origin"])
    .where("study_id", "=", studyId)
    .orderBy("id")
    .execute();
  return {
    rules: study.episode_rules,
    corridorMetres: study.corridor_metres,
    waterLines: study.water_lines,
    rivers,
  };
}
