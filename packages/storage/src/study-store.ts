import type { NewStudy, Study, StudyStore } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { markStudyJourneys } from "./journey-marks.ts";
import { latestSightings, studyCounts } from "./public-study.ts";
import { inStudies } from "./scoping.ts";
import { publishReports } from "./sightings/publish-reports.ts";
import type { Tables } from "./tables.ts";
import { orTaken } from "./unique-violation.ts";

const GROUND = ["water_lines", "corridor_metres", "episode_rules"];

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
        database.transaction().execute(async (transaction) => {
          const row = await transaction
            .updateTable("study")
            .set(columns)
            .where("id", "=", id)
            .returningAll()
            .executeTakeFirst();
          if (row && changes.publishSightings !== undefined)
            await publishReports(transaction, id, changes.publishSightings);
          // By these its journeys are told.
          if (GROUND.some((name) => name in columns)) await markStudyJourneys(transaction, id);
          return row && toStudy(row);
        }),
      );
    },

    counts: (id, now) => studyCounts(database, id, now),
    latestSightings: (id, limit) => latestSightings(database, id, limit),
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
  publicCoarseMetres,
  locale,
  watchRules,
  finderTexts,
  ...ground
}: Partial<NewStudy>) {
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(simulated !== undefined && { simulated }),
    ...(open !== undefined && { public: open }),
    ...(publicDelayHours !== undefined && { public_delay_hours: publicDelayHours }),
    ...(publicCoarseMetres !== undefined && { public_coarse_metres: publicCoarseMetres }),
    ...(locale !== undefined && { locale }),
    ...(watchRules !== undefined && { watch_rules: JSON.stringify(watchRules) }),
    ...(finderTexts !== undefined && { finder_texts: JSON.stringify(finderTexts) }),
    ...groundColumns(ground),
  };
}

/** When it ends, where its water is, and what of its reports is public. */
function groundColumns({
  closedAt,
  waterLines,
  corridorMetres,
  publishSightings,
  publishPhotos,
  episodeRules,
}: Partial<Omit<NewStudy, "name">>) {
  return {
    ...(closedAt !== undefined && { closed_at: closedAt }),
    ...(waterLines !== undefined && { water_lines: waterLines && JSON.stringify(waterLines) }),
    ...(corridorMetres !== undefined && { corridor_metres: corridorMetres }),
    ...(publishSightings !== undefined && { publish_sightings: publishSightings }),
    ...(publishPhotos !== undefined && { publish_photos: publishPhotos }),
    ...(episodeRules !== undefined && { episode_rules: JSON.stringify(episodeRules) }),
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
    publicCoarseMetres: row.public_coarse_metres,
    locale: row.locale,
    watchRules: row.watch_rules,
    closedAt: row.closed_at,
    waterLines: row.water_lines,
    corridorMetres: row.corridor_metres,
    publishSightings: row.publish_sightings,
    publishPhotos: row.publish_photos,
    finderTexts: row.finder_texts,
    episodeRules: row.episode_rules,
  };
}
