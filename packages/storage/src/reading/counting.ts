import type { FeaturePage } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

/** How many rows a query has; `undefined` when more than `atMost`, which bounds the work. */
export async function countUpTo(
  database: Database,
  query: RawBuilder<unknown>,
  atMost: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${query} limit ${atMost + 1}) counted`.execute(database);
  const count = rows[0]?.count ?? 0;
  return count > atMost ? undefined : count;
}

/** A page of `limit` rows out of rows asked for with one more. */
export function pageOf<Row>(rows: readonly Row[], limit: number): FeaturePage<Row> {
  return { features: rows.slice(0, limit), more: rows.length > limit };
}
