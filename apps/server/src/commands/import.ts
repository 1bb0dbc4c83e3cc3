import { readFile } from "node:fs/promises";
import {
  CannotBeDone,
  IMPORT_KINDS,
  type ImportKind,
  type ImportWish,
  importTemplate,
  importWork,
  isTimeZone,
  planImport,
  readSheet,
} from "@zpr/jobs";
import { type Command, Option } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { visitDatabase } from "../open-database.ts";
import { jobStores } from "../open-jobs.ts";
import { printPlan } from "./import-text.ts";
import { workHere } from "./work-here.ts";

/** `zpr import`: a sheet of items, trackers or deployments into a study, beside a running server or without one. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("bring a sheet (CSV or Excel) of items, trackers or deployments into a study")
    .argument("[file]", "the sheet")
    .addOption(new Option("--kind <kind>", "what is in it").choices(IMPORT_KINDS).default("items"))
    .option("--study <id>", "the study", Number)
    .option("--time-zone <zone>", "of times that say none", "UTC")
    .option("--dry-run", "only show, row by row, what would happen")
    .option("--template", "print a sheet to fill in")
    .addHelpText("after", HELP)
    .action(importSheet);
}

const HELP = `
Columns may stand in any order and be named in English, Dutch, French or German. Rows that are there
already are left alone; rows that are at fault are said and left out. Exit code 1 when there are some.

Examples:
  zpr import --template > items.csv
  zpr import items.xlsx --study 1 --time-zone Europe/Brussels --dry-run
  zpr import trackers.csv --study 1 --kind trackers`;

interface Options {
  readonly kind: ImportKind;
  readonly study?: number;
  readonly timeZone: string;
  readonly dryRun?: true;
  readonly template?: true;
}

async function importSheet(file: string | undefined, options: Options): Promise<void> {
  if (options.template) {
    process.stdout.write(importTemplate(options.kind));
    return;
  }
  const { study: studyId, kind, timeZone } = options;
  if (file === undefined || studyId === undefined)
    throw new ConfigError("say which file and which study: zpr import FILE --study ID");
  if (!isTimeZone(timeZone)) throw new ConfigError(`there is no time zone ${timeZone}`);
  const { database, close } = await visitDatabase(readConfig(process.env));
  try {
    const stores = jobStores(database);
    if (!(await stores.studyStore.find(studyId)))
      throw new ConfigError(`there is no study ${studyId}`);
    const wish: ImportWish = { kind, timeZone, sheet: await sheetIn(file) };
    const plan = await planImport(studyId, wish, stores);
    printPlan(plan, options.dryRun ? "all" : "faults");
    if (plan.rows.some(({ outcome }) => outcome === "error")) process.exitCode = 1;
    if (options.dryRun) return;
    const { outcome } = await workHere(importWork(stores), { studyId, kind: "import", wish });
    console.log(
      `${outcome["new"]} new, ${outcome["changed"]} changed, ${outcome["same"]} the same, ${outcome["error"]} not taken`,
    );
  } catch (error) {
    throw error instanceof CannotBeDone ? new ConfigError(error.message) : error;
  } finally {
    await close();
  }
}

async function sheetIn(file: string) {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`${file} cannot be read: ${error.code ?? error.message}`);
  });
  return readSheet(bytes);
}
