import type { Page, Sighting, SightingKey } from "@zpr/ports";
import type { Column, DataSet, Row } from "./data-set.ts";
import type { ExportPorts } from "./export-ports.ts";
import { inPages } from "./in-pages.ts";

const COLUMNS: readonly Column[] = [
  { name: "id", kind: "text", unit: "", meaning: "UUID of the report" },
  { name: "item_code", kind: "text", unit: "", meaning: "Code as the finder gave it" },
  { name: "seen_at", kind: "time", unit: "UTC", meaning: "When the finder saw it" },
  { name: "received_at", kind: "time", unit: "UTC", meaning: "When the report reached us" },
  { name: "accuracy_metres", kind: "number", unit: "m", meaning: "Accuracy of the place, as told" },
  { name: "position_source", kind: "text", unit: "", meaning: "gps, map or photo" },
  { name: "surroundings", kind: "text", unit: "", meaning: "Where it lay" },
  { name: "condition", kind: "text", unit: "", meaning: "How it looked" },
  { name: "put_back", kind: "text", unit: "", meaning: "Whether it was put back" },
  {
    name: "finder_number",
    kind: "integer",
    unit: "",
    meaning: "First, second ... report of the code",
  },
  { name: "photo_count", kind: "integer", unit: "", meaning: "How many photos came with it" },
  { name: "review", kind: "text", unit: "", meaning: "What researchers decided of it" },
  { name: "suspicious", kind: "text", unit: "", meaning: "Why it is doubted, with spaces between" },
  { name: "note", kind: "text", unit: "", meaning: "What the finder wrote" },
];

/** Finders' reports of a study's items, newest first, without anything of the finders. */
export function sightingRows(studyId: number, { sightingStore }: ExportPorts): DataSet {
  return {
    name: "sightings",
    meaning: "Finders' reports, newest first; who reported them is not in it",
    columns: COLUMNS,
    async *rows() {
      const read = inPages(
        (page: Page<SightingKey>) => sightingStore.list({ studies: [studyId] }, page),
        ({ seenAt, id }): SightingKey => ({ seenAt, id }),
      );
      for await (const sighting of read) yield toRow(sighting);
    },
  };
}

function toRow(sighting: Sighting): Row {
  const { position } = sighting;
  return {
    cells: [
      sighting.id,
      sighting.itemCode,
      sighting.seenAt,
      sighting.receivedAt,
      sighting.accuracyMetres,
      sighting.positionSource,
      sighting.surroundings,
      sighting.condition,
      sighting.putBack,
      sighting.finderNumber,
      sighting.photos.length + sighting.photosNotShown,
      sighting.review,
      sighting.suspicious.join(" "),
      sighting.note,
    ],
    geometry: position && { type: "Point", coordinates: position },
  };
}
