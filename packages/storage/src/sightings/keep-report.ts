import { type ItemCode, type Review, type SightingReport, tileKey } from "@zpr/model";
import type { Arrival } from "@zpr/ports";
import { sql, type UpdateObject } from "kysely";
import { lockCodes } from "../code-lock.ts";
import type { Database } from "../database.ts";
import { markJourneys } from "../journey-marks.ts";
import type { Tables } from "../tables.ts";
import { readCircumstances } from "./circumstances.ts";

/** What became of a report: it is new, its code was corrected to that of an item, or all is as it was. */
export type Kept = "new" | "corrected" | "known";

/** Keeps a report, with its item or without one. */
export async function keepReport(transaction: Database, arrival: Arrival): Promise<Kept> {
  const { code, report, judge } = arrival;
  const itemId = await lockItem(transaction, code);
  const circumstances =
    itemId === null ? undefined : await readCircumstances(transaction, report, itemId);
  const { notes, suspicious } = judge(circumstances);
  const review: Review =
    suspicious.length > 0 || circumstances?.publishSightings === "after-review"
      ? "waiting"
      : "none";
  const row = {
    item_id: itemId,
    code,
    notes: [...notes],
    finder_number: sql<number>`(select coalesce(max(finder_number), 0) + 1 from sighting where code = ${code})`,
  };
  const inserted = await transaction
    .insertInto("sighting")
    .values({
      ...row,
      ...columnsOf(report),
      received_at: arrival.receivedAt,
      suspicious: [...suspicious],
      review,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted) await keepContact(transaction, arrival);
  const corrected =
    !inserted &&
    itemId !== null &&
    (await correct(transaction, report.id, { ...row, review: heldReview(review) }));
  if (itemId !== null && (inserted || corrected))
    await markJourneys(transaction, [{ itemId, since: report.seenAt }]);
  if (inserted) return "new";
  return corrected ? "corrected" : "known";
}

/** The lock on the item numbers its finders one after the other; so does that on codes where there is none. */
async function lockItem(transaction: Database, code: ItemCode): Promise<number | null> {
  const find = () =>
    transaction
      .selectFrom("item")
      .select("id")
      .where("code", "=", code)
      .forUpdate()
      .executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  await lockCodes(transaction);
  return (await find())?.id ?? null;
}

/** Who waits already goes on waiting. */
function heldReview(review: Review) {
  return sql<Review>`case when review = 'none' then ${review} else review end`;
}

async function correct(
  transaction: Database,
  id: string,
  row: UpdateObject<Tables, "sighting">,
): Promise<boolean> {
  const corrected = await transaction
    .updateTable("sighting")
    .set(row)
    .where("id", "=", id)
    .where("item_id", "is", null)
    .returning("id")
    .executeTakeFirst();
  return corrected !== undefined;
}

function columnsOf(report: SightingReport) {
  const [longitude, latitude] = report.position ?? [null, null];
  return {
    id: report.id,
    seen_at: report.seenAt,
    longitude,
    latitude,
    tile_key: report.position && tileKey(report.position),
    accuracy_metres: report.accuracyMetres,
    position_source: report.positionSource,
    surroundings: report.surroundings,
    condition: report.condition,
    put_back: report.putBack,
    note: report.note,
    locale: report.locale,
  };
}

async function keepContact(
  transaction: Database,
  { report: { id, contact }, receivedAt }: Arrival,
): Promise<void> {
  if (!contact) return;
  await transaction
    .insertInto("sighting_contact")
    .values({
      sighting_id: id,
      email: contact.email,
      name: contact.name,
      news_consent_at: contact.newsConsent ? receivedAt : null,
      contest_consent_at: contact.contestConsent ? receivedAt : null,
      questions_consent_at: contact.questionsConsent ? receivedAt : null,
    })
    .execute();
}
