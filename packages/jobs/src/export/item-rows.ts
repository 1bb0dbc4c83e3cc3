import type { Item, ItemType, Page, Release } from "@zpr/ports";
import type { Column, DataSet, Row } from "./data-set.ts";
import type { ExportPorts } from "./export-ports.ts";
import { allOf, inPages } from "./in-pages.ts";

const COLUMNS: readonly Column[] = [
  { name: "code", kind: "text", unit: "", meaning: "Code on the label; unique for ever" },
  { name: "name", kind: "text", unit: "", meaning: "What researchers call it; may be empty" },
  { name: "status", kind: "text", unit: "", meaning: "not-released, released, lost or retrieved" },
  { name: "type", kind: "text", unit: "", meaning: "Kind of object" },
  { name: "material", kind: "text", unit: "", meaning: "What its kind is made of" },
  { name: "mass_grams", kind: "number", unit: "g", meaning: "Mass of its kind" },
  { name: "length_millimetres", kind: "number", unit: "mm", meaning: "Length of its kind" },
  { name: "width_millimetres", kind: "number", unit: "mm", meaning: "Width of its kind" },
  { name: "height_millimetres", kind: "number", unit: "mm", meaning: "Height of its kind" },
  { name: "buoyancy", kind: "text", unit: "", meaning: "How its kind floats" },
  { name: "j_code", kind: "text", unit: "", meaning: "EU Joint List code of its kind" },
  { name: "release_place", kind: "text", unit: "", meaning: "Where it was put in the water" },
  { name: "released_at", kind: "time", unit: "UTC", meaning: "When it was put in the water" },
  { name: "last_evidence", kind: "text", unit: "", meaning: "What the last place is known from" },
  { name: "last_at", kind: "time", unit: "UTC", meaning: "When it was last known where it was" },
  { name: "travelled_metres", kind: "number", unit: "m", meaning: "Distance along its way" },
  { name: "net_metres", kind: "number", unit: "m", meaning: "Distance from first to last place" },
  { name: "sighting_count", kind: "integer", unit: "", meaning: "How often it was reported" },
  { name: "note", kind: "text", unit: "", meaning: "Notes of researchers" },
];

/** The items of a study, each at its last place. */
export function itemRows(studyId: number, ports: ExportPorts): DataSet {
  const scope = [studyId];
  const { itemStore, releaseStore } = ports;
  return {
    name: "items",
    meaning: "Tagged objects, each where it was last known to be",
    columns: COLUMNS,
    async *rows() {
      const types = await allOf(
        (page: Page<number>) => itemStore.listTypes(scope, page),
        ({ id }) => id,
      );
      const releases = await allOf(
        (page: Page<number>) => releaseStore.list(scope, page),
        ({ id }) => id,
      );
      const typeOf = new Map(types.map((type) => [type.id, type]));
      const releaseOf = new Map(releases.map((release) => [release.id, release]));
      const read = inPages(
        (page: Page<number>) => itemStore.list({ studies: scope }, page),
        ({ id }) => id,
      );
      for await (const item of read)
        yield toRow(item, typeOf.get(item.itemTypeId), releaseOf.get(item.releaseId ?? 0));
    },
  };
}

function toRow(item: Item, type: ItemType | undefined, release: Release | undefined): Row {
  return {
    cells: [
      item.code,
      item.name,
      item.status,
      type?.name ?? null,
      type?.material ?? null,
      type?.massGrams ?? null,
      type?.lengthMillimetres ?? null,
      type?.widthMillimetres ?? null,
      type?.heightMillimetres ?? null,
      type?.buoyancy ?? null,
      type?.jCode ?? null,
      release?.place ?? null,
      release?.releasedAt ?? null,
      item.lastEvidence,
      item.lastAt,
      item.travelledMetres,
      item.netMetres,
      item.sightingCount,
      item.note,
    ],
    geometry: item.lastPosition && { type: "Point", coordinates: item.lastPosition },
  };
}
