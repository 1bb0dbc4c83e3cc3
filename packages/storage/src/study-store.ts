import type { NewStudy, Study, StudyStore } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";
import { orTaken } from "./unique-violation.ts";

/** Studies in PostgreSQL. */
export function postgresStudyStore(database: Database): StudyStore {
  return {
    async list(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("study")
        .selectAll()
        .where(({ eb, ref }) => eb.and([eb("id", ">", after), inStudies(ref("id"), scope)]))
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toStudy);
    },

    find: (id) => find(database, id),

    create: (study, owner) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto("study")
          .values({ ...toColumns(study), name: study.name })
          .onConflict((conflict) => conflict.column("name").doNothing())
          .returningAll()
          .executeTakeFirst();
        if (row && owner !== undefined)
          await transaction
            .insertInto("study_member")
            .values({ study_id: row.id, user_id: owner, role: "owner" })
            .execute();
        return row && toStudy(row);
      }),

    async update(id, changes) {
      const columns = toColumns(changes);
      if (Object.keys(columns).length === 0) return find(database, id);
      return orTaken(
        database
          .updateTable("study")
          .set(columns)
          .where("id", "=", id)
          .returningAll()
          .executeTakeFirst()
          .then((row) => row && toStudy(row)),
      );
    },

    async counts(id) {
      const { rows } = await sql<{ items: number; trackers: number; sightings: number }>`
        select (select count(*) from item where study_id = ${id}) as items,
               (select count(*) from tracker where study_id = ${id}) as trackers,
               (select count(*) from sighting join item on item.id = item_id where study_id = ${id}
                 and review in ('none', 'accepted')) as sightings
      `.execute(database);
      const [row] = rows;
      return {
        itemCount: row?.items ?? 0,
        trackerCount: row?.trackers ?? 0,
        sightingCount: row?.sightings ?? 0,
      };
    },
  };
}

async function find(database: Database, id: number): Promise<Study | undefined> {
  const row = await database
    .selectFrom("study")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toStudy(row);
}

function toColumns({
  name,
  description,
  simulated,
  public: open,
  publicDelayHours,
  locale,
  watchRules,
  ...ground
}: Partial<NewStudy>) {
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(simulated !== undefined && { simulated }),
    ...(open !== undefined && { public: open }),
    ...(publicDelayHours !== undefined && { public_delay_hours: publicDelayHours }),
    ...(locale !== undefined && { locale }),
    ...(watchRules !== undefined && { watch_rules: JSON.stringify(watchRules) }),
    ...groundColumns(ground),
  };
}

/** When it ends, and where its water is. */
function groundColumns({
  closedAt,
  waterLines,
  corridorMetres,
}: Pick<Partial<NewStudy>, "closedAt" | "waterLines" | "corridorMetres">) {
  return {
    ...(closedAt !== undefined && { closed_at: closedAt }),
    ...(waterLines !== undefined && { water_lines: waterLines && JSON.stringify(waterLines) }),
    ...(corridorMetres !== undefined && { corridor_metres: corridorMetres }),
  };
}

function toStudy(row: Selectable<Tables["study"]>): Study {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    description: row.description,
    simulated: row.simulated,
    public: row.public,
    publicDelayHours: row.public_delay_hours,
    locale: row.locale,
    watchRules: row.watch_rules,
    closedAt: row.closed_at,
    waterLines: row.water_lines,
    corridorMetres: row.corridor_metres,
  };
}
