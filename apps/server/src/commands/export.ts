import type { Command } from "commander";
import { addExportLabels } from "./export-labels.ts";
import { addExportTables } from "./export-tables.ts";

/** `zpr export`: what is in the database, as files for other programs and printers. */
export function addExportCommand(program: Command): void {
  const exporting = program
    .command("export")
    .description("write files: labels to print, tables to compute with");
  addExportLabels(exporting);
  addExportTables(exporting);
}
