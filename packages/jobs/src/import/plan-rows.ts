import type { Change, Fault, PlannedRow } from "./row-plan.ts";

/** Says what would become of one row. */
export type RowPlanner<RowFields, Action> = (line: number, fields: RowFields) => PlannedRow<Action>;

/** The plan of a row from what it would change and what is wrong with it. */
export function rowPlan<Action>(row: {
  readonly line: number;
  readonly subject: string;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly faults: readonly Fault[];
  readonly action: Action | undefined;
}): PlannedRow<Action> {
  const { line, subject, faults } = row;
  const changes = row.changes.filter(({ from, to }) => from !== to);
  const settled = changes.length > 0 ? "changed" : "same";
  const outcome = row.isNew ? "new" : settled;
  if (faults.length > 0)
    return { plan: { line, subject, outcome: "error", changes: [], faults }, action: undefined };
  return { plan: { line, subject, outcome, changes, faults }, action: row.action };
}
