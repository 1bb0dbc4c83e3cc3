import { flagNames, InvalidValue, ROUGH_FLAGS } from "@zpr/model";
import type {
  FeatureExtent,
  FeaturePageQuery,
  FeatureQuery,
  FeatureStore,
  FixFeature,
  View,
} from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { type FixIdentity, fixId, parseFixId } from "../fix-id.ts";
import { coarsestMetres, isShownIn, shownPlace } from "./coarse.ts";
import { countUpTo, pageOf } from "./counting.ts";
import { deployedItems } from "./deployed-items.ts";
import { fixExtent } from "./fix-extent.ts";
import { isDuring } from "./narrowing.ts";
import { isPublic, visibleSpans } from "./visibility.ts";

/** The fixes that have a position, in the order of their primary key. */
export function postgresFixFeatures(database: Database): FeatureStore["fixes"] {
  return {
    async page(query) {
      const page = { where: after(query), limit: query.limit + 1 };
      return pageOf(await select(database, query, page), query.limit);
    },

    async count(query, atMost) {
      const coarsest = await coarsestMetres(database, query.view);
      return countUpTo(database, sql`select 1 ${matching(query, coarsest)}`, atMost);
    },

    async find(view, id) {
      const identity = parseFixId(id);
      if (!identity) return undefined;
      const query = { view, equals: { trackerId: identity.trackerId } };
      const [feature] = await select(database, query, { where: isFix(identity), limit: 1 });
      return feature;
    },

    extent(view: View): Promise<FeatureExtent | null> {
      return fixExtent(database, visibleSpans(view));
    },
  };
}

interface FixFeatureRow {
  readonly tracker_id: number;
  readonly time: Date;
  readonly record_hash: number;
  readonly raw_message_id: number;
  readonly received_at: Date;
  readonly longitude: number;
  readonly latitude: number;
  readonly flags: number;
  readonly altitude_metres: number | null;
  readonly speed_metres_per_second: number | null;
  readonly heading_degrees: number | null;
  readonly satellites: number | null;
  readonly hdop: number | null;
  readonly accuracy_metres: number | null;
  readonly battery_volts: number | null;
  readonly battery_percent: number | null;
  readonly study_id: number;
  readonly simulated: boolean;
  readonly member: boolean;
  readonly coarse_metres: number;
}

async function select(
  database: Database,
  query: FeatureQuery,
  { where, limit }: { readonly where: RawBuilder<boolean>; readonly limit: number },
): Promise<readonly FixFeature[]> {
  const coarsest = await coarsestMetres(database, query.view);
  const { longitude, latitude } = shownPlace("f", OF_SPAN, coarsest);
  const { rows } = await sql<FixFeatureRow>`
    select f.tracker_id, f.time, f.record_hash, f.raw_message_id, f.received_at,
      ${longitude} as longitude, ${latitude} as latitude, span.coarse_metres, f.flags, f.altitude_metres, f.speed_metres_per_second, f.heading_degrees,
      f.satellites, f.hdop, f.accuracy_metres, f.battery_volts, f.battery_percent,
      span.study_id, span.simulated, span.member
    ${matching(query, coarsest)} and ${where}
    order by f.tracker_id, f.time, f.record_hash limit ${limit}`.execute(database);
  const itemAt = await deployedItems(
    database,
    rows.map((row) => row.tracker_id),
  );
  return rows.map((row) => toFeature(row, itemAt(row.tracker_id, row.time)));
}

const OF_SPAN = sql<number>`span.coarse_metres`;

function matching(
  { view, equals, bbox, during }: FeatureQuery,
  coarsest: number,
): RawBuilder<unknown> {
  const shown = shownPlace("f", OF_SPAN, coarsest);
  return sql`
    from (${visibleSpans(view, equals)}) span
      join fix f on f.tracker_id = span.tracker_id and f.time >= span.since and f.time < span.until
    where (span.member or ${isPublic("f")}) and ${isShownIn("f", bbox, { shown, coarsest })}
      and ${isDuring("f.time", during)}`;
}

function after({ after: id }: FeaturePageQuery): RawBuilder<boolean> {
  if (id === undefined) return sql`true`;
  const identity = parseFixId(id);
  if (!identity) throw new InvalidValue("fix id", id);
  return sql`(f.tracker_id, f.time, f.record_hash) > ${key(identity)}`;
}

function isFix(identity: FixIdentity): RawBuilder<boolean> {
  return sql`(f.tracker_id, f.time, f.record_hash) = ${key(identity)}`;
}

function key({ trackerId, time, recordHash }: FixIdentity): RawBuilder<unknown> {
  return sql`(${trackerId}::int, ${time}::timestamptz, ${recordHash}::bigint)`;
}

function toFeature(row: FixFeatureRow, itemCode: string | null): FixFeature {
  return {
    id: fixId({ trackerId: row.tracker_id, time: row.time, recordHash: row.record_hash }),
    geometry: [row.longitude, row.latitude],
    properties: {
      trackerId: row.tracker_id,
      itemCode,
      studyId: row.study_id,
      time: row.time,
      simulated: row.simulated,
      ...motionOf(row),
      satellites: row.satellites,
      hdop: row.hdop,
      accuracyMetres:
        row.coarse_metres === 0
          ? row.accuracy_metres
          : Math.max(row.coarse_metres, row.accuracy_metres ?? 0),
      network: (row.flags & ROUGH_FLAGS) !== 0,
      batteryVolts: row.battery_volts,
      batteryPercent: row.battery_percent,
      ...(row.member && {
        flags: flagNames(row.flags),
        rawMessageId: row.raw_message_id,
        receivedAt: row.received_at,
      }),
    },
  };
}

/** Who adds up speeds and headings finds the way inside a cell: not where places are coarse. */
function motionOf(row: FixFeatureRow) {
  const isExact = row.coarse_metres === 0;
  return {
    altitudeMetres: isExact ? row.altitude_metres : null,
    speedMetresPerSecond: isExact ? row.speed_metres_per_second : null,
    headingDegrees: isExact ? row.heading_degrees : null,
  };
}
