import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { folderObjectStore } from "@zpr/platform";
import { restoreDatabase } from "@zpr/storage";
import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { createLogger } from "../logger.ts";
import { asFound, openDatabase } from "../open-database.ts";
import { openObjects } from "../open-objects.ts";
import { copyObjects } from "./copy-objects.ts";
import { startProgress } from "./progress.ts";

/** `zpr restore`: fills an empty installation with what a backup holds. */
export function addRestoreCommand(program: Command): void {
  program
    .command("restore")
    .description("fill an empty database, and where photos lie, with what a backup holds")
    .argument("<folder>", "what zpr backup wrote")
    .addHelpText(
      "after",
      "\nEvery file is checked first; a database that is in use is refused. Backups of older versions are\nbrought up to date. What raw messages say is kept as it was decoded; zpr replay decodes it anew.\n\nExample:\n  ZPR_DATA_DIR=./rescued zpr restore /mnt/backups/2026-06-19 && ZPR_DATA_DIR=./rescued zpr serve",
    )
    .action(restore);
}

async function restore(source: string): Promise<void> {
  const folder = resolve(source);
  const config = readConfig(process.env);
  const objects = await openObjects(config, createLogger("silent"));
  const { address, close } = await openDatabase(config, asFound);
  try {
    const progress = startProgress("tables");
    const { tables, takenAt } = await restoreDatabase(address, folder, progress.update);
    progress.end();
    const kept = join(folder, "objects");
    if (existsSync(kept)) await copyObjects(folderObjectStore(kept), objects.objectStore);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`restored ${rows} rows of ${tables.length} tables, as of ${takenAt}`);
  } finally {
    objects.close();
    await close();
  }
}
