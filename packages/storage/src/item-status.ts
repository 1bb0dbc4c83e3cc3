import type { ItemStatus } from "@zpr/ports";

/** What has become of an item, as far as somebody noted it. */
export function itemStatus(row: {
  readonly fate: "lost" | "retrieved" | null;
  readonly release_id: number | null;
}): ItemStatus {
  return row.fate ?? (row.release_id === null ? "not-released" : "released");
}
