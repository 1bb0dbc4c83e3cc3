import type { NewRelease, Release, ReleaseRefusal, ReleaseStore } from "@zpr/ports";
import type { Database } from "./database.ts";
import { markJourneys } from "./journey-marks.ts";
import { releaseChanges } from "./release-changes.ts";
import { releasePhotos } from "./release-photos.ts";
import { releaseRows, toRelease } from "./release-rows.ts";
import { inStudies } from "./scoping.ts";

/** Releases in PostgreSQL. */
export function postgresReleaseStore(database: Database): ReleaseStore {
  return {
    ...releaseChanges(database),
    ...releasePhotos(database),

    async list(scope, { after = 0, limit }) {
      const rows = await releaseRows(database)
        .where(({ eb, ref }) =>
          eb.and([eb("release.id", ">", after), inStudies(ref("study_id"), scope)]),
        )
        .orderBy("release.id")
        .limit(limit)
        .execute();
      return rows.map(toRelease);
    },

    create: (release) =>
      database.transaction().execute(async (transaction) => {
        const items = await lockItems(transaction, release);
        const before = await sentBefore(transaction, release);
        if (before) return { release: before, isNew: false };
        const refusal = await refusalOf(transaction, release, items);
        if (refusal) return refusal;
        const id = await upsert(transaction, release);
        await assign(transaction, id, items);
        await markReleased(transaction, id, release.releasedAt);
        const row = await releaseRows(transaction)
          .where("release.id", "=", id)
          .executeTakeFirstOrThrow();
        return { release: toRelease(row), isNew: true };
      }),
  };
}

/** A phone that did not hear the answer sends its release again. */
async function sentBefore(
  database: Database,
  { studyId, clientId }: NewRelease,
): Promise<Release | undefined> {
  if (clientId === null) return undefined;
  const row = await releaseRows(database)
    .where("client_id", "=", clientId)
    .where("study_id", "=", studyId)
    .executeTakeFirst();
  return row && toRelease(row);
}

interface LockedItem {
  readonly id: number;
  readonly code: string;
  readonly release_id: number | null;
}

async function lockItems(
  database: Database,
  { studyId, itemCodes }: NewRelease,
): Promise<readonly LockedItem[]> {
  if (itemCodes.length === 0) return [];
  return database
    .selectFrom("item")
    .select(["id", "code", "release_id"])
    .where("study_id", "=", studyId)
    .where("code", "in", itemCodes)
    .orderBy("id")
    .forUpdate()
    .execute();
}

async function refusalOf(
  database: Database,
  { studyId, place, releasedAt, itemCodes }: NewRelease,
  items: readonly LockedItem[],
): Promise<ReleaseRefusal | undefined> {
  const known = new Set(items.map((item) => item.code));
  const unknown = itemCodes.filter((code) => !known.has(code));
  if (unknown.length > 0) return { refused: "code-unknown", codes: unknown };
  const same = await database
    .selectFrom("release")
    .select("id")
    .where("study_id", "=", studyId)
    .where("place", "=", place)
    .where("released_at", "=", releasedAt)
    .executeTakeFirst();
  const elsewhere = items.filter(
    (item) => item.release_id !== null && item.release_id !== same?.id,
  );
  if (elsewhere.length === 0) return undefined;
  return { refused: "already-released", codes: elsewhere.map((item) => item.code) };
}

async function upsert(database: Database, release: NewRelease): Promise<number> {
  const [longitude, latitude] = release.position;
  const { id } = await database
    .insertInto("release")
    .values({
      study_id: release.studyId,
      place: release.place,
      longitude,
      latitude,
      released_at: release.releasedAt,
      note: release.note,
      client_id: release.clientId,
      tide_lag_minutes: release.tideLagMinutes,
    })
    .onConflict((conflict) =>
      conflict.columns(["study_id", "place", "released_at"]).doUpdateSet((eb) => ({
        longitude,
        latitude,
        note: release.note,
        client_id: eb.fn.coalesce("release.client_id", "excluded.client_id"),
        tide_lag_minutes: eb.fn.coalesce("excluded.tide_lag_minutes", "release.tide_lag_minutes"),
      })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function assign(
  database: Database,
  releaseId: number,
  items: readonly LockedItem[],
): Promise<void> {
  if (items.length === 0) return;
  await database
    .updateTable("item")
    .set({ release_id: releaseId })
    .where(
      "id",
      "in",
      items.map((item) => item.id),
    )
    .execute();
}

/** Of all its items, the ones from before too: the release may have got another position. */
async function markReleased(database: Database, releaseId: number, since: Date): Promise<void> {
  const items = await database
    .selectFrom("item")
    .select("id")
    .where("release_id", "=", releaseId)
    .execute();
  await markJourneys(
    database,
    items.map(({ id: itemId }) => ({ itemId, since })),
  );
}
