import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, expect, test } from "vitest";
import { bringUpToDate } from "./journey-keeper.ts";
import { openRiver, type River, recordAt } from "./testing.ts";

const IMEI = "356938035643809";
const MINUTE = 60_000;
const database = useDatabase();
let river: River;
/** The next fix is received then. */
let receivedAt: Date;

beforeEach(async () => {
  river = await openRiver(database());
  const { id } = await river.register(IMEI);
  const { code } = await river.newItem();
  const startedAt = new Date(recordAt(0).time);
  await river.trackerStore.deploy({ trackerId: id, itemCode: code, startedAt, endedAt: null });
});

test("what another ingest records a moment late does not have the whole journey told again", async () => {
  receivedAt = new Date(Date.now() - MINUTE);
  await record(0, 10);
  expect(await keep()).toEqual([true]);
  receivedAt = new Date();
  await record(20, 30, 40);
  expect(await keep()).toEqual([false]);
  await record(25);
  expect(await keep()).toEqual([false]);
  expect(await fixCount()).toBe(6);
});

test("what a tracker sends late has, once the moment is over", async () => {
  receivedAt = new Date(Date.now() - MINUTE);
  await record(0, 10, 20, 30, 40);
  expect(await keep()).toEqual([true]);
  await record(50);
  expect(await keep()).toEqual([false]);
  await record(25);
  expect(await keep()).toEqual([true]);
  expect(await fixCount()).toBe(7);
});

async function record(...minutes: readonly number[]): Promise<void> {
  const records = minutes.map((minute) => recordAt(minute));
  await river.send(IMEI, records, receivedAt);
  await river.ingestAll();
}

/** Brings journeys up to date, and says of each whether it was told from its beginning. */
async function keep(): Promise<readonly boolean[]> {
  const anew: boolean[] = [];
  await river.journeyLog.take(10, async (changed, read) => {
    const told = await bringUpToDate(changed, read);
    anew.push(...told.map(({ episodes }) => episodes.fromBeginning));
    return told;
  });
  return anew;
}

async function fixCount(): Promise<number | undefined> {
  const [journey] = await river.journeyStore.list("all", { after: undefined, limit: 10 });
  return journey?.fixCount;
}
