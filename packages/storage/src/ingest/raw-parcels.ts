import type { LoggedMessage, Parcel } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { messageInsertion } from "./message-insertion.ts";

/** Longer than any engine keeps a parcel that it could deliver again. */
const KEPT_DAYS = 30;

/** Enters the messages of parcels that have not entered before into the raw log, and numbers them. */
export async function enterParcels(
  transaction: Database,
  parcels: readonly Parcel[],
): Promise<readonly LoggedMessage[]> {
  const messages = (await claim(transaction, parcels)).flatMap((parcel) => parcel.messages);
  if (messages.length === 0) return [];
  const { rows } = await messageInsertion(messages).execute(transaction);
  const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
  return messages.map((message, index) => ({ ...message, id: ids[index] ?? 0 }));
}

/**
 * Notes the ids of parcels and gives the parcels that were not noted before. Who claims what another
 * transaction has in hand waits for its end; in one order, so that no two wait for each other.
 */
async function claim(
  transaction: Database,
  parcels: readonly Parcel[],
): Promise<readonly Parcel[]> {
  const { rows } = await sql<{ place: number }>`
    with offered as (
      select id, min(place) as place
      from unnest(${parcels.map(({ id }) => id)}::uuid[]) with ordinality as row (id, place) group by id
    ), claimed as (
      insert into raw_parcel (id) select id from offered order by id
      on conflict do nothing returning id
    )
    select place from offered join claimed using (id) order by place`.execute(transaction);
  return rows.flatMap(({ place }) => parcels[place - 1] ?? []);
}

/** Forgets parcels that no engine delivers any more. */
export async function forgetParcels(database: Database): Promise<void> {
  await sql`
    delete from raw_parcel
    where entered_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(database);
}
