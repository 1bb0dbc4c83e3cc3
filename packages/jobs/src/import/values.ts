/** A number as people write it: a comma or a point before the decimals, spaces between thousands. */
export function numberOf(text: string): number | undefined {
  const tidy = text.replaceAll(/[\s\u00a0\u202f'’]/g, "");
  const value = Number(tidy.includes(".") ? tidy : tidy.replace(",", "."));
  return tidy !== "" && Number.isFinite(value) ? value : undefined;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const DAY_FIRST =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[T ,]+(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?$/;
const WITH_ZONE = /[T ]\d{1,2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i;

/** An instant as people write it: ISO 8601, or day first; without a zone it is in the one given. */
export function instantOf(text: string, timeZone: string): Date | undefined {
  const tidy = text.trim();
  if (WITH_ZONE.test(tidy)) return valid(new Date(tidy.replace(" ", "T")));
  const iso = ISO.exec(tidy);
  if (iso) return wallClock([iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]], timeZone);
  const day = DAY_FIRST.exec(tidy);
  return day ? wallClock([day[3], day[2], day[1], day[4], day[5], day[6]], timeZone) : undefined;
}

function wallClock(parts: readonly (string | undefined)[], timeZone: string): Date | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const shown = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (shown.getUTCMonth() !== month - 1 || shown.getUTCDate() !== day || hour > 23 || minute > 59)
    return undefined;
  // Near a change of clocks the first guess is an hour off; from there the second is right.
  const guess = new Date(shown.getTime() - offsetAt(shown, timeZone));
  return valid(new Date(shown.getTime() - offsetAt(guess, timeZone)));
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const clock = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return clock - Math.floor(instant.getTime() / 1000) * 1000;
}

function valid(instant: Date): Date | undefined {
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** Whether a zone is one that clocks know. */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).format() !== "";
  } catch {
    return false;
  }
}
