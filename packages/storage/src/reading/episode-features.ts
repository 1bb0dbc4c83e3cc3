import type { EpisodeEnd, EpisodeState } from "@zpr/model";
import type { EpisodeFeature, FeatureExtent, FeatureQuery, FeatureStore, View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { coarseMetres, shownPlace } from "./coarse.ts";
import { countUpTo, pageOf } from "./counting.ts";
import { allOf, isWithin } from "./narrowing.ts";
import { pointExtent } from "./point-extent.ts";
import { isMember, isReadable, publicUntil } from "./visibility.ts";

/** Episodes that have a place, in the order of their ids. */
export function postgresEpisodeFeatures(database: Database): FeatureStore["episodes"] {
  return {
    async page(query) {
      const after = query.after === undefined ? 0 : numberOf(query.after);
      const rows = await select(database, query, {
        where: sql`e.id > ${after}::bigint`,
        limit: query.limit + 1,
      });
      return pageOf(rows.map(toFeature), query.limit);
    },

    count(query, atMost) {
      return countUpTo(database, sql`select 1 ${matching(query)}`, atMost);
    },

    async find(view, id) {
      const where = sql<boolean>`e.id = ${numberOf(id)}::bigint`;
      const [row] = await select(database, { view, equals: {} }, { where, limit: 1 });
      return row && toFeature(row);
    },

    extent(view: View): Promise<FeatureExtent | null> {
      const { longitude, latitude } = shownPlace("e", coarseMetres(view), 1);
      const places = sql`select ${longitude} as longitude, ${latitude} as latitude, e.started_at as time`;
      return pointExtent(database, sql`${places} ${matching({ view, equals: {} })}`);
    },
  };
}

type EpisodeQuery = FeatureQuery<"itemCode" | "studyId" | "state">;

interface EpisodeRow {
  readonly id: number;
  readonly item_code: string;
  readonly study_id: number;
  readonly simulated: boolean;
  readonly state: EpisodeState;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly end_reason: EpisodeEnd;
  readonly longitude: number;
  readonly latitude: number;
  readonly from_kilometre: number | null;
  readonly to_kilometre: number | null;
  readonly fix_count: number;
  readonly travelled_metres: number;
}

/** What is no number is the id of nothing. */
function numberOf(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : -1;
}

async function select(
  database: Database,
  query: EpisodeQuery,
  { where, limit }: { readonly where: RawBuilder<boolean>; readonly limit: number },
): Promise<readonly EpisodeRow[]> {
  const metres = coarseMetres(query.view);
  const { longitude, latitude } = shownPlace("e", metres, 1);
  // Along a river a kilometre is a place.
  const { rows } = await sql<EpisodeRow>`
    select e.*, ${longitude} as longitude, ${latitude} as latitude,
      case when ${metres} = 0 then e.from_kilometre end as from_kilometre,
      case when ${metres} = 0 then e.to_kilometre end as to_kilometre, i.code as item_code, s.id as study_id, s.simulated ${matching(query)} and ${where}
    order by e.id limit ${limit}`.execute(database);
  return rows;
}

/** Nobody but members sees where somebody took an item, or what a study still keeps back. */
function matching({ view, equals, bbox, during }: EpisodeQuery): RawBuilder<unknown> {
  const { itemCode, studyId, state } = equals;
  return sql`
    from (select *, from_longitude as longitude, from_latitude as latitude from episode) e
      join item i on i.id = e.item_id join study s on s.id = i.study_id
    where ${isReadable(view)} and e.longitude is not null
      and (${isMember(view.studies, "s.id")} or (e.state not in ('carried', 'held')
        and e.hidden_from is null and e.ended_at < ${publicUntil(view)}))
      and ${allOf([
        ...(itemCode === undefined ? [] : [sql<boolean>`i.code = ${itemCode}::text`]),
        ...(studyId === undefined ? [] : [sql<boolean>`s.id = ${studyId}::int`]),
        ...(state === undefined ? [] : [sql<boolean>`e.state = ${state}::text`]),
        ...(bbox ? [isWithin(shownPlace("e", coarseMetres(view), 1), bbox)] : []),
        ...(during?.from ? [sql<boolean>`e.ended_at >= ${during.from}::timestamptz`] : []),
        ...(during?.to ? [sql<boolean>`e.started_at <= ${during.to}::timestamptz`] : []),
      ])}`;
}

function toFeature(row: EpisodeRow): EpisodeFeature {
  return {
    id: String(row.id),
    geometry: [row.longitude, row.latitude],
    properties: {
      itemCode: row.item_code,
      studyId: row.study_id,
      simulated: row.simulated,
      state: row.state,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      end: row.end_reason,
      fromKilometre: row.from_kilometre,
      toKilometre: row.to_kilometre,
      fixCount: row.fix_count,
      travelledMetres: row.travelled_metres,
    },
  };
}
