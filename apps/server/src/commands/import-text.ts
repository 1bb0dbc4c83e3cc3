import type { ImportPlan, RowPlan } from "@zpr/jobs";

/** Prints what an import would do, a line a row, or only what is wrong. */
export function printPlan({ rows, ignoredColumns }: ImportPlan, which: "all" | "faults"): void {
  if (ignoredColumns.length > 0) console.error(`columns left out: ${ignoredColumns.join(", ")}`);
  for (const row of rows) if (which === "all" || row.outcome === "error") console.log(lineOf(row));
}

function lineOf({ line, outcome, subject, changes, faults }: RowPlan): string {
  const said =
    outcome === "error"
      ? faults.map(({ fault, field, value, known }) =>
          [fault, `in ${field}`, JSON.stringify(value), known && `(there: ${known})`]
            .filter(Boolean)
            .join(" "),
        )
      : changes.map(({ field, from, to }) => `${field}: ${from || "-"} > ${to || "-"}`);
  return `line ${line}: ${outcome} ${subject || "(code to be made)"} ${said.join("; ")}`.trimEnd();
}
