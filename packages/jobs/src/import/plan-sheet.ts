import { type ItemCode, parseItemCode } from "@zpr/model";
import { DEPLOYMENT_COLUMNS, ITEM_COLUMNS, readHead, TRACKER_COLUMNS } from "./columns.ts";
import type { ImportPorts } from "./import-ports.ts";
import { knownStudy } from "./known-study.ts";
import { deploymentPlanner } from "./plan-deployments.ts";
import { itemPlanner } from "./plan-items.ts";
import { trackerPlanner } from "./plan-trackers.ts";
import type { ImportKind, PlannedRow, RowPlan } from "./row-plan.ts";
import type { Sheet } from "./sheet.ts";
import { SheetRefused } from "./sheet-refused.ts";

/** A sheet to bring into a study. Times without a zone are in the one given. */
export interface ImportWish {
  readonly kind: ImportKind;
  readonly sheet: Sheet;
  readonly timeZone: string;
}

/** What an import would do, row by row. */
export interface ImportPlan {
  readonly rows: readonly RowPlan[];
  /** Columns that nobody knows: they are left out. */
  readonly ignoredColumns: readonly string[];
}

/** Compares a sheet with what a study has, and changes nothing. */
export async function planImport(
  studyId: number,
  wish: ImportWish,
  ports: ImportPorts,
): Promise<ImportPlan> {
  const head = headOf(wish);
  const planned = await PLANS[wish.kind](studyId, wish, ports);
  return { rows: planned.map(({ plan }) => plan), ignoredColumns: head.unknown };
}

const COLUMNS = {
  items: ITEM_COLUMNS,
  trackers: TRACKER_COLUMNS,
  deployments: DEPLOYMENT_COLUMNS,
};

function headOf({ kind, sheet }: ImportWish) {
  const head = readHead<string>(sheet.head, COLUMNS[kind]);
  const columns = Object.keys(COLUMNS[kind]).join(", ");
  if (head.known.length === 0)
    throw new SheetRefused(
      { kind: "columns-unknown", columns },
      `the first row has none of the columns ${columns}`,
    );
  return head;
}

/** By line, the codes that rows without one get. */
export type DrawnCodes = Readonly<Record<string, string>>;

/** The rows of a sheet of items as they stand against what is there now. */
export async function plannedItems(
  studyId: number,
  wish: ImportWish & { readonly drawn?: DrawnCodes },
  ports: ImportPorts,
) {
  const { sheet, timeZone, drawn = {} } = wish;
  const { fieldsOf } = readHead(sheet.head, ITEM_COLUMNS);
  const known = await knownStudy(studyId, ports);
  const taken = await takenCodes(codesSaid(wish), ports);
  const plan = itemPlanner(known, { timeZone, taken, drawn });
  return sheet.rows.map(({ line, cells }) => plan(line, fieldsOf(cells)));
}

/** The codes that a sheet of items says, as far as they are codes. */
export function codesSaid({ sheet }: ImportWish): readonly ItemCode[] {
  const { fieldsOf } = readHead(sheet.head, ITEM_COLUMNS);
  return sheet.rows.flatMap(({ cells }) => parseItemCode(fieldsOf(cells).code ?? "") ?? []);
}

/** Which codes belong to items of any study. */
export async function takenCodes(codes: readonly string[], { itemStore }: ImportPorts) {
  const taken = new Set<string>();
  for (let from = 0; from < codes.length; from += 1000) {
    const filter = { studies: "all" as const, codes: codes.slice(from, from + 1000) };
    for (const { code } of await itemStore.list(filter, { after: undefined, limit: 1000 }))
      taken.add(code);
  }
  return taken;
}

/** The rows of a sheet of trackers as they stand against what is there now. */
export async function plannedTrackers(studyId: number, { sheet }: ImportWish, ports: ImportPorts) {
  const { fieldsOf } = readHead(sheet.head, TRACKER_COLUMNS);
  const plan = trackerPlanner(await knownStudy(studyId, ports));
  return sheet.rows.map(({ line, cells }) => plan(line, fieldsOf(cells)));
}

/** The rows of a sheet of deployments as they stand against what is there now. */
export async function plannedDeployments(studyId: number, wish: ImportWish, ports: ImportPorts) {
  const { fieldsOf } = readHead(wish.sheet.head, DEPLOYMENT_COLUMNS);
  const plan = deploymentPlanner(await knownStudy(studyId, ports), wish);
  return wish.sheet.rows.map(({ line, cells }) => plan(line, fieldsOf(cells)));
}

const PLANS: Readonly<
  Record<
    ImportKind,
    (studyId: number, wish: ImportWish, ports: ImportPorts) => Promise<PlannedRow<unknown>[]>
  >
> = { items: plannedItems, trackers: plannedTrackers, deployments: plannedDeployments };
