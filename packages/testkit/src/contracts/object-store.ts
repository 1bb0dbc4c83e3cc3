import { randomBytes } from "node:crypto";
import type { ObjectStore } from "@zpr/ports";
import { describe, expect, it } from "vitest";

/** One place reached from two sides, as two processes would. */
export interface ObjectStoreBench {
  readonly stores: readonly [ObjectStore, ObjectStore];
}

/** As large as a part of a job's result, and no multiple of anything. */
const LARGE_BYTES = 8_000_003;

/** What every object store promises, wherever its objects lie. */
export function describeObjectStore(
  name: string,
  make: () => ObjectStoreBench | Promise<ObjectStoreBench>,
): void {
  describe(`${name} is an object store`, () => {
    it("has an object for others as soon as it is put, each byte of it", async () => {
      const { stores } = await make();
      for (const bytes of [
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
        new Uint8Array(0),
        randomBytes(LARGE_BYTES),
      ]) {
        await stores[0].put("sightings/a/1.jpg.original", bytes);
        const got = await stores[1].get("sightings/a/1.jpg.original");
        expect(Buffer.from(got ?? []).equals(bytes)).toBe(true);
      }
    });

    it("gives the newest bytes of a key, also when they are fewer", async () => {
      const { stores } = await make();
      await stores[0].put("jobs/a/0000", Buffer.from("the first of them"));
      await stores[1].put("jobs/a/0000", Buffer.from("second"));
      expect(await textOf(stores[0], "jobs/a/0000")).toBe("second");
    });

    it("tells keys apart that begin alike", async () => {
      const { stores } = await make();
      const keys = ["jobs/a/0000", "jobs/a/00001", "jobs/b/0000", "jobs/a b/ü+%.jpg"];
      for (const key of keys) await stores[0].put(key, Buffer.from(key));
      for (const key of keys) expect(await textOf(stores[1], key)).toBe(key);
    });

    it("has nothing under a key that it never had", async () => {
      const { stores } = await make();
      await stores[0].put("sightings/a/1.jpg", Buffer.from("x"));
      expect(await stores[0].get("sightings/b/1.jpg")).toBeUndefined();
      expect(await stores[0].get("sightings/a")).toBeUndefined();
    });

    it("forgets what is removed and nothing else, however often", async () => {
      const { stores } = await make();
      await stores[0].put("sightings/a/1.jpg", Buffer.from("1"));
      await stores[0].put("sightings/a/2.jpg", Buffer.from("2"));
      await stores[1].remove("sightings/a/1.jpg");
      await stores[1].remove("sightings/a/1.jpg");
      await stores[1].remove("sightings/never/1.jpg");
      expect(await stores[0].get("sightings/a/1.jpg")).toBeUndefined();
      expect(await textOf(stores[0], "sightings/a/2.jpg")).toBe("2");
    });

    it("tells all its keys, and none that was removed", async () => {
      const { stores } = await make();
      expect(await keysOf(stores[1])).toEqual([]);
      const keys = ["jobs/a b/ü+%.jpg", "sightings/a/1.jpg", "sightings/a/1.jpg.original", "top"];
      for (const key of [...keys, "jobs/gone"]) await stores[0].put(key, Buffer.from(key));
      await stores[0].remove("jobs/gone");
      expect(await keysOf(stores[1])).toEqual(keys);
    });

    it("refuses keys that lead elsewhere", async () => {
      const { stores } = await make();
      for (const key of ["../escaped", "a/../../escaped", "/escaped", "a//b", "a/./b", ""]) {
        await expect(stores[0].put(key, Buffer.from("x"))).rejects.toThrow("leaves its folder");
        await expect(stores[0].get(key)).rejects.toThrow("leaves its folder");
        await expect(stores[0].remove(key)).rejects.toThrow("leaves its folder");
      }
    });
  });
}

async function keysOf(store: ObjectStore): Promise<readonly string[]> {
  return [...(await store.keys())].sort();
}

async function textOf(store: ObjectStore, key: string): Promise<string | undefined> {
  const bytes = await store.get(key);
  return bytes && Buffer.from(bytes).toString();
}
