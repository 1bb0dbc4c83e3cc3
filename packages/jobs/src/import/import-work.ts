import { csvLine } from "../export/write-csv.ts";
import type { Desk, Work } from "../work.ts";
import { applyDeployment, applyTracker } from "./apply-devices.ts";
import { applyItems } from "./apply-items.ts";
import { drawCodes } from "./draw-codes.ts";
import type { ImportPorts } from "./import-ports.ts";
import {
  type DrawnCodes,
  type ImportWish,
  plannedDeployments,
  plannedItems,
  plannedTrackers,
} from "./plan-sheet.ts";
import type { PlannedRow, Refusals, RowPlan } from "./row-plan.ts";

const CHUNK_ROWS = 50;

/** Brings a sheet into a study; rows that are there already are left alone, so it may begin anew at any time. */
export function importWork(ports: ImportPorts): Work {
  return async (job, desk) => {
    // The API checked its shape before it was kept.
    const wish = job.wish as ImportWish;
    const { studyId } = job;
    const total = wish.sheet.rows.length;
    const codes = (job.memory as Codes | null) ?? (await codesFor(wish, ports));
    await desk.report({ done: 0, total, memory: codes });
    const report = { desk, total };
    if (wish.kind === "items")
      return carryOut(
        await plannedItems(studyId, { ...wish, drawn: codes.codes }, ports),
        report,
        (rows) => applyItems(studyId, rows, ports),
      );
    if (wish.kind === "trackers")
      return carryOut(await plannedTrackers(studyId, wish, ports), report, (rows) =>
        oneByOne(rows, (row) => applyTracker(studyId, row, ports)),
      );
    return carryOut(await plannedDeployments(studyId, wish, ports), report, (rows) =>
      oneByOne(rows, (row) => applyDeployment(row, ports)),
    );
  };
}

/** By line, the codes of rows that say none, drawn once: who goes on after a restart must not draw others. */
interface Codes {
  readonly codes: DrawnCodes;
}

async function codesFor(wish: ImportWish, ports: ImportPorts): Promise<Codes> {
  return { codes: wish.kind === "items" ? await drawCodes(wish, ports) : {} };
}

async function carryOut<Action>(
  planned: readonly PlannedRow<Action>[],
  { desk, total }: { readonly desk: Desk; readonly total: number },
  apply: (rows: readonly PlannedRow<Action>[]) => Promise<Refusals>,
) {
  const refused = new Map<number, string>();
  for (let from = 0; from < planned.length; from += CHUNK_ROWS) {
    await desk.report({ done: from, total });
    const rows = planned
      .slice(from, from + CHUNK_ROWS)
      .filter(({ plan }) => plan.outcome === "new" || plan.outcome === "changed");
    for (const [line, reason] of await apply(rows)) refused.set(line, reason);
  }
  await desk.report({ done: total, total, memory: {} });
  const plans = planned.map(({ plan }) => plan);
  const result = await desk.keep({
    name: "import-report.csv",
    mediaType: "text/csv",
    bytes: reportOf(plans, refused),
  });
  return { outcome: countsOf(plans, refused), result };
}

async function oneByOne<Action>(
  rows: readonly PlannedRow<Action>[],
  apply: (action: Action) => Promise<string | undefined>,
): Promise<Refusals> {
  const refused = new Map<number, string>();
  for (const { plan, action } of rows) {
    const reason = action && (await apply(action));
    if (reason) refused.set(plan.line, reason);
  }
  return refused;
}

function countsOf(plans: readonly RowPlan[], refused: Refusals) {
  const counts = { new: 0, changed: 0, same: 0, error: 0 };
  for (const { line, outcome } of plans) counts[refused.has(line) ? "error" : outcome] += 1;
  return counts;
}

async function* reportOf(plans: readonly RowPlan[], refused: Refusals): AsyncGenerator<Uint8Array> {
  const lines = plans.map((plan) => {
    const reason = refused.get(plan.line);
    const faults = plan.faults.map(({ fault, field, value }) => `${fault}: ${field} ${value}`);
    const changes = plan.changes.map(({ field, from, to }) => `${field}: ${from} > ${to}`);
    return csvLine([
      plan.line,
      reason ? "error" : plan.outcome,
      plan.subject,
      changes.join("; "),
      reason ?? faults.join("; "),
    ]);
  });
  const head = csvLine(["line", "outcome", "subject", "changes", "reason"]);
  yield new TextEncoder().encode(`\ufeff${head}${lines.join("")}`);
}
