import type { Locale } from "@zpr/model";

const THIN_SPACE = "\u202f";

/** A place in degrees to about a metre: 51.23456° N 4.40021° E. */
export function placeText(
  [longitude, latitude]: readonly [longitude: number, latitude: number],
  locale: Locale,
): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 5,
    maximumFractionDigits: 5,
  });
  const degrees = (value: number, [above, below]: readonly [string, string]) =>
    `${format.format(Math.abs(value))}°${THIN_SPACE}${value < 0 ? below : above}`;
  const [north, east, south, west] = compass[locale];
  return `${degrees(latitude, [north, south])}, ${degrees(longitude, [east, west])}`;
}

const compass: Readonly<Record<Locale, readonly [string, string, string, string]>> = {
  en: ["N", "E", "S", "W"],
  nl: ["N", "O", "Z", "W"],
  fr: ["N", "E", "S", "O"],
  de: ["N", "O", "S", "W"],
};

/** The voltage of a battery. */
export function voltsText(volts: number, locale: Locale): string {
  const value = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(volts);
  return `${value}${THIN_SPACE}V`;
}

/** A number of things. */
export function countText(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(count);
}
