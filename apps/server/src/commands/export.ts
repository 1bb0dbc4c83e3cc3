import type { Command } from "commander";
import { addExportLabels } from "./export-labels.ts";

/** `zpr export`: what is in the database, as files for other programs and printers. */
export function addExportCommand(program: Command): void {
  const exporting = program.command("export").description("write files: labels to print");
  addExportLabels(exporting);
}
