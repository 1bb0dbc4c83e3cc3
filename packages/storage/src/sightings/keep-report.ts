import { type ItemCode, type Position, type SightingReport, tileKey } from "@zpr/model";
import type { Arrival, Circumstances } from "@zpr/ports";
import { sql, type UpdateObject } from "kysely";
import { lockCodes } from "../code-lock.ts";
import type { Database } from "../database.ts";
import { markJourneys } from "../journey-marks.ts";
import type { Tables } from "../tables.ts";

const DAY = "1 day";

/** What became of a report: it is new, its code was corrected to that of an item, or all is as it was. */
export type Kept = "new" | "corrected" | "known";

/** Keeps a report, with its item or without one. */
export async function keepReport(transaction: Database, arrival: Arrival): Promise<Kept> {
  const { code, report, judge } = arrival;
  const itemId = await lockItem(transaction, code);
  const { notes, suspicious } = judge(
    itemId === null ? undefined : await readCircumstances(transaction, arrival, itemId),
  );
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
      review: suspicious.length > 0 ? "waiting" : "none",
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted) await keepContact(transaction, arrival);
  const corrected = !inserted && itemId !== null && (await correct(transaction, report.id, row));
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
    })
    .execute();
}

interface CircumstancesRow {
  readonly simulated: boolean;
  readonly reported_today: boolean;
  readonly released_at: Date | null;
  readonly closed_at: Date | null;
  readonly water_lines: Circumstances["waterLines"];
  readonly corridor_metres: number;
  readonly known_places: readonly Position[];
}

async function readCircumstances(
  transaction: Database,
  { report }: Arrival,
  itemId: number,
): Promise<Circumstances | undefined> {
  const { rows } = await sql<CircumstancesRow>`
    select s.simulated, r.released_at, s.closed_at, s.water_lines, s.corridor_metres,
      exists (
        select from sighting g where g.item_id = i.id and g.id <> ${report.id}::uuid
          and g.review <> 'rejected'
          and g.seen_at > ${report.seenAt}::timestamptz - ${DAY}::interval
          and g.seen_at < ${report.seenAt}::timestamptz + ${DAY}::interval
      ) as reported_today,
      (select coalesce(json_agg(json_build_array(longitude, latitude)), '[]') from (
        select longitude, latitude from release where study_id = s.id
        union all
        select last_longitude, last_latitude from journey
        where item_id = i.id and last_longitude is not null
      ) place) as known_places
    from item i join study s on s.id = i.study_id left join release r on r.id = i.release_id
    where i.id = ${itemId}`.execute(transaction);
  const [row] = rows;
  return (
    row && {
      simulated: row.simulated,
      reportedToday: row.reported_today,
      releasedAt: row.released_at,
      studyClosedAt: row.closed_at,
      waterLines: row.water_lines,
      corridorMetres: row.corridor_metres,
      knownPlaces: row.known_places,
    }
  );
}
