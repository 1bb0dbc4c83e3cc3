import { itemCodeFromNumber } from "@zpr/model";
import {
  type Database,
  postgresItemStore,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";
import { imeiOf } from "./packets.ts";

const DAY = 24 * 3_600_000;

/** Registers so many trackers, each in an item, as in a study: their journeys are kept up too. */
export async function prepareTrackers(database: Database, count: number): Promise<void> {
  const study = { name: "bench", description: "", simulated: true, public: true };
  const { id: studyId = 0 } =
    (await postgresStudyStore(database).create({ ...study, publicDelayHours: 0 }, undefined)) ?? {};
  const itemStore = postgresItemStore(database);
  const kind = { material: null, massGrams: null, lengthMillimetres: null };
  const type = { studyId, name: "bottle", ...kind, jCode: null, buoyancy: null };
  const { id: itemTypeId = 0 } = (await itemStore.createType(type)) ?? {};
  const codes = Array.from({ length: count }, (_, number) => itemCodeFromNumber(number));
  await itemStore.create(codes.map((code) => ({ studyId, itemTypeId, code, note: "" })));
  const trackerStore = postgresTrackerStore(database);
  for (const [number, itemCode] of codes.entries()) {
    const named = { studyId, protocol: "teltonika", uniqueId: imeiOf(number), name: `${number}` };
    const tracker = await trackerStore.register({ ...named, model: null, intervalSeconds: null });
    const startedAt = new Date(Date.now() - 30 * DAY);
    const trackerId = tracker?.id ?? 0;
    await trackerStore.deploy({ trackerId, itemCode, startedAt, endedAt: null });
  }
}

/** How many fixes all trackers have. */
export async function fixCount(database: Database): Promise<number> {
  const trackers = await database.selectFrom("tracker").select("fix_count").execute();
  return trackers.reduce((sum, { fix_count: count }) => sum + count, 0);
}
