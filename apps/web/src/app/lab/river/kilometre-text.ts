import type { Locale } from "@zpr/model";

/** A number with one decimal at most, as river kilometres are said. */
export function kilometreText(kilometre: number, locale: Locale): string {
  // A minus before nothing would be noise.
  const value = Math.round(kilometre * 10) / 10 || 0;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}
