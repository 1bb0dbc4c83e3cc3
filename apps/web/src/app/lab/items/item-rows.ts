import type { Item, ItemType, Release } from "../lab-api.ts";
import type { ListColumn } from "../table/list-column.ts";

/** What can become of an item. */
export const ITEM_STATUSES = ["released", "not-released", "lost", "retrieved"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

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

const column = (key: string) => `lab.items.column.${key}`;

/** The columns of items, with numbers as the reader's language writes them; those of a CSV are in metres and UTC. */
export function itemColumns(words: {
  readonly distance: (metres: number) => string;
  readonly count: (count: number) => string;
}): readonly ListColumn<ItemRow>[] {
  const { distance, count } = words;
  return [
    { key: "code", label: column("code"), value: ({ item }) => item.code },
    { key: "name", label: column("name"), value: ({ item }) => item.name, isHidden: true },
    { key: "type", label: column("type"), value: ({ type }) => type },
    { key: "release", label: column("release"), value: ({ place }) => place },
    {
      key: "status",
      label: column("status"),
      value: ({ item }) => ITEM_STATUSES.indexOf(item.status),
      csv: ({ item }) => item.status,
    },
    {
      key: "last",
      label: column("last"),
      value: ({ item }) => (item.lastAt === null ? null : Date.parse(item.lastAt)),
      csv: ({ item }) => item.lastAt,
      fromLargest: true,
    },
    {
      key: "longitude",
      label: column("last"),
      value: ({ item }) => item.lastPosition?.[0] ?? null,
      isHidden: true,
    },
    {
      key: "latitude",
      label: column("last"),
      value: ({ item }) => item.lastPosition?.[1] ?? null,
      isHidden: true,
    },
    {
      key: "travelled",
      label: column("travelled"),
      value: ({ item }) => item.travelledMetres,
      text: ({ item }) => distance(item.travelledMetres),
      isNumber: true,
      fromLargest: true,
    },
    {
      key: "net",
      label: column("net"),
      value: ({ item }) => item.netMetres,
      text: ({ item }) => distance(item.netMetres),
      isNumber: true,
      fromLargest: true,
    },
    {
      key: "sightings",
      label: column("sightings"),
      value: ({ item }) => item.sightingCount,
      text: ({ item }) => count(item.sightingCount),
      isNumber: true,
      fromLargest: true,
    },
    { key: "note", label: column("note"), value: ({ item }) => item.note, isHidden: true },
  ];
}
