import { postgresFixCellLog } from "@zpr/storage";
import { keptAndRecounted, sql, useDatabase } from "@zpr/storage/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deployment, history, http, teltonika } from "../histories/testing.ts";
import { bringUpToDate } from "../journey-keeper.ts";
import { openRiver, type River, recordAt, replayIn } from "../testing.ts";
import type { FinishedReplay } from "./replay.ts";
import type { FixOutcome } from "./replayed.ts";

const database = useDatabase();

type Sql = ReturnType<typeof sql>;

/** What a poorer decoder may have made of some fixes, or a careless hand of the table. */
const HARMS: Readonly<Record<string, (some: Sql) => Sql>> = {
  lost: (some) => sql`delete from fix where ${some}`,
  misplaced: (some) => sql`update fix set longitude = longitude / 2 where ${some}`,
  misjudged: (some) => sql`update fix set flags = flags # 129 where ${some}`,
  mistimed: (some) => sql`update fix set time = time + interval '40 days' where ${some}`,
  misread: (some) =>
    sql`update fix set quality = 1, hdop = 0.5, attributes = '{"odd": 1}' where ${some}`,
  madeUp: (some) => sql`
    insert into fix select (
      jsonb_populate_record(fix, jsonb_build_object('record_hash', record_hash / 2))).*
    from fix where ${some} on conflict do nothing`,
};

const damage = fc.record({
  harms: fc.array(
    fc.record({
      kind: fc.constantFrom(...Object.keys(HARMS)),
      one: fc.nat(6),
      in: fc.integer({ min: 2, max: 7 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  batchMessages: fc.integer({ min: 1, max: 9 }),
  cutAfter: fc.integer({ min: 1, max: 4 }),
});
type Damage = typeof damage extends fc.Arbitrary<infer One> ? One : never;

test.each([teltonika, http])(
  "whatever happened to the fixes of a $protocol tracker, a replay makes them what they were",
  async (kind) => {
    const river = await openRiver(database());
    let run = 0;
    await fc.assert(
      fc.asyncProperty(history, damage, async (records, harm) => {
        run += 1;
        const uniqueId = `${100_000_000_000_000 + run}`;
        const { id } = await river.register(uniqueId, kind.protocol);
        await deployment(river, id, records)();
        for (const part of [records.slice(0, 5), records.slice(3), records.slice(0, 9)])
          await kind.send(river, uniqueId, part);
        await river.ingestAll();
        const whole = await state(river, id);

        await inflict(harm, id);
        const scope = { uniqueId };
        const { batchMessages } = harm;
        const damaged = await river.fixesOf(id);
        const foreseen = await replayIn(database(), { scope, batchMessages, dryRun: true });
        expect(await river.fixesOf(id)).toEqual(damaged);
        const begun = await cutOff(uniqueId, harm);
        const done = await replayIn(database(), { scope, batchMessages });
        expect(await state(river, id)).toEqual(whole);
        await expectTrueCells();
        expect(changes(begun, done)).toEqual(changes(foreseen));

        await kind.send(river, uniqueId, [
          recordAt(1),
          recordAt(2, { position: [4.4, 51.2] }),
          recordAt(3),
        ]);
        await river.ingestAll();
        const { byProtocol } = await replayIn(database(), { scope });
        await expectTrueCells();
        expect(byProtocol[kind.protocol]?.fixes).toEqual(NO_CHANGES);
      }),
      { numRuns: 15 },
    );
  },
  120_000,
);

const NO_CHANGES = { new: 0, changed: 0, gone: 0, reflagged: 0, kept: 0 };

async function inflict({ harms }: Damage, trackerId: number): Promise<void> {
  for (const { kind, one, in: of } of harms)
    await HARMS[kind]?.(
      sql`tracker_id = ${trackerId} and record_hash % ${of} = ${one % of}`,
    ).execute(database());
  await sql`update tracker set fix_count = 1, tail = null, last_fix_time = null where id = ${trackerId}`.execute(
    database(),
  );
}

/** A replay that ends after some batches, as if it had been killed between two of them. */
function cutOff(uniqueId: string, { batchMessages, cutAfter }: Damage): Promise<FinishedReplay> {
  const stop = new AbortController();
  let batches = 0;
  const onProgress = () => {
    batches += 1;
    if (batches === cutAfter) stop.abort();
  };
  const { signal } = stop;
  return replayIn(database(), { scope: { uniqueId }, batchMessages, signal, onProgress });
}

/** How many fixes replays made, changed and removed; flags by neighbours may change more than once on the way. */
function changes(...replays: readonly FinishedReplay[]) {
  const outcomes: readonly FixOutcome[] = ["new", "changed", "gone"];
  const counts = replays.flatMap(({ byProtocol }) => Object.values(byProtocol));
  return outcomes.map((outcome) => counts.reduce((sum, { fixes }) => sum + fixes[outcome], 0));
}

/** What the map counts by cell is what is there. */
async function expectTrueCells(): Promise<void> {
  const log = postgresFixCellLog(database());
  while ((await log.fold(50)) > 0);
  const { kept, recounted } = await keptAndRecounted(database());
  expect(kept).toEqual(recounted);
}

async function state(river: River, trackerId: number) {
  await river.journeyLog.take(1000, bringUpToDate);
  const page = { after: undefined, limit: 1000 };
  const { itemCode } =
    (await river.trackerStore.listDeployments({ studies: "all" }, page)).find(
      (one) => one.trackerId === trackerId,
    ) ?? {};
  const journeys = await river.journeyStore.list("all", page);
  return {
    fixes: await river.fixesOf(trackerId),
    tracker: await river.trackerStore.find(trackerId),
    journey: journeys.find((one) => one.itemCode === itemCode),
  };
}
