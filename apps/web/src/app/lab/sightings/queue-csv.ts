import type { Sighting } from "../lab-api.ts";

type Value = string | number | null;

const COLUMNS: readonly (readonly [name: string, of: (sighting: Sighting) => Value])[] = [
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
  const rows = sightings.map((sighting) => COLUMNS.map(([, of]) => of(sighting)));
  return [COLUMNS.map(([name]) => name), ...rows]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}

/** Text that a spreadsheet would take for a formula gets an apostrophe: strangers wrote it. */
function cell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
