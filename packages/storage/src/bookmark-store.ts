import type { BookmarkStore } from "@zpr/ports";
import type { Database } from "./database.ts";

/** Bookmarks in PostgreSQL. */
export function postgresBookmarkStore(database: Database): BookmarkStore {
  return {
    async read(name) {
      const row = await database
        .selectFrom("bookmark")
        .select("place")
        .where("name", "=", name)
        .executeTakeFirst();
      return row?.place;
    },

    async write(name, place) {
      const moved = { place, moved_at: new Date() };
      await database
        .insertInto("bookmark")
        .values({ name, ...moved })
        .onConflict((conflict) => conflict.column("name").doUpdateSet(moved))
        .execute();
    },
  };
}
