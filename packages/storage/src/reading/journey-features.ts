import type { BoundingBox, Position } from "@zpr/model";
import type { FeatureQuery, FeatureStore, JourneyFeature, View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { coarsestMetres, shownPlace } from "./coarse.ts";
import { countUpTo } from "./counting.ts";
import { fixExtent } from "./fix-extent.ts";
import { deploymentSpans, isPublic, isRough, isUnflagged } from "./visibility.ts";

/** A page ends early rather than hold more positions than this; one journey is never cut. */
const MAX_POSITIONS = 200_000;

/** The ways of items with trackers, in the order of their codes. */
export function postgresJourneyFeatures(database: Database): FeatureStore["journeys"] {
  return {
    async page(query) {
      const found = await select(database, query);
      const features = await draw(database, query.view, found.slice(0, query.limit));
      return { features, more: features.length < found.length };
    },

    async count(query, atMost) {
      const coarsest = await coarsestMetres(database, query.view);
      return countUpTo(database, journeys(query, coarsest), atMost);
    },

    async find(view, id) {
      const found = await select(database, { view, equals: { itemCode: id }, limit: 1 });
      const [feature] = await draw(database, view, found);
      return feature;
    },

    extent(view) {
      return fixExtent(database, deploymentSpans(view));
    },
  };
}

type JourneyQuery = FeatureQuery<"itemCode" | "studyId">;

interface JourneyRow {
  readonly item_id: number;
  readonly item_code: string;
  readonly study_id: number;
  readonly simulated: boolean;
  readonly item_type: string;
}

async function select(
  database: Database,
  query: JourneyQuery & { readonly after?: string; readonly limit: number },
): Promise<readonly JourneyRow[]> {
  const following = query.after === undefined ? sql`true` : sql`item_code > ${query.after}`;
  const coarsest = await coarsestMetres(database, query.view);
  const { rows } = await sql<JourneyRow>`
    select found.*, ty.name as item_type
    from (${journeys(query, coarsest)}) found
      join item i on i.id = found.item_id join item_type ty on ty.id = i.item_type_id
    where ${following} order by item_code limit ${query.limit + 1}`.execute(database);
  return rows;
}

/** Items with at least two visible fixes, whose lines meet the conditions. */
function journeys(
  { view, equals, bbox, during }: JourneyQuery,
  coarsest: number,
): RawBuilder<unknown> {
  const way = wayOf(coarsest);
  const has = (condition: RawBuilder<unknown>) =>
    // Not `exists`: the planner would make it a join with all fixes.
    sql`(select true from (${way} and ${condition} limit 1) met)`;
  return sql`
    with span as materialized (${deploymentSpans(view, equals)})
    select * from (select distinct item_id, item_code, study_id, simulated from span) items
    where (select count(*) from (${way} limit 2) ends) = 2
      and ${during?.to ? has(sql`f.time <= ${during.to}::timestamptz`) : sql`true`}
      and ${during?.from ? has(sql`f.time >= ${during.from}::timestamptz`) : sql`true`}
      and ${bbox ? touches(bbox, way) : sql`true`}`;
}

/** A line through places that are kilometres wide would say nothing of the way. */
const ON_LINE = sql`
  (${isPublic("f")} or (span.member and ${isUnflagged("f")})) and not (${isRough("f")})`;

/** The visible fixes of the row `items`. */
function wayOf(coarsest: number): RawBuilder<unknown> {
  const { longitude, latitude } = shownPlace("f", OF_SPAN, coarsest);
  return sql`
    select f.time, point(${longitude}, ${latitude}) as place
    from span join fix f on f.tracker_id = span.tracker_id and f.time >= span.since
      and f.time < span.until
    where span.item_id = items.item_id and f.tile_key is not null and ${ON_LINE}`;
}

const OF_SPAN = sql<number>`span.coarse_metres`;

/** A line may cross a box without having a fix in it, so each step is looked at. */
function touches(
  [west, south, east, north]: BoundingBox,
  way: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const boxes =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  const hits = boxes.map(
    ([left, right]) =>
      sql`lseg(before, place) ?# box(point(${left}, ${south}), point(${right}, ${north}))`,
  );
  return sql`exists (
    select 1 from (select place, lag(place) over (order by time) as before from (${way}) way) step
    where before is not null and (${sql.join(hits, sql` or `)}))`;
}

interface PositionRow {
  readonly item_id: number;
  readonly time: Date;
  readonly longitude: number;
  readonly latitude: number;
}

async function draw(
  database: Database,
  view: View,
  journeys: readonly JourneyRow[],
): Promise<readonly JourneyFeature[]> {
  const rows = await positions(database, view, { of: journeys, limit: MAX_POSITIONS + 1 });
  const ways = Map.groupBy(rows, (row) => row.item_id);
  if (rows.length <= MAX_POSITIONS) return journeys.flatMap((row) => toFeature(row, ways));
  if (ways.size > 1) return journeys.slice(0, ways.size - 1).flatMap((row) => toFeature(row, ways));
  const whole = await positions(database, view, { of: journeys.slice(0, 1), limit: null });
  return journeys.slice(0, 1).flatMap((row) => toFeature(row, new Map([[row.item_id, whole]])));
}

async function positions(
  database: Database,
  view: View,
  { of, limit }: { readonly of: readonly JourneyRow[]; readonly limit: number | null },
): Promise<readonly PositionRow[]> {
  if (of.length === 0) return [];
  const { longitude, latitude } = shownPlace("f", OF_SPAN, await coarsestMetres(database, view));
  const { rows } = await sql<PositionRow>`
    select span.item_id, f.time, ${longitude} as longitude, ${latitude} as latitude
    from (${deploymentSpans(view)}) span
      join fix f on f.tracker_id = span.tracker_id and f.time >= span.since and f.time < span.until
    where span.item_id = any(${of.map((row) => row.item_id)}::int[]) and f.tile_key is not null
      and ${ON_LINE}
    order by span.item_code, f.time, f.tracker_id, f.record_hash
    limit ${limit}`.execute(database);
  return rows;
}

/** None for a journey that lost its fixes between the two queries. */
function toFeature(
  row: JourneyRow,
  ways: ReadonlyMap<number, readonly PositionRow[]>,
): readonly JourneyFeature[] {
  const way = ways.get(row.item_id) ?? [];
  const [first] = way;
  const last = way.at(-1);
  if (!first || !last || way.length < 2) return [];
  return [
    {
      id: row.item_code,
      geometry: way.map(({ longitude, latitude }): Position => [longitude, latitude]),
      properties: {
        itemCode: row.item_code,
        studyId: row.study_id,
        itemType: row.item_type,
        simulated: row.simulated,
        startedAt: first.time,
        endedAt: last.time,
        fixCount: way.length,
      },
    },
  ];
}
