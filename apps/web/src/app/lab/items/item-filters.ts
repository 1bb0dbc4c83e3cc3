import type { ItemType, Release } from "../lab-api.ts";
import type { ListFilter } from "../table/list-column.ts";
import { ITEM_STATUSES, type ItemRow } from "./item-rows.ts";

/** By what items are narrowed: type, status, release, tracker. */
export function itemFilters(of: {
  readonly types: readonly ItemType[];
  readonly releases: readonly { readonly release: Release; readonly title: string }[];
  /** A message in the reader's language. */
  readonly say: (key: string) => string;
}): readonly ListFilter<ItemRow>[] {
  const { types, releases, say } = of;
  return [
    {
      key: "type",
      label: "lab.items.column.type",
      any: "lab.items.anyType",
      options: types.map(({ id, name }) => ({ value: String(id), text: name })),
      matches: ({ item }, value) => String(item.itemTypeId) === value,
    },
    {
      key: "status",
      label: "lab.items.column.status",
      any: "lab.items.anyStatus",
      options: ITEM_STATUSES.map((status) => ({
        value: status,
        text: say(`lab.status.${status}`),
      })),
      matches: ({ item }, value) => item.status === value,
    },
    {
      key: "release",
      label: "lab.items.column.release",
      any: "lab.items.anyRelease",
      options: releases.map(({ release, title }) => ({ value: String(release.id), text: title })),
      matches: ({ item }, value) => String(item.releaseId) === value,
    },
    {
      key: "tracker",
      label: "lab.items.tracker",
      any: "lab.items.anyTracker",
      options: ["with", "without"].map((value) => ({
        value,
        text: say(`lab.items.trackers.${value}`),
      })),
      matches: ({ item }, value) => (item.trackerId !== null) === (value === "with"),
    },
  ];
}
