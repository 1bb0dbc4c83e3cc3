import type { Locale } from "@zpr/model";

/** The key of the message that a language uses for a count: `reports.one`, `reports.other`. */
export function pluralKey(key: string, count: number, locale: Locale): string {
  // Only French has a third form here ("un million de rapports"): no count of ours gets there.
  return `${key}.${new Intl.PluralRules(locale).select(count) === "one" ? "one" : "other"}`;
}
