import type { RiverSection } from "@zpr/model";
import type { StoredSection } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

/** The sections of rivers, seaward, by river. */
export async function sectionsOf(
  database: Database,
  riverIds: readonly number[],
): Promise<ReadonlyMap<number, readonly StoredSection[]>> {
  if (riverIds.length === 0) return new Map();
  const rows = await database
    .selectFrom("river_section")
    .selectAll()
    .where("river_id", "in", riverIds)
    .orderBy("from_kilometre")
    .orderBy("id")
    .execute();
  const byRiver = Map.groupBy(rows, (row) => row.river_id);
  return new Map([...byRiver].map(([id, sections]) => [id, sections.map(toSection)]));
}

/** Adds a section, or changes the one of that id. */
export async function saveSection(
  database: Database,
  riverId: number,
  section: RiverSection & { readonly id?: number },
): Promise<StoredSection | undefined> {
  const columns = {
    name: section.name,
    from_kilometre: section.fromKilometre,
    to_kilometre: section.toKilometre,
    line: section.line,
  };
  const row =
    section.id === undefined
      ? await database
          .insertInto("river_section")
          .values({ river_id: riverId, ...columns })
          .returningAll()
          .executeTakeFirst()
      : await database
          .updateTable("river_section")
          .set(columns)
          .where("id", "=", section.id)
          .where("river_id", "=", riverId)
          .returningAll()
          .executeTakeFirst();
  return row && toSection(row);
}

/** Takes a section away, if it is there. */
export async function removeSection(
  database: Database,
  riverId: number,
  id: number,
): Promise<void> {
  await database
    .deleteFrom("river_section")
    .where("id", "=", id)
    .where("river_id", "=", riverId)
    .execute();
}

function toSection(row: Selectable<Tables["river_section"]>): StoredSection {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    fromKilometre: row.from_kilometre,
    toKilometre: row.to_kilometre,
    line: row.line,
  };
}
