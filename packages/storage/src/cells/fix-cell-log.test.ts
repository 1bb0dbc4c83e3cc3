import { tileKey } from "@zpr/model";
import { RIVER } from "@zpr/testkit";
import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "../database.ts";
import { writeRiver } from "../reading/testing.ts";
import { postgresTileStore } from "../reading/tile-store.ts";
import { useDatabase } from "../testing.ts";
import { postgresFixCellLog } from "./fix-cell-log.ts";
import { keptAndRecounted } from "./testing.ts";

const database = useDatabase();
const NOW = new Date("2026-06-01T00:00:00Z");

/** What ingest, replays, late judgement and deployments do to stored fixes, as plain statements. */
const CHANGES: Readonly<Record<string, (some: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  come: (some) => sql`
    insert into fix select (jsonb_populate_record(fix, jsonb_build_object(
      'record_hash', record_hash + 10000, 'time', time + interval '9 hours'))).*
    from fix where ${some} on conflict do nothing`,
  again: (some) => sql`insert into fix select * from fix where ${some} on conflict do nothing`,
  replaced: (some) => sql`
    insert into fix select * from fix where ${some} on conflict (tracker_id, time, record_hash)
    do update set tile_key = ${tileKey([4.2, 51.05])}::bigint, longitude = 4.2, latitude = 51.05`,
  gone: (some) => sql`delete from fix where ${some}`,
  judged: (some) => sql`update fix set flags = flags # 128 where ${some}`,
  excluded: (some) => sql`update fix set flags = flags # 4096 where ${some}`,
  placed: (some) => sql`update fix set flags = flags # 512 where ${some}`,
  lost: (some) => sql`update fix set tile_key = null where ${some}`,
  moved: (some) => sql`update fix set time = time + interval '31 days' where ${some}`,
  untouched: (some) => sql`update fix set battery_volts = 3.7 where ${some}`,
};

const history = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(CHANGES)),
    one: fc.nat(4),
    in: fc.integer({ min: 2, max: 5 }),
    fold: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

async function counted(database: Database): Promise<number> {
  const content = await postgresTileStore(database).fixes({
    view: { studies: "all", now: NOW },
    ...{ z: 0, x: 0, y: 0, cellLevel: 6, maxPoints: 0 },
  });
  return content.kind === "cells" ? content.cells.reduce((sum, { count }) => sum + count, 0) : 0;
}

test("whatever happens to fixes, cells say what counting from scratch says, counted yet or not", async () => {
  const log = postgresFixCellLog(database());
  await fc.assert(
    fc.asyncProperty(history, async (changes) => {
      await sql`truncate study, tracker, fix, fix_cell, fix_cell_change restart identity cascade`.execute(
        database(),
      );
      await writeRiver(database(), RIVER);
      for (const { kind, one, in: parts, fold } of changes) {
        const some = sql`record_hash % ${sql.lit(parts)} = ${sql.lit(one % parts)}`;
        await (CHANGES[kind] ?? CHANGES["gone"])?.(some).execute(database());
        if (fold) await log.fold(1);
      }
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from fix where tile_key is not null`.execute(database());
      expect(await counted(database())).toBe(rows[0]?.count);
      while (await log.fold(2));
      const { kept, recounted } = await keptAndRecounted(database());
      expect(kept).toEqual(recounted);
      expect(await counted(database())).toBe(rows[0]?.count);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("two keepers never count the same change", async () => {
  await writeRiver(database(), RIVER);
  const logs = [postgresFixCellLog(database()), postgresFixCellLog(database())];
  await Promise.all(logs.map((log) => log.fold(10)));
  while (await logs[0]?.fold(10));
  const { kept, recounted } = await keptAndRecounted(database());
  expect(kept).toEqual(recounted);
});
