import { expect, it } from "vitest";
import { postgresBookmarkStore } from "./bookmark-store.ts";
import { useDatabase } from "./testing.ts";

const database = useDatabase();

it("remembers the last place of each bookmark", async () => {
  const store = postgresBookmarkStore(database());
  expect(await store.read("one")).toBeUndefined();
  await store.write("one", "page 1");
  await store.write("two", "page 9");
  await store.write("one", "page 2");
  expect(await store.read("one")).toBe("page 2");
  expect(await store.read("two")).toBe("page 9");
});
