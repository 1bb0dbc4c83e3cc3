import type { Locale } from "@zpr/model";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  { unit: "second", seconds: 1, below: MINUTE },
  { unit: "minute", seconds: MINUTE, below: HOUR },
  { unit: "hour", seconds: HOUR, below: 2 * DAY },
  { unit: "day", seconds: DAY, below: Number.POSITIVE_INFINITY },
] as const;
const NOW_SECONDS = 5;

const formats = new Map<Locale, Intl.RelativeTimeFormat>();

/** How long ago something was, in the words of a language: "3 minutes ago"; counts in seconds. */
export function agoText(seconds: number, locale: Locale): string {
  const distance = Math.abs(seconds);
  const step = STEPS.find(({ below }) => distance < below);
  if (!step || distance < NOW_SECONDS)
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "second");
  return formatOf(locale).format(-Math.trunc(seconds / step.seconds), step.unit);
}

/** Formats are kept: a table of hundreds of trackers is written every few seconds. */
function formatOf(locale: Locale): Intl.RelativeTimeFormat {
  const known = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale);
  formats.set(locale, known);
  return known;
}
