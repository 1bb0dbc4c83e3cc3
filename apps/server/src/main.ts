#!/usr/bin/env node
import { Command } from "commander";
import { addBackupCommand } from "./commands/backup.ts";
import { addConfigCommand } from "./commands/config.ts";
import { addDemoCommand } from "./commands/demo.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addExportCommand } from "./commands/export.ts";
import { addImportCommand } from "./commands/import.ts";
import { addMigrateCommand } from "./commands/migrate.ts";
import { addReplayCommand } from "./commands/replay.ts";
import { addRestoreCommand } from "./commands/restore.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addSimulateCommand } from "./commands/simulate.ts";
import { addUserCommand } from "./commands/user.ts";
import { fail } from "./fail.ts";
import { VERSION } from "./version.ts";

const program = new Command("zpr")
  .description("Zero Plastic Rivers: follow plastic from river to sea")
  .version(VERSION)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText(
    "after",
    "\nExit codes: 0 done, 1 failed, 2 wrong settings or options, 3 data folder in use.",
  );

addServeCommand(program);
addDemoCommand(program);
addMigrateCommand(program);
addImportCommand(program);
addExportCommand(program);
addReplayCommand(program);
addSimulateCommand(program);
addUserCommand(program);
addBackupCommand(program);
addRestoreCommand(program);
addConfigCommand(program);
addDoctorCommand(program);

await program.parseAsync().catch(fail);
