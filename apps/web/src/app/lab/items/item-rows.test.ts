import { describe, expect, it } from "vitest";
import type { Item, ItemType, Release } from "../lab-api.ts";
import { wantedRows } from "../table/list-view.ts";
import { itemFilters } from "./item-filters.ts";
import { itemColumns, withNames } from "./item-rows.ts";

const bottle: Item = {
  id: 1,
  version: 1,
  studyId: 1,
  code: "0004GD",
  name: "",
  itemTypeId: 7,
  releaseId: 3,
  status: "released",
  note: "",
  trackerId: null,
  lastPosition: [4.4, 51.2],
  lastAt: "2026-07-01T10:00:00Z",
  lastEvidence: "fix",
  travelledMetres: 1200,
  netMetres: 900,
  sightingCount: 0,
};
const spare: Item = {
  ...bottle,
  id: 2,
  code: "0008H4",
  releaseId: null,
  status: "not-released",
  trackerId: 5,
  lastAt: null,
  travelledMetres: 0,
};
const type: ItemType = {
  id: 7,
  version: 1,
  studyId: 1,
  name: "Bottle 0.5 L",
  material: "PET",
  massGrams: null,
  lengthMillimetres: null,
  widthMillimetres: null,
  heightMillimetres: null,
  jCode: null,
  buoyancy: null,
};
const release: Release = {
  id: 3,
  version: 1,
  studyId: 1,
  place: "Temse, pontoon",
  position: [4.2, 51.1],
  releasedAt: "2026-07-01T08:00:00Z",
  endedAt: null,
  note: "",
  tideLagMinutes: null,
  itemCodes: ["0004GD"],
  photos: [],
};
const rows = withNames([spare, bottle], [type], [release]);
const by = {
  columns: itemColumns({ distance: String, count: String }),
  filters: itemFilters({
    types: [type],
    releases: [{ release, title: release.place }],
    say: (key) => key,
  }),
  texts: ({ item, place }: (typeof rows)[number]) => [item.code, place],
  locale: "en",
} as const;
const shown = (filters: Record<string, string>, text = "") =>
  wantedRows(rows, { text, filters, sort: { key: "last", down: true }, page: 1 }, by).map(
    ({ item }) => item.code,
  );

describe("items in a list", () => {
  it("are found by the place where they were released", () => {
    expect(shown({}, "temse")).toEqual(["0004GD"]);
  });

  it("come with the unknown last", () => {
    expect(shown({})).toEqual(["0004GD", "0008H4"]);
  });

  it("are narrowed by status, release, type and tracker", () => {
    expect(shown({ status: "not-released" })).toEqual(["0008H4"]);
    expect(shown({ release: "3" })).toEqual(["0004GD"]);
    expect(shown({ type: "8" })).toEqual([]);
    expect(shown({ tracker: "with" })).toEqual(["0008H4"]);
    expect(shown({ tracker: "without", type: "7" })).toEqual(["0004GD"]);
  });
});
