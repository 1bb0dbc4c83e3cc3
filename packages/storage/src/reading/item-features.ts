import type { FeatureExtent, FeatureQuery, FeatureStore, ItemFeature, View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { coarseMetres } from "./coarse.ts";
import { countUpTo, pageOf } from "./counting.ts";
import { allOf, isDuring, isWithin } from "./narrowing.ts";
import { pointExtent } from "./point-extent.ts";
import { isMember, isPublic, isReadable, publicUntil } from "./visibility.ts";

/** Items where they were last known to be, in the order of their codes. */
export function postgresItemFeatures(database: Database): FeatureStore["items"] {
  return {
    async page(query) {
      const after =
        query.after === undefined ? sql<boolean>`true` : sql<boolean>`code > ${query.after}`;
      const rows = await select(database, query, after, query.limit + 1);
      return pageOf(rows.map(toFeature), query.limit);
    },

    count(query, atMost) {
      const visible = sql`select 1 from (${items(query.view)}) i where ${narrowed(query)}`;
      return countUpTo(database, visible, atMost);
    },

    async find(view, id) {
      const [row] = await select(database, { view, equals: { code: id } }, sql`true`, 1);
      return row && toFeature(row);
    },

    extent(view: View): Promise<FeatureExtent | null> {
      return pointExtent(
        database,
        sql`select longitude, latitude, last_at as time from (${items(view)}) i`,
      );
    },
  };
}

interface ItemFeatureRow {
  readonly code: string;
  readonly study_id: number;
  readonly simulated: boolean;
  readonly member: boolean;
  readonly delayed: boolean;
  readonly coarse: boolean;
  readonly item_type: string;
  readonly material: string | null;
  readonly status: ItemFeature["properties"]["status"];
  readonly note: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly last_at: Date;
  readonly evidence: ItemFeature["properties"]["evidence"];
  readonly released_at: Date | null;
  readonly place: string | null;
  readonly tracker_id: number | null;
  readonly travelled_metres: number | null;
  readonly net_metres: number | null;
  readonly sighting_count: number | null;
}

type ItemQuery = FeatureQuery<"code" | "studyId" | "itemType" | "material" | "status">;

async function select(
  database: Database,
  query: ItemQuery,
  ...[after, limit]: [RawBuilder<boolean>, number]
): Promise<readonly ItemFeatureRow[]> {
  const { rows } = await sql<ItemFeatureRow>`
    select i.*, (select d.tracker_id from deployment d
        where d.item_id = i.id and d.started_at <= ${query.view.now}::timestamptz
          and (d.ended_at is null or d.ended_at > ${query.view.now}::timestamptz)
        order by d.started_at desc, d.id desc limit 1) as tracker_id
    from (${items(query.view)}) i
    where ${narrowed(query)} and ${after}
    order by code limit ${limit}`.execute(database);
  return rows;
}

function narrowed({ equals, bbox, during }: ItemQuery): RawBuilder<boolean> {
  const given = Object.entries(equals).map(
    ([name, value]) => sql<boolean>`${sql.ref(COLUMNS[name as keyof typeof COLUMNS])} = ${value}`,
  );
  if (bbox)
    given.push(
      isWithin({ longitude: sql.ref("i.longitude"), latitude: sql.ref("i.latitude") }, bbox),
    );
  return allOf([...given, isDuring("i.last_at", during)]);
}

const COLUMNS = {
  code: "i.code",
  studyId: "i.study_id",
  itemType: "i.item_type",
  material: "i.material",
  status: "i.status",
};

/** Every visible item that has a place, with the last one the reader may know. */
function items(view: View): RawBuilder<unknown> {
  return sql`
    select i.id, i.code, i.study_id, i.note, s.simulated, i.member, i.delayed,
      ty.name as item_type, ty.material,
      coalesce(i.fate, case when i.release_id is null then 'not-released' else 'released' end) as status,
      coarse_longitude(last.longitude, coarse_level(i.coarse_metres)) as longitude,
      coarse_latitude(last.latitude, coarse_level(i.coarse_metres)) as latitude,
      i.coarse_metres > 0 as coarse, last.at as last_at, last.evidence,
      r.released_at, r.place, j.travelled_metres, j.net_metres, j.sighting_count
    from (select i.*, ${isMember(view.studies, "i.study_id")} as member, ${coarseMetres(view)} as coarse_metres,
        (s.public_delay_hours > 0 or coalesce(j.is_taken, false))
          and not ${isMember(view.studies, "i.study_id")} as delayed
      from item i left join journey j on j.item_id = i.id join study s on s.id = i.study_id where ${isReadable(view)}) i
      join study s on s.id = i.study_id
      join item_type ty on ty.id = i.item_type_id
      left join release r on r.id = i.release_id
      left join journey j on j.item_id = i.id
      cross join lateral (
        select * from (
          ${KNOWN} union all ${lastPublicFix(view)} union all ${LAST_SIGHTING} union all ${release(view)}
        ) evidence order by at desc limit 1) last`;
}

/** What the journey keeper knows; a delayed reader may use it only when it comes from a finder. */
const KNOWN = sql`
  select j.last_longitude as longitude, j.last_latitude as latitude, j.last_at as at,
    j.last_evidence as evidence
  where j.last_longitude is not null and (not i.delayed or j.last_evidence <> 'fix')`;

/** In two steps, because only a scalar subquery merges a tracker's partitions by their index. */
function lastPublicFix(view: View): RawBuilder<unknown> {
  return sql`
    select longitude, latitude, time, 'fix' from (
      select f.longitude, f.latitude, f.time
      from (select d.tracker_id, (
            select f.time from fix f
            where f.tracker_id = d.tracker_id and f.time >= d.started_at
              and f.time < least(d.ended_at, ${publicUntil(view)})
              and f.tile_key is not null and ${isPublic("f")}
            order by f.time desc limit 1) as time
          from deployment d where d.item_id = i.id and i.delayed) newest
        join fix f on f.tracker_id = newest.tracker_id and f.time = newest.time
      where f.tile_key is not null and ${isPublic("f")}
      order by f.time desc limit 1) f`;
}

const LAST_SIGHTING = sql`
  select longitude, latitude, seen_at, 'sighting' from (
    select g.longitude, g.latitude, g.seen_at from sighting g
    where g.item_id = i.id and i.delayed and g.is_open and g.longitude is not null
    order by g.seen_at desc limit 1) g`;

function release({ now }: View): RawBuilder<unknown> {
  return sql`
    select r.longitude, r.latitude, r.released_at, 'release'
    where r.released_at <= ${now}::timestamptz`;
}

function toFeature(row: ItemFeatureRow): ItemFeature {
  return {
    id: row.code,
    geometry: [row.longitude, row.latitude],
    properties: {
      code: row.code,
      studyId: row.study_id,
      itemType: row.item_type,
      material: row.material,
      status: row.status,
      simulated: row.simulated,
      evidence: row.evidence,
      lastAt: row.last_at,
      releasedAt: row.released_at,
      releasePlace: row.place,
      trackerId: row.tracker_id,
      travelledMetres: row.delayed || row.coarse ? null : (row.travelled_metres ?? 0),
      netMetres: row.delayed || row.coarse ? null : (row.net_metres ?? 0),
      sightingCount: row.sighting_count ?? 0,
      ...(row.member && { note: row.note }),
    },
  };
}
