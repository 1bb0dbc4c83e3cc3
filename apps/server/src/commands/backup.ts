import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { folderObjectStore } from "@zpr/platform";
import { dumpDatabase } from "@zpr/storage";
import type { Command } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { createLogger } from "../logger.ts";
import { visitDatabase } from "../open-database.ts";
import { openObjects } from "../open-objects.ts";
import { copyObjects } from "./copy-objects.ts";
import { startProgress } from "./progress.ts";

/** `zpr backup`: database and photos into a folder, beside a running server or without one. */
export function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .description("write everything that is kept, as it is at one instant, to a new folder")
    .argument("<folder>", "where to; it must not exist, or be empty")
    .option(
      "--without-objects",
      "leave out photos and files: a bucket may keep versions of its own",
    )
    .addHelpText(
      "after",
      "\nA folder without manifest.json is no backup. It holds addresses and names of finders and the keys\nof this installation: keep it as safe as the database.\n\nExample:\n  zpr backup /mnt/backups/$(date -u +%Y-%m-%d)",
    )
    .action(backUp);
}

async function backUp(
  target: string,
  { withoutObjects = false }: { readonly withoutObjects?: boolean },
): Promise<void> {
  const folder = resolve(target);
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new ConfigError(`${folder} is not empty: each backup has a folder of its own`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const config = readConfig(process.env);
  const objects = withoutObjects ? undefined : await openObjects(config, createLogger("silent"));
  const { address, close } = await visitDatabase(config);
  try {
    const progress = startProgress("tables");
    const { tables, takenAt } = await dumpDatabase(address, folder, progress.update);
    progress.end();
    // After the database: a photo is kept before its row is, so no row is without its photo.
    if (objects) await copyObjects(objects.objectStore, folderObjectStore(join(folder, "objects")));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`wrote ${folder}: ${rows} rows of ${tables.length} tables as of ${takenAt}`);
  } finally {
    objects?.close();
    await close();
  }
}
