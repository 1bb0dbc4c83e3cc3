import { isDeepStrictEqual } from "node:util";
import type { NewDecision, Refusal, SightingState, StatePatch } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { photoState } from "./sighting-state.ts";

/** What a decision wants to be so, or why that cannot be. */
export async function wantedPatch(
  transaction: Database,
  { sightingId, change }: NewDecision,
  state: SightingState,
): Promise<StatePatch | Refusal> {
  switch (change.kind) {
    case "accept":
      return { review: "accepted" };
    case "reject":
      return { review: "rejected" };
    case "mark":
      return {
        suspicious: [...new Set([...state.suspicious, "marked" as const])],
        review: "waiting",
      };
    case "clear":
      return cleared(transaction, state);
    case "correct":
      return change.values;
    case "move":
      return (await isItem(transaction, change.itemCode))
        ? { itemCode: change.itemCode }
        : "item-unknown";
    case "merge":
      return (await mayLead(transaction, sightingId, change.into))
        ? { mergedInto: change.into }
        : "lead-unfit";
    case "photo": {
      const photo = await photoState(transaction, sightingId, change.n);
      if (photo?.version !== change.version) return "photo-changed";
      return { photo: { ...photo.state, ...change.changes, checked: true } };
    }
    case "undo":
      return undone(transaction, { sightingId, decisionId: change.decision }, state);
  }
}

/** Without a doubt it waits only where all reports do. */
async function cleared(transaction: Database, state: SightingState): Promise<StatePatch> {
  if (state.review !== "waiting") return { suspicious: [] };
  const study = await transaction
    .selectFrom("item")
    .innerJoin("study", "study.id", "item.study_id")
    .select("publish_sightings")
    .where("item.code", "=", state.itemCode)
    .executeTakeFirst();
  const waits = study?.publish_sightings === "after-review";
  return { suspicious: [], ...(!waits && { review: "none" as const }) };
}

async function isItem(transaction: Database, code: string): Promise<boolean> {
  const item = await transaction
    .selectFrom("item")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirst();
  return item !== undefined;
}

/** The lead is of the same item and counts itself; and who leads others follows nobody. */
async function mayLead(transaction: Database, id: string, lead: string): Promise<boolean> {
  const { rows } = await sql<{ fit: boolean }>`
    select exists (
      select from sighting mine join sighting lead on lead.code = mine.code
      where mine.id = ${id}::uuid and lead.id = ${lead}::uuid and lead.id <> mine.id
        and lead.merged_into is null and lead.review <> 'rejected'
        and not exists (select from sighting other where other.merged_into = mine.id)
    ) as fit`.execute(transaction);
  return rows[0]?.fit ?? false;
}

async function undone(
  transaction: Database,
  { sightingId, decisionId }: { readonly sightingId: string; readonly decisionId: string },
  state: SightingState,
): Promise<StatePatch | Refusal> {
  const decision = await transaction
    .selectFrom("sighting_decision")
    .selectAll()
    .where("id", "=", decisionId)
    .where("sighting_id", "=", sightingId)
    .executeTakeFirst();
  if (!decision) return "decision-unknown";
  const { from, to } = decision;
  const photo = to.photo && (await photoState(transaction, sightingId, to.photo.n))?.state;
  const current: StatePatch = { ...state, ...(photo && { photo }) };
  const isAsLeft = Object.entries(to).every(([name, value]) =>
    isDeepStrictEqual(value, current[name as keyof StatePatch]),
  );
  if (!isAsLeft) return "decided-since";
  const { mergedInto } = from;
  if (mergedInto && !(await mayLead(transaction, sightingId, mergedInto))) return "lead-unfit";
  return from;
}
