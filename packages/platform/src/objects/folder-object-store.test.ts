import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeObjectStore } from "@zpr/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderObjectStore } from "./folder-object-store.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describeObjectStore("a folder", () => {
  const place = join(folder, "objects");
  return { stores: [folderObjectStore(place), folderObjectStore(place)] };
});

test("leaves no drafts beside its files", async () => {
  const store = folderObjectStore(folder);
  await store.put("sightings/a/1.jpg", Buffer.from("first"));
  await store.put("sightings/a/1.jpg", Buffer.from("second"));
  expect(await readdir(join(folder, "sightings/a"))).toEqual(["1.jpg"]);
});
