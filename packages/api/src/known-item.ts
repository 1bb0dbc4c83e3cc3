import type { ItemCode } from "@zpr/model";
import type { Cache, Contest, ContestStore, ItemStore, PublicItem } from "@zpr/ports";
import { itemTag, KEPT_SECONDS, studyTags } from "./public-tags.ts";

/** What the public may know of an item, with the contest of its study where that is public. */
export interface KnownItem extends PublicItem {
  readonly announced: Pick<Contest, "opensAt" | "closesAt"> | undefined;
}

interface Ports {
  readonly itemStore: ItemStore;
  readonly contestStore: ContestStore;
  readonly cache: Cache;
}

/** The item of a code, remembered: when television shows a code, everybody asks for it. */
export function knownItem(
  code: ItemCode,
  { itemStore, contestStore, cache }: Ports,
): Promise<KnownItem | undefined> {
  return cache.remember({
    key: `item ${code}`,
    seconds: KEPT_SECONDS,
    async ask() {
      const item = await itemStore.findPublic(code);
      if (!item) return undefined;
      const contest = item.study.public ? await contestStore.find(item.study.id) : undefined;
      const { opensAt, closesAt } = contest ?? {};
      return { ...item, announced: opensAt && closesAt ? { opensAt, closesAt } : undefined };
    },
    tags: (item) => item && [...studyTags(item.study.id), itemTag(code)],
  });
}
