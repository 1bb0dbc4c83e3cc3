import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { visitDatabase } from "../open-database.ts";

/** `zpr migrate`: brings the schema of the database up to date and stops. */
export function addMigrateCommand(program: Command): void {
  program
    .command("migrate")
    .description("bring the schema of the database up to date (serve does so by itself)")
    .addHelpText("after", "\nExample:\n  ZPR_DATABASE_URL=postgres://zpr@db/zpr zpr migrate")
    .action(async () => {
      const { close } = await visitDatabase(readConfig(process.env));
      await close();
      console.log("the schema is up to date");
    });
}
