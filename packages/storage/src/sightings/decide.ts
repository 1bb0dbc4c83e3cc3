import { isDeepStrictEqual } from "node:util";
import { itemCode as toItemCode } from "@zpr/model";
import type { NewDecision, PlacedSighting, Refusal, SightingState, StatePatch } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import { queueLetters } from "../finders/queue-letters.ts";
import { markJourneys } from "../journey-marks.ts";
import type { Tables } from "../tables.ts";
import { readCircumstances } from "./circumstances.ts";
import { sightingRows, toSighting } from "./sighting-rows.ts";
import { originalOf, photoState, stateOf, writeState } from "./sighting-state.ts";
import { wantedPatch } from "./wanted-patch.ts";

type Row = Selectable<Tables["sighting"]>;

/** Values of which the finder said something else before. */
const SAID = [
  "itemCode",
  "seenAt",
  "position",
  "accuracyMetres",
  "positionSource",
  "surroundings",
  "condition",
  "putBack",
] as const;
/** Values on which it depends what is to be noted of a report. */
const TELLING = ["itemCode", "seenAt", "position", "accuracyMetres", "surroundings"] as const;

/** Carries a decision out in a transaction, and writes down what was before and is after. */
export async function decide(
  transaction: Database,
  decision: NewDecision,
): Promise<PlacedSighting | Refusal> {
  const { sightingId } = decision;
  // Merges look at two reports: one at a time, so that no two of them point to each other.
  await sql`select pg_advisory_xact_lock(hashtext('zpr merge'))`.execute(transaction);
  const row = await transaction
    .selectFrom("sighting")
    .selectAll()
    .where("id", "=", sightingId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return "sighting-unknown";
  if (!(await isKnown(transaction, decision.id))) {
    const refusal = await carryOut(transaction, decision, row);
    if (refusal) return refusal;
  }
  return toSighting(
    await sightingRows(transaction).where("sighting.id", "=", sightingId).executeTakeFirstOrThrow(),
  );
}

async function isKnown(transaction: Database, id: string): Promise<boolean> {
  const known = await transaction
    .selectFrom("sighting_decision")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  return known !== undefined;
}

async function carryOut(
  transaction: Database,
  decision: NewDecision,
  row: Row,
): Promise<Refusal | undefined> {
  const { change, sightingId } = decision;
  const before = stateOf(row);
  const wanted = await wantedPatch(transaction, decision, before);
  if (typeof wanted === "string") return wanted;
  const photo = wanted.photo && (await photoState(transaction, sightingId, wanted.photo.n))?.state;
  const current = { ...before, ...(photo && { photo }) };
  const asked = changedOnly(current, wanted);
  if (Object.keys(asked).length === 0) return undefined;
  if (asked.itemCode !== undefined) await lockItem(transaction, asked.itemCode);
  if (row.original === null && SAID.some((name) => name in asked))
    await transaction
      .updateTable("sighting")
      .set({ original: JSON.stringify(originalOf(before)) })
      .where("id", "=", sightingId)
      .execute();
  await writeState(transaction, sightingId, asked);
  const to = {
    ...asked,
    ...(change.kind !== "undo" && (await consequences(transaction, decision, asked))),
  };
  await transaction
    .insertInto("sighting_decision")
    .values({
      id: decision.id,
      sighting_id: sightingId,
      kind: change.kind,
      at: decision.at,
      by: decision.by,
      reason: decision.reason,
      from: JSON.stringify(valuesOf(current, to)),
      to: JSON.stringify(to),
      undoes: change.kind === "undo" ? change.decision : null,
    })
    .execute();
  await announce(transaction, decision, { before: row, to });
  return undefined;
}

/** What follows for its notes from where and when it now is, and for its review from the study that it now belongs to. */
async function consequences(
  transaction: Database,
  { sightingId, judge }: NewDecision,
  asked: StatePatch,
): Promise<StatePatch> {
  if (!TELLING.some((name) => name in asked)) return {};
  const row = await readRow(transaction, sightingId);
  const { position } = stateOf(row);
  const report = {
    id: row.id,
    seenAt: row.seen_at,
    position,
    accuracyMetres: row.accuracy_metres,
    surroundings: row.surroundings,
  };
  const circumstances =
    row.item_id === null ? undefined : await readCircumstances(transaction, report, row.item_id);
  const notes = judge(report, row.received_at, circumstances);
  const isHeld = row.review === "none" && circumstances?.publishSightings === "after-review";
  const follows = changedOnly(stateOf(row), {
    notes,
    ...(isHeld && { review: "waiting" as const }),
  });
  await writeState(transaction, sightingId, follows);
  return follows;
}

/** Tells the journeys it was and is in, and by mail who is told when a report comes into the open. */
async function announce(
  transaction: Database,
  { change, sightingId, at, by, letters }: NewDecision,
  { before, to }: { readonly before: Row; readonly to: StatePatch },
): Promise<void> {
  if (to.review !== undefined)
    await transaction
      .updateTable("sighting")
      .set({ reviewed_by: by, reviewed_at: at })
      .where("id", "=", sightingId)
      .execute();
  const after = await readRow(transaction, sightingId);
  const since = before.seen_at < after.seen_at ? before.seen_at : after.seen_at;
  const itemIds = new Set([before.item_id, after.item_id].filter((id) => id !== null));
  await markJourneys(
    transaction,
    [...itemIds].map((itemId) => ({ itemId, since })),
  );
  const isRevealed = to.review === "accepted" || to.review === "none" || !before.is_open;
  if (change.kind !== "undo" && isRevealed && isReviewed(after))
    await queueLetters(transaction, { sightingId, at, letters });
}

function isReviewed({ review, merged_into: mergedInto }: Row): boolean {
  return (review === "none" || review === "accepted") && mergedInto === null;
}

function readRow(transaction: Database, id: string): Promise<Row> {
  return transaction
    .selectFrom("sighting")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function lockItem(transaction: Database, code: string): Promise<void> {
  await transaction
    .selectFrom("item")
    .select("id")
    .where("code", "=", toItemCode(code))
    .forUpdate()
    .execute();
}

function changedOnly(current: StatePatch, wanted: StatePatch): StatePatch {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => !isDeepStrictEqual(value, current[name as keyof StatePatch]),
    ),
  );
}

/** Of the state before, what a decision changed. */
function valuesOf(state: StatePatch, changed: StatePatch): StatePatch {
  return Object.fromEntries(
    Object.keys(changed).map((name) => [name, state[name as keyof SightingState] ?? null]),
  );
}
