import type { Command } from "commander";
import { describeSettings, readConfig, shownConfig } from "../config.ts";

/** `zpr config`: what is in force, secrets masked. */
export function addConfigCommand(program: Command): void {
  const described = describeSettings();
  const width = Math.max(...described.map(({ name }) => name.length)) + 2;
  const settings = described.map(({ name, meaning }) => `  ${name.padEnd(width)}${meaning}`);
  program
    .command("config")
    .description("print the configuration in force, secrets masked")
    .addHelpText(
      "after",
      `\nExample:\n  ZPR_HTTP_PORT=9000 zpr config\n\nSettings:\n${settings.join("\n")}`,
    )
    .action(() => console.log(JSON.stringify(shownConfig(readConfig(process.env)), null, 2)));
}
