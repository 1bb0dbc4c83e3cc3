import type { AdvancedJourney, ChangedJourney } from "@zpr/ports";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { postgresJourneyLog } from "./journey-log.ts";
import { useDatabase } from "./testing.ts";

const database = useDatabase();
const CHANGES = 500;

test("keepers at the same time take different journeys, and none waits for another", async () => {
  await items(6);
  await changes("select n from generate_series(1, 6) n");
  const first = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const seen: number[][] = [];
  const log = postgresJourneyLog(database());
  const slow = log.take(2, async (journeys) => {
    seen.push(idsOf(journeys));
    first.resolve();
    await goOn.promise;
    return [];
  });
  await first.promise;
  for (const isMore of [true, true, false])
    expect(await log.take(2, async (journeys) => note(journeys, seen))).toBe(isMore);
  goOn.resolve();
  expect(await slow).toBe(true);
  expect(seen).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});

test("a tracker that sends without a pause does not keep others waiting, however much it has sent", async () => {
  await items(3);
  await changes(`select 1 from generate_series(1, ${CHANGES})`);
  await changes("select 2");
  await changes("select 3");
  const seen: number[][] = [];
  const log = postgresJourneyLog(database());
  for (let isMore = true; isMore; )
    isMore = await log.take(2, async (journeys) => note(journeys, seen));
  expect(seen).toEqual([[1], [2, 3]]);
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from journey_change`.execute(database());
  expect(rows).toEqual([{ left: 0 }]);
});

function note(journeys: readonly ChangedJourney[], seen: number[][]): readonly AdvancedJourney[] {
  seen.push(idsOf(journeys));
  return [];
}

function idsOf(journeys: readonly ChangedJourney[]): number[] {
  return journeys.map(({ itemId }) => itemId).sort((a, b) => a - b);
}

async function items(count: number): Promise<void> {
  await sql`
    with one as (insert into study (name) values ('Changes') returning id),
      type as (insert into item_type (study_id, name) select id, 'bottle' from one returning id, study_id)
    insert into item (study_id, item_type_id, code)
    select study_id, type.id, 'A0000' || n from type, generate_series(1, ${count}::int) n`.execute(
    database(),
  );
}

async function changes(itemIds: string): Promise<void> {
  await sql`insert into journey_change (item_id, since) select n, 'epoch' from (${sql.raw(itemIds)}) c (n)`.execute(
    database(),
  );
}
