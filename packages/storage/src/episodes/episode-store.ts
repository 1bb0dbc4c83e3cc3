import { DEFAULT_EPISODE_RULES, type EpisodeRules, type Position } from "@zpr/model";
import type { EpisodeStore, StoredEpisode } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import type { Tables } from "../tables.ts";

/** Episodes in PostgreSQL, as they are read. */
export function postgresEpisodeStore(database: Database): EpisodeStore {
  return {
    async list({ studies, itemCode, state, from, to }, { after, limit }) {
      const rows = await database
        .selectFrom("episode")
        .innerJoin("item", "item.id", "episode.item_id")
        .innerJoin("journey", "journey.item_id", "item.id")
        .selectAll("episode")
        .select(["item.code", "item.study_id", "journey.episode_rules"])
        .where(({ ref }) => inStudies(ref("item.study_id"), studies))
        .$if(itemCode !== undefined, (q) => q.where("item.code", "=", itemCode ?? ""))
        .$if(state !== undefined, (q) => q.where("episode.state", "=", state ?? "silent"))
        .$if(from !== undefined, (q) => q.where("episode.ended_at", ">=", from ?? new Date(0)))
        .$if(to !== undefined, (q) => q.where("episode.started_at", "<", to ?? new Date(0)))
        .$if(after !== undefined, (q) =>
          q.where(
            sql<boolean>`(episode.started_at, episode.id) > (${after?.startedAt}, ${after?.id})`,
          ),
        )
        .orderBy("episode.started_at")
        .orderBy("episode.id")
        .limit(limit)
        .execute();
      return rows.map(toEpisode);
    },
  };
}

type EpisodeRow = Selectable<Tables["episode"]> & {
  readonly code: string;
  readonly study_id: number;
  readonly episode_rules: EpisodeRules | null;
};

function toEpisode(row: EpisodeRow): StoredEpisode {
  const { hidden_from: from, hidden_to: to } = row;
  return {
    id: row.id,
    itemCode: row.code,
    studyId: row.study_id,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    from: place(row.from_longitude, row.from_latitude),
    to: place(row.to_longitude, row.to_latitude),
    fromKilometre: row.from_kilometre,
    toKilometre: row.to_kilometre,
    end: row.end_reason,
    fixCount: row.fix_count,
    travelledMetres: row.travelled_metres,
    intervalSeconds: row.interval_seconds,
    hidden: from && to ? { from, to } : null,
    rules: row.episode_rules ?? DEFAULT_EPISODE_RULES,
  };
}

function place(longitude: number | null, latitude: number | null): Position | null {
  return longitude === null || latitude === null ? null : [longitude, latitude];
}
