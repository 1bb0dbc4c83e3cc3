import type { Study } from "@zpr/ports";
import type { DataSet } from "./data-set.ts";
import { csvLine } from "./write-csv.ts";

/** What each column of the tables means, as CSV. */
export function writeDictionary(sets: readonly DataSet[]): string {
  const place = { kind: "number", unit: "°", meaning: "WGS 84; of the row's place, in CSV" };
  const lines = sets.flatMap((set) =>
    [{ name: "longitude", ...place }, { name: "latitude", ...place }, ...set.columns].map(
      ({ name, kind, unit, meaning }) => csvLine([set.name, name, kind, unit, meaning]),
    ),
  );
  return csvLine(["table", "column", "kind", "unit", "meaning"]) + lines.join("");
}

/** What the tables are about and when they were made, as JSON. */
export function writeMetadata(
  study: Study,
  about: {
    readonly sets: readonly DataSet[];
    readonly span: { readonly from?: Date; readonly to?: Date };
    readonly at: Date;
  },
): string {
  const { id, name, description, simulated, closedAt } = study;
  return `${JSON.stringify(
    {
      study: { id, name, description, simulated, closedAt },
      exportedAt: about.at,
      fixesFrom: about.span.from ?? null,
      fixesBefore: about.span.to ?? null,
      crs: "WGS 84, longitude first (OGC:CRS84)",
      times: "UTC, ISO 8601",
      tables: Object.fromEntries(about.sets.map((set) => [set.name, set.meaning])),
    },
    null,
    2,
  )}\n`;
}
