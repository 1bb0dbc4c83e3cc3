import type { JourneySummary, StoredFix } from "@zpr/ports";
import { useDatabase } from "@zpr/storage/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deployment, history, http, type Kind, type Said, teltonika } from "./histories/testing.ts";
import { ingest } from "./ingest.ts";
import { bringUpToDate } from "./journey-keeper.ts";
import { openRiver, type River } from "./testing.ts";

const database = useDatabase();

/** How the same records come in another time: cut into messages, some twice, in any order, taken in batches of any size. */
const arrival = fc.record({
  cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 40, maxLength: 40 }),
  order: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
  twice: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  batches: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 80, maxLength: 80 }),
  deployedAfter: fc.nat(10),
});
type Arrival = typeof arrival extends fc.Arbitrary<infer One> ? One : never;

test.each([teltonika, http])(
  "however its messages come in, a $protocol tracker gets the same fixes, flags and journey",
  async (kind) => {
    const river = await openRiver(database());
    let run = 0;
    await fc.assert(
      fc.asyncProperty(history, arrival, async (records, coming) => {
        run += 1;
        const once = { river, kind, uniqueId: `${100_000_000_000_000 + run}`, records };
        const inPieces = { ...once, uniqueId: `${200_000_000_000_000 + run}` };
        expect(await toldInPieces(inPieces, coming)).toEqual(await toldAtOnce(once));
      }),
      { numRuns: 20 },
    );
  },
  60_000,
);

interface Telling {
  readonly river: River;
  readonly kind: Kind;
  readonly uniqueId: string;
  readonly records: readonly Said[];
}

async function toldAtOnce({ river, kind, uniqueId, records }: Telling) {
  const { id } = await river.register(uniqueId, kind.protocol);
  const deploy = deployment(river, id, records);
  await deploy();
  await kind.send(river, uniqueId, records);
  await river.ingestAll();
  await river.journeyLog.take(1000, bringUpToDate);
  return outcome(river, id);
}

async function toldInPieces({ river, kind, uniqueId, records }: Telling, coming: Arrival) {
  const { id } = await river.register(uniqueId, kind.protocol);
  const deploy = deployment(river, id, records);
  for (const message of messagesOf(records, coming)) await kind.send(river, uniqueId, message);
  for (const [turn, limit] of coming.batches.entries()) {
    if (turn === coming.deployedAfter) await deploy();
    if ((await ingest(river.ports, limit)).taken.length === 0 && turn > coming.deployedAfter) break;
    if (turn % 3 === 0) await river.journeyLog.take(1000, bringUpToDate);
  }
  await river.ingestAll();
  await river.journeyLog.take(1000, bringUpToDate);
  return outcome(river, id);
}

function messagesOf(records: readonly Said[], { cuts, twice, order }: Arrival) {
  const messages: Said[][] = [];
  for (let start = 0, cut = 0; start < records.length; start += cuts[cut] ?? 1, cut += 1)
    messages.push(records.slice(start, start + (cuts[cut] ?? 1)));
  const repeated = messages.filter((_, at) => twice[at]);
  return [...messages, ...repeated]
    .map((message, at) => ({ message, weight: order[at] ?? 0 }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ message }) => message);
}

/** All that must not depend on how the records came in. */
async function outcome(river: River, trackerId: number) {
  const fixes = await river.fixesOf(trackerId);
  const tracker = await river.trackerStore.find(trackerId);
  const journeys = await river.journeyStore.list("all", { after: undefined, limit: 1000 });
  const code = (
    await river.trackerStore.listDeployments({ studies: "all" }, { after: undefined, limit: 1000 })
  ).find((one) => one.trackerId === trackerId)?.itemCode;
  const journey = journeys.find((one) => one.itemCode === code);
  return {
    fixes: fixes.map(withoutOrigin),
    lastFixTime: tracker?.lastFix?.time,
    fixCount: tracker?.fixCount,
    journey: journey && withoutItem(journey),
  };
}

function withoutOrigin({ id, trackerId: _, rawMessageId: __, ...fix }: StoredFix) {
  return { ...fix, hash: id.split(".").at(-1) };
}

function withoutItem({ itemId: _, itemCode: __, ...measures }: JourneySummary) {
  return measures;
}
