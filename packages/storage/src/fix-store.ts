import { flagNames, InvalidValue } from "@zpr/model";
import type { FixFilter, FixStore, StoredFix } from "@zpr/ports";
import { type Selectable, type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "./database.ts";
import { type FixIdentity, fixId, parseFixId } from "./fix-id.ts";
import { isInBox } from "./reading/narrowing.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";

/** Fixes in PostgreSQL, as they are read. */
export function postgresFixStore(database: Database): FixStore {
  return {
    async list(filter, page) {
      const after = page.after === undefined ? undefined : keyOf(page.after);
      const rows = await filtered(database.selectFrom("fix").selectAll("fix"), filter)
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(fix.time, fix.tracker_id, fix.record_hash) > (${after?.time}, ${after?.trackerId}, ${after?.recordHash})`,
          ),
        )
        .orderBy("fix.time")
        .orderBy("fix.tracker_id")
        .orderBy("fix.record_hash")
        .limit(page.limit)
        .execute();
      return rows.map(toStoredFix);
    },
  };
}

function keyOf(id: string): FixIdentity {
  const key = parseFixId(id);
  if (!key) throw new InvalidValue("fix id", id);
  return key;
}

function filtered<Row>(query: SelectQueryBuilder<Tables, "fix", Row>, filter: FixFilter) {
  const { studies, trackerId, itemCode, from, to, bbox, flagged } = filter;
  return query
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("tracker")
          .whereRef("tracker.id", "=", "fix.tracker_id")
          .where(({ ref }) => inStudies(ref("tracker.study_id"), studies)),
      ),
    )
    .$if(trackerId !== undefined, (q) => q.where("fix.tracker_id", "=", trackerId ?? 0))
    .$if(itemCode !== undefined, (q) =>
      q.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("deployment")
            .innerJoin("item", "item.id", "deployment.item_id")
            .whereRef("deployment.tracker_id", "=", "fix.tracker_id")
            .whereRef("deployment.started_at", "<=", "fix.time")
            .where(sql<boolean>`fix.time < coalesce(deployment.ended_at, 'infinity')`)
            .where("item.code", "=", itemCode ?? ""),
        ),
      ),
    )
    .$if(from !== undefined, (q) => q.where("fix.time", ">=", from ?? new Date(0)))
    .$if(to !== undefined, (q) => q.where("fix.time", "<", to ?? new Date(0)))
    .$if(flagged !== undefined, (q) => q.where("fix.flags", flagged ? "!=" : "=", 0))
    .$if(bbox !== undefined, (q) => q.where(isInBox("fix", bbox)));
}

function toStoredFix(row: Selectable<Tables["fix"]>): StoredFix {
  const { longitude, latitude } = row;
  return {
    id: fixId({ trackerId: row.tracker_id, time: row.time, recordHash: row.record_hash }),
    trackerId: row.tracker_id,
    time: row.time,
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    altitudeMetres: row.altitude_metres,
    speedMetresPerSecond: row.speed_metres_per_second,
    headingDegrees: row.heading_degrees,
    satellites: row.satellites,
    hdop: row.hdop,
    accuracyMetres: row.accuracy_metres,
    batteryVolts: row.battery_volts,
    batteryPercent: row.battery_percent,
    flags: flagNames(row.flags),
    rawMessageId: row.raw_message_id,
    receivedAt: row.received_at,
    attributes: row.attributes ?? {},
  };
}
