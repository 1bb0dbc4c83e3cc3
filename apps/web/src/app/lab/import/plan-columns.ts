import type { ListColumn, ListFilter } from "../table/list-column.ts";
import type { PlanRow } from "./import-api.ts";

/** What can become of a row, errors first: they are what somebody must do something about. */
export const OUTCOMES = ["error", "new", "changed", "same"] as const;

/** The columns of a plan. */
export const PLAN_COLUMNS: readonly ListColumn<PlanRow>[] = [
  { key: "line", label: "lab.import.column.line", value: ({ line }) => line },
  {
    key: "outcome",
    label: "lab.import.column.outcome",
    value: ({ outcome }) => OUTCOMES.indexOf(outcome),
    csv: ({ outcome }) => outcome,
  },
  { key: "subject", label: "lab.import.column.subject", value: ({ subject }) => subject },
  {
    key: "what",
    label: "lab.import.column.what",
    value: ({ changes, faults }) => faults.length || changes.length,
    csv: ({ changes, faults }) =>
      [
        ...faults.map(({ fault, field, value }) => `${fault} ${field}: ${value}`),
        ...changes.map(({ field, from, to }) => `${field}: ${from} -> ${to}`),
      ].join("; "),
  },
];

/** Narrows a plan to one outcome. */
export function outcomeFilter(
  rows: readonly PlanRow[],
  say: (outcome: string, count: number) => string,
): ListFilter<PlanRow> {
  const counts = Map.groupBy(rows, ({ outcome }) => outcome);
  return {
    key: "outcome",
    label: "lab.import.column.outcome",
    any: "lab.import.allRows",
    options: OUTCOMES.flatMap((outcome) => {
      const count = counts.get(outcome)?.length ?? 0;
      return count === 0 ? [] : [{ value: outcome, text: say(outcome, count) }];
    }),
    matches: ({ outcome }, value) => outcome === value,
  };
}
