import type { MailOutbox } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Mails that are to be sent, in PostgreSQL. */
export function postgresMailOutbox(database: Database): MailOutbox {
  return {
    async take(now, leaseMilliseconds) {
      const { rows } = await sql<MailRow>`
        update mail set attempts = attempts + 1,
          next_attempt_at = ${now}::timestamptz + ${`${leaseMilliseconds} milliseconds`}::interval
        where id = (
          select id from mail
          where handed_over_at is null and given_up_at is null and next_attempt_at <= ${now}
          order by next_attempt_at limit 1 for update skip locked
        )
        returning id, to_address, subject, text, unsubscribe_url, created_at, attempts`.execute(
        database,
      );
      const [row] = rows;
      return (
        row && {
          id: row.id,
          to: row.to_address,
          subject: row.subject,
          text: row.text,
          unsubscribeUrl: row.unsubscribe_url,
          createdAt: row.created_at,
          attempts: row.attempts,
        }
      );
    },

    handedOver: (id, at) =>
      database.transaction().execute(async (transaction) => {
        const mail = await transaction
          .updateTable("mail")
          .set({
            handed_over_at: at,
            to_address: null,
            text: null,
            unsubscribe_url: null,
            last_error: null,
          })
          .where("id", "=", id)
          .returning("alarm_ids")
          .executeTakeFirst();
        if (!mail || mail.alarm_ids.length === 0) return;
        await transaction
          .updateTable("alarm")
          .set({ mailed_at: at })
          .where("id", "in", mail.alarm_ids)
          .where("mailed_at", "is", null)
          .execute();
      }),

    async failed(id, reason, againAt) {
      await database
        .updateTable("mail")
        .set({
          last_error: reason,
          ...(againAt
            ? { next_attempt_at: againAt }
            : {
                given_up_at: sql<Date>`now()`,
                to_address: null,
                text: null,
                unsubscribe_url: null,
              }),
        })
        .where("id", "=", id)
        .execute();
    },
  };
}

/** A mail that waits still has its address and its text. */
interface MailRow {
  readonly id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
  readonly unsubscribe_url: string | null;
  readonly created_at: Date;
  readonly attempts: number;
}
