import type { Sighting } from "../lab-api.ts";
import { type CsvValue, csvOf } from "../table/csv.ts";

const COLUMNS: readonly (readonly [name: string, of: (sighting: Sighting) => CsvValue])[] = [
  ["id", ({ id }) => id],
  ["code", ({ itemCode }) => itemCode],
  ["seenAt", ({ seenAt }) => seenAt],
  ["longitude", ({ position }) => position?.[0] ?? null],
  ["latitude", ({ position }) => position?.[1] ?? null],
  ["accuracyMetres", ({ accuracyMetres }) => accuracyMetres],
  ["positionSource", ({ positionSource }) => positionSource],
  ["condition", ({ condition }) => condition],
  ["surroundings", ({ surroundings }) => surroundings],
  ["putBack", ({ putBack }) => putBack],
  ["receivedAt", ({ receivedAt }) => receivedAt],
  ["review", ({ review }) => review],
  ["notes", ({ notes }) => notes.join(" ")],
  ["suspicious", ({ suspicious }) => suspicious.join(" ")],
  ["corrected", ({ corrected }) => String(corrected)],
  ["mergedInto", ({ mergedInto }) => mergedInto],
  ["photos", ({ photos }) => photos.length],
  ["note", ({ note }) => note],
];

/** Reports as a table by RFC 4180; times UTC, places WGS 84, distances metres. */
export function queueCsv(sightings: readonly Sighting[]): string {
  return csvOf(COLUMNS, sightings);
}
