import type { ContestDraw, ContestEntry } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** The tickets of a contest: as they were drawn, or as they stand now. */
export function entriesOf(
  database: Database,
  studyId: number,
  draw: ContestDraw | null,
): Promise<readonly ContestEntry[]> {
  return draw ? drawnEntries(database, studyId) : openEntries(database, studyId);
}

async function drawnEntries(database: Database, studyId: number): Promise<readonly ContestEntry[]> {
  const { rows } = await sql<ContestEntry>`
    select drawn.ticket, drawn.rank, drawn.sighting_id as "sightingId", item.code as "itemCode",
      sighting.seen_at as "seenAt", sighting.received_at as "receivedAt", sighting.locale,
      contact.name, contact.email
    from contest_ticket drawn
    left join sighting on sighting.id = drawn.sighting_id
    left join item on item.id = sighting.item_id
    left join sighting_contact contact
      on contact.sighting_id = sighting.id and contact.contest_consent_at is not null
    where drawn.study_id = ${studyId}
    order by drawn.rank`.execute(database);
  return rows;
}

/** One ticket for a person, an item and a day, however often they report it; the first report holds it. */
async function openEntries(database: Database, studyId: number): Promise<readonly ContestEntry[]> {
  const { rows } = await sql<ContestEntry>`
    select * from (
      select distinct on (person, item.id, day)
        left(encode(sha256(convert_to(ticket_key || sighting.id::text, 'UTF8')), 'hex'), 16)
          as ticket,
        null::integer as rank, sighting.id as "sightingId", item.code as "itemCode",
        sighting.seen_at as "seenAt", sighting.received_at as "receivedAt", sighting.locale,
        contact.name, contact.email
      from contest
      join item on item.study_id = contest.study_id
      join sighting on sighting.item_id = item.id
        and sighting.received_at >= opens_at and sighting.received_at < closes_at
      join sighting_contact contact on contact.sighting_id = sighting.id
        and contact.contest_consent_at is not null
      cross join lateral (
        select lower(coalesce(nullif(trim(contact.email), ''), nullif(trim(contact.name), '')))
          as person, (sighting.seen_at at time zone 'UTC')::date as day
      ) as once
      where contest.study_id = ${studyId} and person is not null
      order by person, item.id, day, sighting.received_at, sighting.id
    ) as entry
    order by "receivedAt", ticket`.execute(database);
  return rows;
}
