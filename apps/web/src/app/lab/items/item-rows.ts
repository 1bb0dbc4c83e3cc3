import type { Locale } from "@zpr/model";
import type { Item, ItemType, Release } from "../lab-api.ts";
import { matches, type Sort, type SortValue, sorted } from "../table/sort.ts";

/** What can become of an item. */
export const ITEM_STATUSES = ["released", "not-released", "lost", "retrieved"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** The columns by which items can be sorted. */
export const ITEM_COLUMNS = [
  "code",
  "type",
  "release",
  "status",
  "last",
  "travelled",
  "net",
  "sightings",
] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

/** An item with the names of its type and of the place where it was released. */
export interface ItemRow {
  readonly item: Item;
  readonly type: string;
  readonly place: string | null;
}

/** Items with names in place of ids. */
export function withNames(
  items: readonly Item[],
  types: readonly ItemType[],
  releases: readonly Release[],
): readonly ItemRow[] {
  const typeNames = new Map(types.map(({ id, name }) => [id, name]));
  const places = new Map(releases.map(({ id, place }) => [id, place]));
  return items.map((item) => ({
    item,
    type: typeNames.get(item.itemTypeId) ?? "",
    place: item.releaseId === null ? null : (places.get(item.releaseId) ?? null),
  }));
}

/** The rows that a reader wants to see, in the order wanted. */
export function shownRows(
  rows: readonly ItemRow[],
  wanted: {
    readonly text: string;
    readonly status: ItemStatus | "";
    readonly sort: Sort<ItemColumn>;
    readonly locale: Locale;
  },
): readonly ItemRow[] {
  const left = rows.filter(
    ({ item, type, place }) =>
      (wanted.status === "" || item.status === wanted.status) &&
      matches(wanted.text, [item.code, type, place, item.note]),
  );
  return sorted(left, wanted.sort, { value, locale: wanted.locale });
}

function value({ item, type, place }: ItemRow, column: ItemColumn): SortValue {
  const values: Readonly<Record<ItemColumn, SortValue>> = {
    code: item.code,
    type,
    release: place,
    status: ITEM_STATUSES.indexOf(item.status),
    last: item.lastAt === null ? null : Date.parse(item.lastAt),
    travelled: item.travelledMetres,
    net: item.netMetres,
    sightings: item.sightingCount,
  };
  return values[column];
}
