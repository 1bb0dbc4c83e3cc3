import type { Locale } from "@zpr/model";
import { countText } from "../figures.ts";
import { type SheetProblem, SheetRefused } from "./sheet-refused.ts";

/** A message and what it has in it. */
export interface Words {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a researcher is told when a sheet could not be read. */
export function refusalWords(reason: unknown, locale: Locale): Words {
  if (!(reason instanceof SheetRefused)) return { key: "lab.import.unreached", values: {} };
  const { kind = "unknown", ...values }: Partial<SheetProblem> = reason.problem ?? {};
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? countText(value, locale) : String(value),
  ]);
  return { key: `lab.import.refused.${kind}`, values: Object.fromEntries(shown) };
}
