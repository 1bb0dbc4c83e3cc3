import { tileKey } from "@zpr/model";
import type { OriginalReport, PhotoState, SightingState, StatePatch } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

type SightingColumns = Selectable<Tables["sighting"]>;

/** What decisions may change of a report, as it is now. */
export function stateOf(row: SightingColumns): SightingState {
  const { longitude, latitude } = row;
  return {
    itemCode: row.code,
    seenAt: row.seen_at.toISOString(),
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    accuracyMetres: row.accuracy_metres,
    positionSource: row.position_source,
    surroundings: row.surroundings,
    condition: row.condition,
    putBack: row.put_back,
    notes: row.notes,
    noteHidden: row.note_hidden,
    suspicious: row.suspicious,
    review: row.review,
    mergedInto: row.merged_into,
  };
}

/** What of the state is the finder's own word. */
export function originalOf({
  suspicious: _suspicious,
  review: _review,
  mergedInto: _mergedInto,
  noteHidden: _noteHidden,
  ...said
}: SightingState): OriginalReport {
  return said;
}

/** One photo of a report as it is now; `undefined` when it cannot be shown. */
export async function photoState(
  transaction: Database,
  sightingId: string,
  n: number,
): Promise<{ readonly state: PhotoState; readonly version: number } | undefined> {
  const row = await transaction
    .selectFrom("photo")
    .selectAll()
    .where("sighting_id", "=", sightingId)
    .where("n", "=", n)
    .where("width", "is not", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { checked, hidden, is_public: open, blur, shown_key: shownKey, version } = row;
  return { state: { n, checked, hidden, public: open, blur, shownKey }, version };
}

/** Writes some values into a report's row and its photo's. */
export async function writeState(
  transaction: Database,
  sightingId: string,
  { photo, itemCode, ...patch }: StatePatch,
): Promise<void> {
  if (photo)
    await transaction
      .updateTable("photo")
      .set({
        checked: photo.checked,
        hidden: photo.hidden,
        is_public: photo.public,
        blur: JSON.stringify(photo.blur),
        shown_key: photo.shownKey,
      })
      .where("sighting_id", "=", sightingId)
      .where("n", "=", photo.n)
      .execute();
  const columns = { ...columnsOf(patch), ...(itemCode !== undefined && placeIn(itemCode)) };
  if (Object.keys(columns).length > 0)
    await transaction.updateTable("sighting").set(columns).where("id", "=", sightingId).execute();
}

/** With the next number among the finders of the item; whoever moves a report holds the lock on the item. */
function placeIn(code: string) {
  return {
    code,
    item_id: sql<number | null>`(select id from item where code = ${code})`,
    finder_number: sql<number>`(select coalesce(max(finder_number), 0) + 1 from sighting other where other.code = ${code})`,
  };
}

function columnsOf(patch: Partial<SightingState>) {
  const { seenAt, position, accuracyMetres, positionSource, notes, suspicious } = patch;
  return {
    ...(seenAt !== undefined && { seen_at: new Date(seenAt) }),
    ...(position !== undefined && {
      longitude: position?.[0] ?? null,
      latitude: position?.[1] ?? null,
      tile_key: position && tileKey(position),
    }),
    ...(accuracyMetres !== undefined && { accuracy_metres: accuracyMetres }),
    ...(positionSource !== undefined && { position_source: positionSource }),
    ...(notes !== undefined && { notes: [...notes] }),
    ...(suspicious !== undefined && { suspicious: [...suspicious] }),
    ...wordColumns(patch),
  };
}

function wordColumns(patch: Partial<SightingState>) {
  const { surroundings, condition, putBack, noteHidden, review, mergedInto } = patch;
  return {
    ...(surroundings !== undefined && { surroundings }),
    ...(condition !== undefined && { condition }),
    ...(putBack !== undefined && { put_back: putBack }),
    ...(noteHidden !== undefined && { note_hidden: noteHidden }),
    ...(review !== undefined && { review }),
    ...(mergedInto !== undefined && { merged_into: mergedInto }),
  };
}
