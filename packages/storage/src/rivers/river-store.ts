import type { NewRiver, River, RiverStore } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "../database.ts";
import { markStudyJourneys } from "../journey-marks.ts";
import { inStudies } from "../scoping.ts";
import type { Tables } from "../tables.ts";
import { orTaken } from "../unique-violation.ts";
import { removeSection, saveSection, sectionsOf } from "./river-sections.ts";

/** Rivers in PostgreSQL. */
export function postgresRiverStore(database: Database): RiverStore {
  return {
    async list(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("river")
        .selectAll()
        .where(({ eb, ref }) => eb.and([eb("id", ">", after), inStudies(ref("study_id"), scope)]))
        .orderBy("id")
        .limit(limit)
        .execute();
      return withSections(database, rows);
    },

    find: (id) => find(database, id),

    create: (river) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto("river")
          .values({ study_id: river.studyId, name: river.name, ...drawingColumns(river) })
          .onConflict((conflict) => conflict.columns(["study_id", "name"]).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (!row) return undefined;
        await markStudyJourneys(transaction, river.studyId);
        return toRiver(row, []);
      }),

    redraw: (id, changes) =>
      orTaken(
        database.transaction().execute(async (transaction) => {
          const row = await transaction
            .updateTable("river")
            .set({
              ...(changes.name !== undefined && { name: changes.name }),
              ...changedColumns(changes),
            })
            .where("id", "=", id)
            .returning("study_id")
            .executeTakeFirst();
          if (!row) return undefined;
          await markStudyJourneys(transaction, row.study_id);
          return find(transaction, id);
        }),
      ),

    remove: (id) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("river_section").where("river_id", "=", id).execute();
        const row = await transaction
          .deleteFrom("river")
          .where("id", "=", id)
          .returning("study_id")
          .executeTakeFirst();
        if (row) await markStudyJourneys(transaction, row.study_id);
      }),

    saveSection: (riverId, section) => orTaken(saveSection(database, riverId, section)),
    removeSection: (riverId, id) => removeSection(database, riverId, id),
  };
}

async function find(database: Database, id: number): Promise<River | undefined> {
  const rows = await database.selectFrom("river").selectAll().where("id", "=", id).execute();
  const [river] = await withSections(database, rows);
  return river;
}

type RiverRow = Selectable<Tables["river"]>;

async function withSections(
  database: Database,
  rows: readonly RiverRow[],
): Promise<readonly River[]> {
  const sections = await sectionsOf(
    database,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toRiver(row, sections.get(row.id) ?? []));
}

type Drawing = Pick<NewRiver, "lines" | "water" | "mouth" | "origin">;

function drawingColumns({ lines, water, mouth, origin }: Drawing) {
  return {
    lines: JSON.stringify(lines),
    water: JSON.stringify(water),
    mouth: mouth && JSON.stringify(mouth),
    origin: origin && JSON.stringify(origin),
  };
}

function changedColumns({ lines, water, mouth, origin }: Partial<Drawing>) {
  return {
    ...(lines !== undefined && { lines: JSON.stringify(lines) }),
    ...(water !== undefined && { water: JSON.stringify(water) }),
    ...(mouth !== undefined && { mouth: mouth && JSON.stringify(mouth) }),
    ...(origin !== undefined && { origin: origin && JSON.stringify(origin) }),
  };
}

function toRiver(row: RiverRow, sections: River["sections"]): River {
  const { id, version, study_id: studyId, name, lines, water, mouth, origin } = row;
  return { id, version, studyId, name, lines, water, mouth, origin, sections };
}
