import { itemCodeFromNumber } from "@zpr/model";
import { type Database, postgresItemStore, postgresStudyStore } from "@zpr/storage";
import { sql } from "kysely";
import { imeiOf } from "./packets.ts";

/** Registers so many trackers, each in an item for a month, as in a study: their journeys are kept up too. */
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
  const uniqueIds = codes.map((_, number) => imeiOf(number));
  // One by one, as people register them, takes longer than what is measured.
  await sql`
    with made as (
      insert into tracker (study_id, protocol, unique_id, name)
      select ${studyId}, 'teltonika', unique_id, unique_id from unnest(${uniqueIds}::text[]) as one (unique_id)
      returning id, unique_id
    )
    insert into deployment (tracker_id, item_id, started_at)
    select made.id, item.id, now() - interval '30 days'
    from unnest(${uniqueIds}::text[], ${codes}::text[]) as pair (unique_id, code)
      join made using (unique_id) join item using (code)`.execute(database);
}

/** How many fixes all trackers have. */
export async function fixCount(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(fix_count), 0)::float8 as count from tracker`.execute(database);
  return rows[0]?.count ?? 0;
}
