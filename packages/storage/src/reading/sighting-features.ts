import { InvalidValue } from "@zpr/model";
import type { FeatureExtent, FeatureQuery, FeatureStore, SightingFeature, View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { coarseMetres, coarsestMetres, isShownIn, shownPlace } from "./coarse.ts";
import { countUpTo, pageOf } from "./counting.ts";
import { allOf, isDuring } from "./narrowing.ts";
import { pointExtent } from "./point-extent.ts";
import { isMember, isReadable, isSeen } from "./visibility.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sightings that have a position, in the order of their public ids. */
export function postgresSightingFeatures(database: Database): FeatureStore["sightings"] {
  return {
    async page(query) {
      const { after, limit } = query;
      if (after !== undefined && !UUID.test(after)) throw new InvalidValue("sighting id", after);
      const following =
        after === undefined ? sql<boolean>`true` : sql<boolean>`g.public_id > ${placeOf(after)}`;
      const rows = await select(database, query, { following, limit: limit + 1 });
      return pageOf(rows.map(toFeature), limit);
    },

    async count(query, atMost) {
      const coarsest = await coarsestMetres(database, query.view);
      return countUpTo(database, sql`select 1 ${matching(query, coarsest)}`, atMost);
    },

    async find(view, id) {
      if (!UUID.test(id)) return undefined;
      const following = sql<boolean>`(g.public_id = ${id}::uuid
        or (g.id = ${id}::uuid and ${isMember(view.studies, "s.id")}))`;
      const [row] = await select(database, { view, equals: {} }, { following, limit: 1 });
      return row && toFeature(row);
    },

    async extent(view: View): Promise<FeatureExtent | null> {
      const coarsest = await coarsestMetres(database, view);
      const { longitude, latitude } = shownPlace("g", coarseMetres(view), coarsest);
      const seen = sql`select ${longitude} as longitude, ${latitude} as latitude, g.seen_at as time`;
      return pointExtent(database, sql`${seen} ${matching({ view, equals: {} }, coarsest)}`);
    },
  };
}

/** Where a sighting stands in the order; its members know it by another id than everybody. */
function placeOf(id: string): RawBuilder<string> {
  return sql`coalesce((select known.public_id from sighting known where known.id = ${id}::uuid), ${id}::uuid)`;
}

interface SightingFeatureRow {
  readonly id: string;
  readonly item_code: string;
  readonly study_id: number;
  readonly seen_at: Date;
  readonly received_at: Date;
  readonly simulated: boolean;
  readonly member: boolean;
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracy_metres: number | null;
  readonly position_source: string;
  readonly surroundings: string;
  readonly condition: string;
  readonly put_back: string;
  readonly finder_number: number;
  readonly photo_count: number;
  readonly note: string | null;
  readonly locale: string;
}

type SightingQuery = FeatureQuery<
  "itemCode" | "studyId" | "condition" | "surroundings" | "putBack"
>;

async function select(
  database: Database,
  query: SightingQuery,
  page: { readonly following: RawBuilder<boolean>; readonly limit: number },
): Promise<readonly SightingFeatureRow[]> {
  const member = isMember(query.view.studies, "s.id");
  const metres = coarseMetres(query.view);
  const coarsest = await coarsestMetres(database, query.view);
  const { longitude, latitude } = shownPlace("g", metres, coarsest);
  const { rows } = await sql<SightingFeatureRow>`
    select case when ${member} then g.id else g.public_id end as id, i.code as item_code, s.id as study_id, g.seen_at, g.received_at, s.simulated,
      ${member} as member, ${longitude} as longitude, ${latitude} as latitude,
      greatest(g.accuracy_metres, nullif(${metres}, 0)) as accuracy_metres, g.position_source, g.surroundings, g.condition, g.put_back,
      g.finder_number, case when not g.note_hidden then g.note end as note, g.locale,
      (select count(*) from photo where photo.sighting_id = g.id) as photo_count
    ${matching(query, coarsest)} and ${page.following}
    order by g.public_id limit ${page.limit}`.execute(database);
  return rows;
}

function matching(
  { view, equals, bbox, during }: SightingQuery,
  coarsest: number,
): RawBuilder<unknown> {
  const shown = shownPlace("g", coarseMetres(view), coarsest);
  const given = Object.entries(equals).map(
    ([name, value]) => sql<boolean>`${sql.ref(COLUMNS[name as keyof typeof COLUMNS])} = ${value}`,
  );
  return sql`
    from sighting g join item i on i.id = g.item_id join study s on s.id = i.study_id
    where ${isReadable(view)} and ${isSeen(view)} and ${isShownIn("g", bbox, { shown, coarsest })} and ${isDuring("g.seen_at", during)}
      and ${allOf(given)}`;
}

const COLUMNS = {
  itemCode: "i.code",
  studyId: "s.id",
  condition: "g.condition",
  surroundings: "g.surroundings",
  putBack: "g.put_back",
};

function toFeature(row: SightingFeatureRow): SightingFeature {
  return {
    id: row.id,
    geometry: [row.longitude, row.latitude],
    properties: {
      itemCode: row.item_code,
      studyId: row.study_id,
      seenAt: row.seen_at,
      simulated: row.simulated,
      accuracyMetres: row.accuracy_metres,
      positionSource: row.position_source,
      surroundings: row.surroundings,
      condition: row.condition,
      putBack: row.put_back,
      finderNumber: row.finder_number,
      photoCount: row.photo_count,
      ...(row.member && { note: row.note, locale: row.locale, receivedAt: row.received_at }),
    },
  };
}
