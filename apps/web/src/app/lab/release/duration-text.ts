import type { Locale } from "@zpr/model";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** As long as seconds matter. */
const TWO_MINUTES = 120;

/** A length of time as it is read at a glance: 12 s, 3 min 20 s, 2 h 5 min, 4 d 3 h. */
export function durationText(seconds: number, locale: Locale): string {
  const whole = Math.floor(Math.abs(seconds));
  if (whole < TWO_MINUTES) return unit(whole, "second", locale);
  if (whole < HOUR) return pair(whole, [MINUTE, "minute", "second"], locale);
  if (whole < DAY) return pair(whole, [HOUR, "hour", "minute"], locale);
  return pair(whole, [DAY, "day", "hour"], locale);
}

type Unit = "second" | "minute" | "hour" | "day";
const SECONDS: Readonly<Record<Unit, number>> = { second: 1, minute: MINUTE, hour: HOUR, day: DAY };

function pair(
  whole: number,
  [size, large, small]: readonly [number, Unit, Unit],
  locale: Locale,
): string {
  const rest = Math.floor((whole % size) / SECONDS[small]);
  const first = unit(Math.floor(whole / size), large, locale);
  return rest === 0 ? first : `${first} ${unit(rest, small, locale)}`;
}

function unit(value: number, name: Unit, locale: Locale): string {
  const format = { style: "unit", unit: name, unitDisplay: "short" } as const;
  return new Intl.NumberFormat(locale, format).format(value);
}
