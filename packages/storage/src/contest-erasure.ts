import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Forgets who took part in the drawn contest of a study, or in all whose time has come. */
export function forget(
  database: Database,
  now: Date,
  which: { readonly studyId: number } | "due",
): Promise<{ readonly studyIds: readonly number[]; readonly contacts: number }> {
  // Reports that come late, with consent to a contest that is over, are forgotten at the next look.
  const isMeant =
    which === "due"
      ? sql<boolean>`(erased_at is not null or drawn_at + retention_days * interval '1 day' <= ${now})`
      : sql<boolean>`study_id = ${which.studyId}`;
  return database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .updateTable("contest")
      .set({ erased_at: sql`coalesce(erased_at, ${now})`, ticket_key: null })
      .where("drawn_at", "is not", null)
      .where(isMeant)
      .returning("study_id")
      .execute();
    const studyIds = rows.map((row) => row.study_id);
    return { studyIds, contacts: await forgetContacts(transaction, studyIds) };
  });
}

/** Removes what was given for the contest alone; who also wanted news keeps getting them. */
async function forgetContacts(database: Database, studyIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ sighting_id: string }>`
    with given as (
      select contact.sighting_id from sighting_contact contact
      join sighting on sighting.id = contact.sighting_id
      join item on item.id = sighting.item_id
      where contact.contest_consent_at is not null and item.study_id = any(${studyIds})
    ), gone as (
      delete from sighting_contact using given
      where sighting_contact.sighting_id = given.sighting_id and news_consent_at is null
      returning given.sighting_id
    ), kept as (
      update sighting_contact set name = null, contest_consent_at = null from given
      where sighting_contact.sighting_id = given.sighting_id and news_consent_at is not null
      returning given.sighting_id
    )
    select sighting_id from gone union all select sighting_id from kept`.execute(database);
  return rows.length;
}
