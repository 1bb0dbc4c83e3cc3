import { describe, expect, it } from "vitest";
import type { Item, ItemType, Release } from "../lab-api.ts";
import { shownRows, withNames } from "./item-rows.ts";

const bottle: Item = {
  id: 1,
  version: 1,
  studyId: 1,
  code: "0004GD",
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
  note: "",
  itemCodes: ["0004GD"],
};
const rows = withNames([spare, bottle], [type], [release]);
const shown = (wanted: Partial<Parameters<typeof shownRows>[1]>) =>
  shownRows(rows, {
    text: "",
    status: "",
    sort: { key: "last", down: true },
    locale: "en",
    ...wanted,
  }).map(({ item }) => item.code);

describe("items in a table", () => {
  it("are found by the place where they were released", () => {
    expect(shown({ text: "temse" })).toEqual(["0004GD"]);
  });

  it("come with the unknown last", () => {
    expect(shown({})).toEqual(["0004GD", "0008H4"]);
    expect(shown({ sort: { key: "last", down: false } })).toEqual(["0004GD", "0008H4"]);
  });

  it("are left by status", () => {
    expect(shown({ status: "not-released" })).toEqual(["0008H4"]);
  });
});
