import type { Retention } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** How long what must not stay stays; docs/finder.md says so to people. */
const UNCONFIRMED = "14 days";
const LONGEST = "24 months";
const AFTER_STUDY = "6 months";
const PHOTO_PIECES = "7 days";

/** Forgetting in PostgreSQL. */
export function postgresRetention(database: Database): Retention {
  return {
    async forget(now) {
      const contacts = await sql`
        delete from sighting_contact c using sighting g
          left join item i on i.id = g.item_id left join study s on s.id = i.study_id
        where g.id = c.sighting_id and (
          g.received_at < ${now}::timestamptz - ${LONGEST}::interval
          or s.closed_at < ${now}::timestamptz - ${AFTER_STUDY}::interval
          or (c.contest_consent_at is null and (
            c.unsubscribed_at is not null
            or (c.confirmed_at is null and g.received_at < ${now}::timestamptz - ${UNCONFIRMED}::interval))))`.execute(
        database,
      );
      const pieces = await sql`
        delete from photo_piece where received_at < ${now}::timestamptz - ${PHOTO_PIECES}::interval`.execute(
        database,
      );
      return {
        contacts: Number(contacts.numAffectedRows ?? 0),
        photoPieces: Number(pieces.numAffectedRows ?? 0),
      };
    },
  };
}
