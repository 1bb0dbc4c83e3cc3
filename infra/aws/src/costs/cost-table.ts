import { SIZES, type SizeName } from "../sizes.ts";
import { estimate, USES } from "./estimate.ts";

const NAMES = Object.keys(SIZES) as SizeName[];

/** The estimate of every size as a table of Markdown, rounded to dollars. */
export function costTable(): string {
  const bills = NAMES.map(estimate);
  const parts = bills[0]?.map(({ part }) => part) ?? [];
  const dollars = (part: string) =>
    bills.map((bill) => bill.find((line) => line.part === part)?.dollars ?? 0);
  const sums = bills.map((bill) => bill.reduce((sum, line) => sum + line.dollars, 0));
  const reports = NAMES.map((name) => {
    const { trackers, reportsAnHour } = USES[name];
    return `${trackers.toLocaleString("en")} × ${reportsAnHour} an hour`;
  });
  return [
    row("$ a month", NAMES),
    row(
      "---",
      NAMES.map(() => "---:"),
    ),
    row("trackers × reports", reports),
    ...parts.map((part) => row(part, dollars(part).map(rounded))),
    row(
      "**together**",
      sums.map((sum) => `**${rounded(sum)}**`),
    ),
  ].join("\n");
}

function row(head: string, cells: readonly string[]): string {
  return `| ${[head, ...cells].join(" | ")} |`;
}

function rounded(dollars: number): string {
  return Math.round(dollars).toLocaleString("en");
}
