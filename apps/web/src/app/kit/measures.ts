import type { Locale } from "@zpr/model";

/** A distance in metres as people say it: 8 m, 450 m, 2.4 km, 128 km. */
export function distanceText(metres: number, locale: Locale): string {
  const inKilometres = metres >= 999.5;
  const value = inKilometres ? metres / 1000 : metres;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: inKilometres ? "kilometer" : "meter",
    maximumFractionDigits: inKilometres && value < 99.95 ? 1 : 0,
  }).format(value);
}

/** A share from 0 to 1 as a percentage. */
export function percentText(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: "percent" }).format(share);
}

/** English as it is written on this side of the sea. */
function writtenIn(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}

/** A day, in the reader's zone. */
export function dayText(time: string | number, locale: Locale): string {
  return new Intl.DateTimeFormat(writtenIn(locale), { dateStyle: "long" }).format(new Date(time));
}

/** A day and the time of day, in the reader's zone. */
export function timeText(time: string | number, locale: Locale): string {
  return new Intl.DateTimeFormat(writtenIn(locale), {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(time));
}

/** A code as it is read out: two groups of three. */
export function codeText(code: string): string {
  return `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
}
