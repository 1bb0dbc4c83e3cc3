import type { ItemCode } from "@zpr/model";
import type { Release, ReleaseChanges, ReleaseRefusal, ReleaseStore } from "@zpr/ports";
import type { Database } from "./database.ts";
import { markJourneys } from "./journey-marks.ts";
import { releaseRows, toRelease } from "./release-rows.ts";
import { orTaken } from "./unique-violation.ts";

/** What researchers change of releases after they are made, in PostgreSQL. */
export function releaseChanges(
  database: Database,
): Pick<ReleaseStore, "find" | "change" | "addItems" | "removeItems"> {
  return {
    find: (id) => find(database, id),
    change: (id, changes) =>
      orTaken(
        database.transaction().execute((transaction) => change(transaction, id, changes)),
      ).then((outcome) => (outcome === "name-taken" ? "taken" : outcome)),
    addItems: (id, codes) =>
      database.transaction().execute((transaction) => addItems(transaction, id, codes)),
    removeItems: (id, codes) =>
      database.transaction().execute((transaction) => removeItems(transaction, id, codes)),
  };
}

async function find(database: Database, id: number): Promise<Release | undefined> {
  const row = await releaseRows(database).where("release.id", "=", id).executeTakeFirst();
  return row && toRelease(row);
}

async function change(
  transaction: Database,
  id: number,
  changes: ReleaseChanges,
): Promise<Release | "ends-before-start" | undefined> {
  await transaction
    .selectFrom("release")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  const before = await find(transaction, id);
  if (!before) return undefined;
  const after = { ...before, ...changes };
  if (after.endedAt && after.endedAt < after.releasedAt) return "ends-before-start";
  const [longitude, latitude] = after.position;
  await transaction
    .updateTable("release")
    .set({
      place: after.place,
      longitude,
      latitude,
      released_at: after.releasedAt,
      ended_at: after.endedAt,
      note: after.note,
    })
    .where("id", "=", id)
    .execute();
  const since = new Date(Math.min(before.releasedAt.getTime(), after.releasedAt.getTime()));
  await tellAgain(transaction, { id, since });
  return find(transaction, id);
}

/** The journeys of a release's items are told again from its instant on. */
async function tellAgain(
  transaction: Database,
  { id, since }: { readonly id: number; readonly since: Date },
): Promise<void> {
  const items = await transaction
    .selectFrom("item")
    .select("id")
    .where("release_id", "=", id)
    .execute();
  await markJourneys(
    transaction,
    items.map(({ id: itemId }) => ({ itemId, since })),
  );
}

async function addItems(
  transaction: Database,
  id: number,
  codes: readonly ItemCode[],
): Promise<Release | ReleaseRefusal | undefined> {
  const release = await find(transaction, id);
  if (!release) return undefined;
  const items = await transaction
    .selectFrom("item")
    .select(["id", "code", "release_id"])
    .where("study_id", "=", release.studyId)
    .where("code", "in", ["", ...codes])
    .orderBy("id")
    .forUpdate()
    .execute();
  const known = new Set<string>(items.map(({ code }) => code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) return { refused: "code-unknown", codes: unknown };
  const elsewhere = items.filter((item) => item.release_id !== null && item.release_id !== id);
  if (elsewhere.length > 0)
    return { refused: "already-released", codes: elsewhere.map(({ code }) => code) };
  await put(transaction, id, { items, since: release.releasedAt });
  return find(transaction, id);
}

async function removeItems(
  transaction: Database,
  id: number,
  codes: readonly ItemCode[],
): Promise<Release | undefined> {
  const release = await find(transaction, id);
  if (!release) return undefined;
  const items = await transaction
    .selectFrom("item")
    .select("id")
    .where("release_id", "=", id)
    .where("code", "in", ["", ...codes])
    .orderBy("id")
    .forUpdate()
    .execute();
  await put(transaction, null, { items, since: release.releasedAt });
  return find(transaction, id);
}

async function put(
  transaction: Database,
  releaseId: number | null,
  { items, since }: { readonly items: readonly { readonly id: number }[]; readonly since: Date },
): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  await transaction
    .updateTable("item")
    .set({ release_id: releaseId })
    .where("id", "in", ids)
    .execute();
  await markJourneys(
    transaction,
    ids.map((itemId) => ({ itemId, since })),
  );
}
