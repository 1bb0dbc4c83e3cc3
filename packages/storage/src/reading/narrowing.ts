import { type BoundingBox, boxRanges } from "@zpr/model";
import type { TimeSpan } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";

type Condition = RawBuilder<boolean>;

interface Place {
  readonly longitude: RawBuilder<unknown>;
  readonly latitude: RawBuilder<unknown>;
}

/** Whether the position in `table` lies in a box, by its indexed tile key first. */
export function isInBox(table: string, box: BoundingBox | undefined): Condition {
  const key = sql.ref(`${table}.tile_key`);
  if (!box) return sql`${key} is not null`;
  const ranges = boxRanges(box).map(([first, last]) => sql`${key} between ${first} and ${last}`);
  return sql`(${sql.join(ranges, sql` or `)}) and ${isWithin({ longitude: sql.ref(`${table}.longitude`), latitude: sql.ref(`${table}.latitude`) }, box)}`;
}

/**
 * The exact comparison. In a `case`, so that the planner takes it for even odds: it would otherwise
 * multiply its share with that of the tile keys, expect a handful of rows and choose nested loops.
 */
export function isWithin({ longitude: x, latitude: y }: Place, box: BoundingBox): Condition {
  const [west, south, east, north] = box;
  const across =
    west <= east
      ? sql`${x} between ${west} and ${east}`
      : sql`(${x} >= ${west} or ${x} <= ${east})`;
  return sql`case when ${across} and ${y} between ${south} and ${north} then true else false end`;
}

/** Whether an instant lies in a span of time. */
export function isDuring(column: string, span: TimeSpan | undefined): Condition {
  const time = sql.ref(column);
  const from = span?.from ? sql`${time} >= ${span.from}::timestamptz` : sql`true`;
  const to = span?.to ? sql`${time} <= ${span.to}::timestamptz` : sql`true`;
  return sql`${from} and ${to}`;
}

/** Joins conditions; none at all holds always. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`${sql.join([...conditions], sql` and `)}`;
}
