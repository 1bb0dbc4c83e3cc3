import { CannotBeDone, DATA_SETS, EXPORT_FORMATS, type ExportWish, exportWork } from "@zpr/jobs";
import { type Command, Option } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { visitDatabase } from "../open-database.ts";
import { jobStores } from "../open-jobs.ts";
import { workHere } from "./work-here.ts";

/** `zpr export tables`: a study's tables with a data dictionary, beside a running server or without one. */
export function addExportTables(exporting: Command): void {
  exporting
    .command("tables")
    .description("a ZIP of items, sightings, fixes and journeys, and what their columns mean")
    .requiredOption("--study <id>", "whose", Number)
    .addOption(
      new Option("--tables <names...>", "which").choices(DATA_SETS).default([...DATA_SETS]),
    )
    .addOption(new Option("--formats <names...>", "how").choices(EXPORT_FORMATS).default(["csv"]))
    .option("--from <instant>", "only fixes from then on, ISO 8601", instantOf)
    .option("--to <instant>", "only fixes before, ISO 8601", instantOf)
    .option("--output <file>", "where to", "export.zip")
    .addHelpText(
      "after",
      "\nExample:\n  zpr export tables --study 1 --tables fixes journeys --formats geoparquet",
    )
    .action(exportTables);
}

interface Options extends Omit<ExportWish, "from" | "to"> {
  readonly study: number;
  readonly from?: string;
  readonly to?: string;
  readonly output: string;
}

async function exportTables({ study: studyId, output, ...wish }: Options): Promise<void> {
  const { database, close } = await visitDatabase(readConfig(process.env));
  try {
    const work = exportWork({ ...jobStores(database), now: () => new Date() });
    const { outcome } = await workHere(work, { studyId, kind: "export", wish, output });
    const counts = Object.entries(outcome).map(([table, rows]) => `${rows} ${table}`);
    console.log(`wrote ${output}: ${counts.join(", ")}`);
  } catch (error) {
    throw error instanceof CannotBeDone ? new ConfigError(error.message) : error;
  } finally {
    await close();
  }
}

function instantOf(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new ConfigError(`${text} is no instant`);
  return instant.toISOString();
}
