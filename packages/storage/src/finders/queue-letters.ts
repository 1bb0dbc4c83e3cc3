import type { FinderLetters, Letter, MailReader } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** So many questions an address gets in a day, whoever types it into how many reports. */
const MOST_CONFIRMATIONS_A_DAY = 3;

/** What letters are about, and when. */
export interface Occasion {
  readonly sightingId: string;
  readonly at: Date;
  readonly letters: FinderLetters;
}

/** Queues the mails that follow from a report that is in the open now. */
export async function queueLetters(transaction: Database, occasion: Occasion): Promise<void> {
  await queueFirst(transaction, occasion);
  await queueNews(transaction, occasion);
}

/**
 * The first mail, once, unless somebody must look at the report before: asks who wants news whether
 * the address is theirs, and tells who only takes part in a contest how to take that back.
 */
async function queueFirst(
  transaction: Database,
  { sightingId, at, letters }: Occasion,
): Promise<void> {
  const { rows } = await sql<FirstRecipient>`
    update sighting_contact c set confirm_mailed_at = ${at}
    from sighting g
      left join item i on i.id = g.item_id left join contest on contest.study_id = i.study_id
    where g.id = c.sighting_id and g.id = ${sightingId}::uuid
      and g.review in ('none', 'accepted') and g.merged_into is null
      and c.email is not null and c.confirm_mailed_at is null
      and (c.news_consent_at is not null
        or c.contest_consent_at >= contest.opens_at and c.contest_consent_at < contest.closes_at)
      and (
        select count(*) from sighting_contact other
        where lower(other.email) = lower(c.email)
          and other.confirm_mailed_at > ${at}::timestamptz - interval '1 day'
      ) < ${MOST_CONFIRMATIONS_A_DAY}
    returning c.email, c.token, g.locale, g.code as "itemCode",
      case when c.news_consent_at is null then contest.study_id end as "contestOf"`.execute(
    transaction,
  );
  await queueMails(
    transaction,
    at,
    rows.map((row) => [
      row.email,
      row.contestOf === null ? letters.confirmation(row) : letters.contest(row, row.contestOf),
    ]),
  );
}

/** Tells those who found the item before, each at most once a day, and not of what they reported themselves. */
async function queueNews(
  transaction: Database,
  { sightingId, at, letters }: Occasion,
): Promise<void> {
  const { rows } = await sql<Recipient>`
    with due as (
      select distinct on (lower(c.email)) c.sighting_id
      from sighting seen
        join item i on i.id = seen.item_id join study s on s.id = i.study_id
        join sighting g on g.item_id = i.id and g.id <> seen.id and g.seen_at < seen.seen_at
        join sighting_contact c on c.sighting_id = g.id
      where seen.id = ${sightingId}::uuid and seen.is_open and s.public
        and c.email is not null and c.news_consent_at is not null
        and c.confirmed_at is not null and c.unsubscribed_at is null
        and not exists (
          select from sighting_contact own
          where own.sighting_id = seen.id and lower(own.email) = lower(c.email))
        and not exists (
          select from sighting_contact told join sighting of_item on of_item.id = told.sighting_id
          where of_item.item_id = i.id and lower(told.email) = lower(c.email)
            and told.news_mailed_at > ${at}::timestamptz - interval '1 day')
      order by lower(c.email), g.seen_at desc
    )
    update sighting_contact c set news_mailed_at = ${at}
    from due join sighting g on g.id = due.sighting_id
    where c.sighting_id = due.sighting_id
    returning c.email, c.token, g.locale, g.code as "itemCode"`.execute(transaction);
  await queueMails(
    transaction,
    at,
    rows.map((row) => [row.email, letters.news(row)]),
  );
}

interface Recipient extends MailReader {
  readonly email: string;
}

interface FirstRecipient extends Recipient {
  /** The study in whose contest the reader takes part and wants nothing else. */
  readonly contestOf: number | null;
}

/** Puts letters into the outbox. */
export async function queueMails(
  transaction: Database,
  at: Date,
  letters: readonly (readonly [to: string, letter: Letter])[],
): Promise<void> {
  if (letters.length === 0) return;
  await transaction
    .insertInto("mail")
    .values(
      letters.map(([to, { subject, text, unsubscribeUrl }]) => ({
        to_address: to,
        subject,
        text,
        unsubscribe_url: unsubscribeUrl,
        created_at: at,
        next_attempt_at: at,
      })),
    )
    .execute();
}
