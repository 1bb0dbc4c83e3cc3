import { flagNames } from "@zpr/model";
import type { FixRow } from "@zpr/ports";

/** What of a fix was one thing and is another now; null for nothing. */
export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** In what a fix as it would be stored now differs from one that is stored. */
export function differencesBetween(stored: FixRow, now: FixRow): readonly Difference[] {
  return [
    ...differing(plain(stored), plain(now), ""),
    ...differing(asKept(stored.fix.attributes), asKept(now.fix.attributes), "attributes."),
  ];
}

type Named = Readonly<Record<string, unknown>>;

function differing(stored: Named, now: Named, prefix: string): readonly Difference[] {
  const names = new Set([...Object.keys(stored), ...Object.keys(now)]);
  return [...names].flatMap((name) => {
    const [before, after] = [stored[name] ?? null, now[name] ?? null];
    const field = `${prefix}${name}`;
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
  });
}

/** All of a fix but its attributes, as the store keeps it: measures in 32 bits, satellites whole. */
function plain({ time, position, flags, fix, rawMessageId, receivedAt }: FixRow): Named {
  return {
    time,
    position,
    quality: fix.quality,
    altitudeMetres: single(fix.altitudeMetres),
    speedMetresPerSecond: single(fix.speedMetresPerSecond),
    headingDegrees: single(fix.headingDegrees),
    satellites: fix.satellites === null ? null : Math.trunc(fix.satellites),
    hdop: single(fix.hdop),
    accuracyMetres: single(fix.accuracyMetres),
    batteryVolts: single(fix.batteryVolts),
    batteryPercent: single(fix.batteryPercent),
    flags: flagNames(flags),
    rawMessageId,
    receivedAt,
  };
}

const FEWEST_DIGITS = 6;
/** So many digits tell any two numbers of 32 bits apart. */
const MOST_DIGITS = 9;

/** A number as 32 bits keep it, in as few digits as tell it from others. */
function single(number: number | null): number | null {
  if (number === null) return null;
  const kept = Math.fround(number);
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
    const short = Number(kept.toPrecision(digits));
    if (Math.fround(short) === kept) return short;
  }
  return kept;
}

/** What JSON makes of attributes: it has no numbers that are none. */
function asKept(attributes: Named): Named {
  return JSON.parse(JSON.stringify(attributes));
}
