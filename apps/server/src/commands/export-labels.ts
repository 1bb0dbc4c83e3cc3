import { writeFile } from "node:fs/promises";
import { orderLabels } from "@zpr/api";
import { LABEL_SHEETS, type LabelSheet, LOCALES, type Locale, labelSheet } from "@zpr/model";
import { pdfLabelMaker } from "@zpr/platform";
import { type Database, postgresItemStore, postgresStudyStore } from "@zpr/storage";
import type { Command } from "commander";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { visitDatabase } from "../open-database.ts";

/** `zpr export labels`: labels of items as a PDF, beside a running server or without one. */
export function addExportLabels(exporting: Command): void {
  exporting
    .command("labels")
    .description("a PDF of labels: QR code, code, short address, what to do with a find")
    .requiredOption("--study <id>", "whose items", countOf)
    .option("--release <id>", "only the items of this release", countOf)
    .option("--codes <codes>", "only these items, with commas between", listOf)
    .option("--sheet <name>", SHEETS, "L7160")
    .option("--start <place>", "place of the first label on the first sheet", countOf, 1)
    .option("--languages <list>", "the most important first: nl,fr,en,de", languagesOf)
    .option("--cut-marks", "mark the corners of each label, for paper cut by hand")
    .option("--output <file>", "where to; standard output when it is -", "labels.pdf")
    .addHelpText("after", HELP)
    .action(exportLabels);
}

const SHEETS = `${LABEL_SHEETS.join(", ")}, or WIDTHxHEIGHT in millimetres for one label a page`;
const HELP = `
QR codes lead to ZPR_PUBLIC_URL. Print at actual size: no "fit to page".

Examples:
  ZPR_PUBLIC_URL=https://river.example zpr export labels --study 1 --release 2
  zpr export labels --study 1 --sheet L7163 --start 5 --languages nl,fr
  zpr export labels --study 1 --codes 0TF-5HZ,ABC123 --sheet 62x29 --output more.pdf`;

interface Options {
  readonly study: number;
  readonly release?: number;
  readonly codes?: readonly string[];
  readonly sheet: string;
  readonly start: number;
  readonly languages?: readonly Locale[];
  readonly cutMarks?: true;
  readonly output: string;
}

async function exportLabels(options: Options): Promise<void> {
  const config = readConfig(process.env);
  const { hostname } = new URL(config.ZPR_PUBLIC_URL);
  if (hostname === "localhost")
    console.error("zpr: these labels lead to localhost; set ZPR_PUBLIC_URL before you print them");
  const { database, close } = await visitDatabase(config);
  try {
    await write(options.output, await labelsIn(database, config, options));
  } finally {
    await close();
  }
}

async function labelsIn(
  database: Database,
  config: Config,
  { study: id, release, codes, sheet, start, languages, cutMarks }: Options,
): Promise<Uint8Array> {
  const study = await postgresStudyStore(database).find(id);
  if (!study) throw new ConfigError(`there is no study ${id}`);
  const made = await orderLabels(
    {
      itemStore: postgresItemStore(database),
      labelMaker: pdfLabelMaker,
      publicUrl: config.ZPR_PUBLIC_URL,
    },
    {
      study,
      sheet: sheetOf(sheet),
      releaseId: release,
      codes,
      start,
      languages,
      cutMarks: cutMarks ?? false,
    },
  );
  if ("refused" in made) throw new ConfigError(made.refused);
  return made.pdf;
}

async function write(output: string, pdf: Uint8Array): Promise<void> {
  if (output === "-") {
    process.stdout.write(pdf);
    return;
  }
  await writeFile(output, pdf);
  console.log(`wrote ${output}`);
}

function sheetOf(name: string): LabelSheet {
  const sheet = labelSheet(name);
  if (sheet) return sheet;
  throw new ConfigError(`there is no sheet ${name}; there are ${SHEETS}`);
}

function languagesOf(text: string): readonly Locale[] {
  const wanted = listOf(text);
  const known = LOCALES.filter((locale) => wanted.includes(locale));
  if (known.length !== wanted.length)
    throw new ConfigError(`--languages is ${text}, but should be some of ${LOCALES.join(",")}`);
  return known.toSorted((a, b) => wanted.indexOf(a) - wanted.indexOf(b));
}

function listOf(text: string): readonly string[] {
  return text.split(",").map((one) => one.trim());
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new ConfigError(`${JSON.stringify(text)} is no whole number from 1`);
  return count;
}
