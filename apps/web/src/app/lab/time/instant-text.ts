import type { Locale } from "@zpr/model";

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant to the second in the reader's zone, or in UTC, which is then said. */
export function instantText(time: string, locale: Locale, inUtc: boolean): string {
  return `${formatOf(locale, inUtc).format(new Date(time))}${inUtc ? "\u00a0UTC" : ""}`;
}

function formatOf(locale: Locale, inUtc: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${inUtc}`;
  const known =
    formats.get(key) ??
    // English here is read on European rivers: the day first, and 24 hours.
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
      dateStyle: "medium",
      timeStyle: "medium",
      ...(inUtc && { timeZone: "UTC" }),
    });
  formats.set(key, known);
  return known;
}
