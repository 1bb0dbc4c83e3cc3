import { randomUUID } from "node:crypto";
import type { AskedQuestion, NewQuestion, PlacedSighting, Question } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import { queueMails } from "../finders/queue-letters.ts";
import type { Tables } from "../tables.ts";
import { sightingRows, toSighting } from "./sighting-rows.ts";

/** So many questions an address gets in a day, about however many reports. */
const MOST_QUESTIONS_A_DAY = 3;

/** Whether the finder of the row `c` wants to be asked: the address is confirmed, or they agreed, and took nothing back. */
const IS_REACHABLE = sql<boolean>`c.email is not null and c.unsubscribed_at is null
  and (c.confirmed_at is not null or c.questions_consent_at is not null)`;

interface Reader {
  readonly email: string;
  readonly token: string;
  readonly locale: PlacedSighting["locale"];
  readonly itemCode: string;
}

/** Asks by mail, in one transaction with what is kept of the question. */
export async function ask(
  transaction: Database,
  { id, sightingId, text, by, at, letters }: NewQuestion,
): Promise<Question | "not-reachable" | "one-open"> {
  await transaction
    .selectFrom("sighting")
    .select("id")
    .where("id", "=", sightingId)
    .forUpdate()
    .execute();
  const before = await rowsOf(transaction, sightingId);
  const known = before.find((row) => row.id === id);
  if (known) return toQuestion(known);
  if (before.some((row) => row.answered_at === null && row.withdrawn_at === null))
    return "one-open";
  const reader = await readerOf(transaction, sightingId, at);
  if (!reader) return "not-reachable";
  const token = `${randomUUID()}${randomUUID()}`.replaceAll("-", "");
  const row = await transaction
    .insertInto("finder_question")
    .values({ id, sighting_id: sightingId, token, text, asked_at: at, asked_by: by })
    .returningAll()
    .executeTakeFirstOrThrow();
  const letter = letters.question(reader, { text, token });
  await queueMails(transaction, at, [[reader.email, letter]]);
  return toQuestion(row);
}

async function readerOf(
  transaction: Database,
  sightingId: string,
  at: Date,
): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select c.email, c.token, g.locale, g.code as "itemCode"
    from sighting_contact c join sighting g on g.id = c.sighting_id
    where g.id = ${sightingId}::uuid and ${IS_REACHABLE} and (
      select count(*) from finder_question q
        join sighting_contact other on other.sighting_id = q.sighting_id
      where lower(other.email) = lower(c.email)
        and q.asked_at > ${at}::timestamptz - interval '1 day'
    ) < ${MOST_QUESTIONS_A_DAY}`.execute(transaction);
  return rows[0];
}

/** Whether the finder of a report can be written to. */
export async function mayAsk(database: Database, sightingId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (
      select from sighting_contact c where c.sighting_id = ${sightingId}::uuid and ${IS_REACHABLE}
    ) as may`.execute(database);
  return rows[0]?.may ?? false;
}

/** The questions about a report, oldest first. */
export async function questionsOf(
  database: Database,
  sightingId: string,
): Promise<readonly Question[]> {
  return (await rowsOf(database, sightingId)).map(toQuestion);
}

/** Lets an open question wait no more. */
export async function withdraw(
  database: Database,
  ...[sightingId, id, at]: [string, string, Date]
): Promise<boolean> {
  const withdrawn = await database
    .updateTable("finder_question")
    .set({ withdrawn_at: at })
    .where("id", "=", id)
    .where("sighting_id", "=", sightingId)
    .where("answered_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return withdrawn !== undefined;
}

/** The question behind a link. */
export async function findQuestion(
  database: Database,
  token: string,
): Promise<AskedQuestion | undefined> {
  const row = await database
    .selectFrom("finder_question")
    .innerJoin("sighting", "sighting.id", "finder_question.sighting_id")
    .selectAll("finder_question")
    .select(["sighting.code", "sighting.locale"])
    .where("token", "=", token)
    .executeTakeFirst();
  return (
    row && {
      text: row.text,
      itemCode: row.code,
      locale: row.locale,
      isOpen: row.answered_at === null && row.withdrawn_at === null,
    }
  );
}

/** Keeps the first answer to an open question. */
export async function answerQuestion(
  database: Database,
  ...[token, answer, at]: [string, string, Date]
): Promise<PlacedSighting | undefined> {
  const answered = await database
    .updateTable("finder_question")
    .set({ answer, answered_at: at })
    .where("token", "=", token)
    .where("answered_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("sighting_id")
    .executeTakeFirst();
  if (!answered) return undefined;
  const row = await sightingRows(database)
    .where("sighting.id", "=", answered.sighting_id)
    .executeTakeFirst();
  return row && toSighting(row);
}

type Row = Selectable<Tables["finder_question"]>;

function rowsOf(database: Database, sightingId: string): Promise<readonly Row[]> {
  return database
    .selectFrom("finder_question")
    .selectAll()
    .where("sighting_id", "=", sightingId)
    .orderBy("n")
    .execute();
}

function toQuestion(row: Row): Question {
  return {
    id: row.id,
    text: row.text,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    answer: row.answer,
    answeredAt: row.answered_at,
    withdrawnAt: row.withdrawn_at,
  };
}
