import { csvLine } from "../export/write-csv.ts";
import type { ImportKind } from "./row-plan.ts";

const TEMPLATES: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  items: [
    [
      "code",
      "name",
      "type",
      "material",
      "mass (g)",
      "length (mm)",
      "width (mm)",
      "height (mm)",
      "buoyancy",
      "J-code",
      "note",
      "release place",
      "released at",
      "longitude",
      "latitude",
      "tracker",
    ],
    [
      "generate",
      "bottle 1",
      "bottle 0.5 l",
      "PET",
      "24",
      "220",
      "65",
      "65",
      "floats",
      "J8",
      "",
      "Temse",
      "2026-05-03 10:00",
      "4.2136",
      "51.1281",
      "",
    ],
  ],
  trackers: [
    ["protocol", "unique id", "name", "model", "interval"],
    ["teltonika", "352093081452251", "tracker 1", "TAT141", "3600"],
  ],
  deployments: [
    ["tracker", "code", "started at", "ended at"],
    ["tracker 1", "TV31PY", "2026-05-03 10:00", ""],
  ],
};

/** A sheet to fill in, with one row as an example. */
export function importTemplate(kind: ImportKind): string {
  // Excel takes a file for UTF-8 only when it begins so.
  return `\ufeff${TEMPLATES[kind].map(csvLine).join("")}`;
}
