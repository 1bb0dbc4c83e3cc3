import type { FeatureExtent } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

interface ExtentRow {
  readonly west: number | null;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly start: Date;
}

/** The box around points: rows of longitude, latitude and time. */
export async function pointExtent(
  database: Database,
  points: RawBuilder<unknown>,
): Promise<FeatureExtent | null> {
  const { rows } = await sql<ExtentRow>`
    select min(longitude) as west, min(latitude) as south, max(longitude) as east,
      max(latitude) as north, min(time) as start
    from (${points}) points`.execute(database);
  const [row] = rows;
  if (!row || row.west === null) return null;
  return { bbox: [row.west, row.south, row.east, row.north], start: row.start };
}
