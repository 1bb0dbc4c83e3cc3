import { type BoundingBox, boxRanges, coarseLevel, type TileKeyRange, tileRange } from "@zpr/model";
import type { View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { isInBox, isWithin } from "./narrowing.ts";
import { isMember } from "./visibility.ts";

type Condition = RawBuilder<boolean>;

/** A row's place as its reader gets it. */
export interface ShownPlace {
  readonly longitude: RawBuilder<number>;
  readonly latitude: RawBuilder<number>;
  readonly tileKey: RawBuilder<number>;
}

/** How wide the cells are by which a reader gets the positions of the study row `s`, metres; 0 where they are exact. */
export function coarseMetres({ studies }: View): RawBuilder<number> {
  return sql`(case when ${isMember(studies, "s.id")} then 0 else s.public_coarse_metres end)`;
}

/** The widest cells of any study that a reader sees from outside; with 0 nothing needs to be made coarse. */
export async function coarsestMetres(database: Database, view: View): Promise<number> {
  const { rows } = await sql<{ metres: number }>`
    select coalesce(max(${coarseMetres(view)}), 0) as metres from study s where s.public`.execute(
    database,
  );
  return rows[0]?.metres ?? 0;
}

/** The place in `table` by cells of `metres`, an expression; as it is when the `coarsest` is 0. */
export function shownPlace(
  table: string,
  metres: RawBuilder<number>,
  coarsest: number,
): ShownPlace {
  const [x, y, key] = ["longitude", "latitude", "tile_key"].map((name) =>
    sql.ref<number>(`${table}.${name}`),
  ) as [RawBuilder<number>, RawBuilder<number>, RawBuilder<number>];
  if (coarsest === 0) return { longitude: x, latitude: y, tileKey: key };
  const level = sql`coarse_level(${metres})`;
  return {
    longitude: sql`coarse_longitude(${x}, ${level})`,
    latitude: sql`coarse_latitude(${y}, ${level})`,
    tileKey: sql`coarse_key(${key}, ${level})`,
  };
}

/** Whether a place is shown in a box: asked box by box, nobody learns more than the cell. */
export function isShownIn(
  table: string,
  box: BoundingBox | undefined,
  { shown, coarsest }: { readonly shown: ShownPlace; readonly coarsest: number },
): Condition {
  if (!box || coarsest === 0) return isInBox(table, box);
  const key = sql.ref(`${table}.tile_key`);
  const runs = boxRanges(widened(box, 180 / 2 ** coarseLevel(coarsest))).map(
    ([first, last]) => sql`${key} between ${first} and ${last}`,
  );
  return sql`(${sql.join(runs, sql` or `)}) and ${isWithin(shown, box)}`;
}

/** The keys of everything that may be shown in a map tile. */
export function reachOfTile(
  { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
  coarsest: number,
): TileKeyRange {
  const level = coarsest === 0 ? z : Math.min(z, coarseLevel(coarsest));
  return tileRange(level, x >> (z - level), y >> (z - level));
}

function widened([west, south, east, north]: BoundingBox, degrees: number): BoundingBox {
  const [left, right] = [Math.max(-180, west - degrees), Math.min(180, east + degrees)];
  const isAllAround = west > east && left <= right;
  return [isAllAround ? -180 : left, south - degrees, isAllAround ? 180 : right, north + degrees];
}
