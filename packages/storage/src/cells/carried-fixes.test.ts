import { BLOCKING_FLAGS, TAKEN_FLAGS, UNPUBLIC_FLAGS } from "@zpr/model";
import type { TimeSpan } from "@zpr/ports";
import { NOW, RIVER } from "@zpr/testkit";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { postgresActivityStore } from "../reading/activity-store.ts";
import { postgresFeatureStore } from "../reading/feature-store.ts";
import { writeRiver } from "../reading/testing.ts";
import { postgresTileStore } from "../reading/tile-store.ts";
import { useDatabase } from "../testing.ts";
import { postgresFixCellLog } from "./fix-cell-log.ts";

const database = useDatabase();
const PUBLIC = { studies: [], now: NOW };
const PLACE = [4.4, 51.22] as const;
/** From the whole world to the closest look; tiles of all that are shown as cells, and as points. */
const ZOOMS = [0, 4, 8, 10, 12, 13, 14, 15, 16, 18, 20];
/** Whole months, whole days with ends, hours, and a time that only ends. */
const SPANS: readonly (TimeSpan | undefined)[] = [
  undefined,
  { from: new Date("2026-04-01T00:00:00Z"), to: new Date("2026-06-01T00:00:00Z") },
  { from: new Date("2026-04-30T17:00:00Z"), to: new Date("2026-05-04T05:00:00Z") },
  { from: new Date("2026-05-01T08:30:00Z"), to: new Date("2026-05-01T23:30:00Z") },
  { to: new Date("2026-05-03T12:00:00Z") },
];
/** Some fixes that anybody sees, beside others that stay. */
const SOME = sql`record_hash % 2 = 0 and flags & ${sql.lit(UNPUBLIC_FLAGS)} = 0`;

function tileAt(z: number) {
  const side = 2 ** z;
  const sine = Math.sin((PLACE[1] * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { z, x: Math.floor(((PLACE[0] + 180) / 360) * side), y: Math.floor(y * side) };
}

/** The newest time of a cell, which anybody saw a moment ago, is found anew when the keeper counts. */
function withoutNewest(told: readonly unknown[]): unknown {
  return JSON.parse(JSON.stringify(told, (key, value) => (key === "newest" ? undefined : value)));
}

/** All that anybody is told about where and when there are fixes. */
async function toldToAll() {
  const tiles = postgresTileStore(database());
  const activity = postgresActivityStore(database());
  const features = postgresFeatureStore(database());
  const told: unknown[] = [];
  for (const during of SPANS) {
    for (const z of ZOOMS)
      for (const maxPoints of [0, 5000])
        told.push(
          await tiles.fixes({
            ...{ view: PUBLIC, ...tileAt(z), cellLevel: z + 6, maxPoints },
            ...(during && { during }),
          }),
        );
    told.push((await activity.activity(PUBLIC, 1, during ?? {})).bins);
    const narrowed = { view: PUBLIC, ...(during && { during }), equals: {} };
    told.push(await features.fixes.count(narrowed, 1000));
    told.push((await features.fixes.page({ ...narrowed, limit: 100 })).features);
  }
  return told;
}

test("a fix in which somebody carried the item is in no public tile and no public count", async () => {
  await writeRiver(database(), RIVER);
  const log = postgresFixCellLog(database());
  while (await log.fold(10));
  const before = await toldToAll();

  await sql`update fix set flags = flags | ${TAKEN_FLAGS}::int where ${SOME}`.execute(database());
  const waiting = await toldToAll();
  while (await log.fold(10));
  const counted = await toldToAll();

  await sql`delete from fix where flags & ${TAKEN_FLAGS}::int <> 0`.execute(database());
  while (await log.fold(10));
  const withoutThem = await toldToAll();
  expect(before).not.toEqual(withoutThem);
  expect(withoutNewest(waiting)).toEqual(withoutNewest(withoutThem));
  expect(counted).toEqual(withoutThem);
});

test("the database and the model agree on which flags are for members only", async () => {
  const { rows } = await sql<{ flags: number; kind: number }>`
    select 1 << bit as flags, fix_kind(1 << bit) as kind from generate_series(0, 11) bit`.execute(
    database(),
  );
  for (const { flags, kind } of rows)
    expect([flags, kind & 1]).toEqual([flags, (flags & UNPUBLIC_FLAGS) === 0 ? 0 : 1]);
  expect(UNPUBLIC_FLAGS).toBe(BLOCKING_FLAGS | TAKEN_FLAGS);
});
