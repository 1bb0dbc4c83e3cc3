import type { Locale } from "@zpr/model";

function written(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}

/** The time of day, 24 hours, in the reader's zone or UTC. */
export function clockText(time: string, locale: Locale, inUtc: boolean): string {
  return new Intl.DateTimeFormat(written(locale), {
    hour: "2-digit",
    minute: "2-digit",
    ...(inUtc && { timeZone: "UTC" }),
  }).format(new Date(time));
}

/** The day of the week. */
export function weekdayText(time: string, locale: Locale, inUtc: boolean): string {
  return new Intl.DateTimeFormat(written(locale), {
    weekday: "short",
    day: "numeric",
    ...(inUtc && { timeZone: "UTC" }),
  }).format(new Date(time));
}

/** A water level in metres, with its sign: it is above or below mean sea level. */
export function levelText(metres: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "meter",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format(metres);
}
