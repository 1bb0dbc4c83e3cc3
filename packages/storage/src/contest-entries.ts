import type { ContestDraw, ContestEntry } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** The tickets of a contest and what is behind them: as they were drawn, or as they stand now. */
export async function entriesOf(
  database: Database,
  studyId: number,
  { draw, limit = null }: { readonly draw: ContestDraw | null; readonly limit?: number | null },
): Promise<readonly ContestEntry[]> {
  const from = draw ? drawnEntries(studyId) : openEntries(studyId);
  const { rows } = await sql<ContestEntry>`${from} limit ${limit}`.execute(database);
  return rows;
}

/** How many tickets there are. */
export async function countEntries(
  database: Database,
  studyId: number,
  draw: ContestDraw | null,
): Promise<number> {
  const from = draw
    ? sql`contest_ticket where study_id = ${studyId}`
    : sql`(select distinct person, item.id, day from ${consenting(studyId)}) as entry`;
  const { rows } = await sql<{ tickets: number }>`
    select count(*) as tickets from ${from}`.execute(database);
  return rows[0]?.tickets ?? 0;
}

function drawnEntries(studyId: number) {
  return sql`
    select drawn.ticket, drawn.rank, drawn.sighting_id as "sightingId", item.code as "itemCode",
      sighting.seen_at as "seenAt", sighting.received_at as "receivedAt", sighting.locale,
      contact.name, contact.email
    from contest_ticket drawn
    left join sighting on sighting.id = drawn.sighting_id
    left join item on item.id = sighting.item_id
    left join sighting_contact contact
      on contact.sighting_id = sighting.id and contact.contest_consent_at is not null
    where drawn.study_id = ${studyId}
    order by drawn.rank`;
}

/** One ticket for a person, an item and a day, however often they report it; the first report holds it. */
function openEntries(studyId: number) {
  return sql`
    select * from (
      select distinct on (person, item.id, day)
        left(encode(sha256(convert_to(ticket_key || sighting.id::text, 'UTF8')), 'hex'), 16)
          as ticket,
        null::integer as rank, sighting.id as "sightingId", item.code as "itemCode",
        sighting.seen_at as "seenAt", sighting.received_at as "receivedAt", sighting.locale,
        contact.name, contact.email
      from ${consenting(studyId)}
      order by person, item.id, day, sighting.received_at, sighting.id
    ) as entry
    order by "receivedAt", ticket`;
}

/** Reports in time whose finders take part and can be told from others. */
function consenting(studyId: number) {
  return sql`contest
    join item on item.study_id = contest.study_id
    join sighting on sighting.item_id = item.id
      and sighting.received_at >= opens_at and sighting.received_at < closes_at
      and sighting.review <> 'rejected'
    join sighting_contact contact on contact.sighting_id = sighting.id
      and contact.contest_consent_at is not null
    cross join lateral (
      select lower(coalesce(nullif(trim(contact.email), ''), nullif(trim(contact.name), '')))
        as person, (sighting.seen_at at time zone 'UTC')::date as day
    ) as once
    where contest.study_id = ${studyId} and person is not null`;
}
