import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { examine } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";

const SIGNS = { well: "ok", doubtful: "?", broken: "!" } as const;

/** `zpr doctor`: looks at what zpr depends on, and says what to do; exit code 1 when something is broken. */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("look at everything zpr depends on, and say what to do about it")
    .option("--json", "a list of findings, for programs")
    .addHelpText(
      "after",
      "\nChanges nothing. ok works, ? works today, ! does not work. Exit code 1 when something does not.\n\nExample:\n  ZPR_DATABASE_URL=postgres://zpr@db/zpr zpr doctor",
    )
    .action(async ({ json }: { readonly json?: true }) => {
      const findings = await examine(readConfig(process.env), new Date());
      console.log(json ? JSON.stringify(findings, null, 2) : inLines(findings));
      // What does not answer may still be called, again and again.
      process.exit(findings.some(({ state }) => state === "broken") ? 1 : 0);
    });
}

/** A line for each finding, with what to do below it. */
function inLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length)) + 2;
  return findings
    .flatMap(({ subject, state, found, advice }) => [
      `${SIGNS[state].padEnd(4)}${subject.padEnd(width)}${found}`,
      ...(advice ? [`${" ".repeat(4 + width)}${advice}`] : []),
    ])
    .join("\n");
}
