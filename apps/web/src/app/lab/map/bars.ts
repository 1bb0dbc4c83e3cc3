/** A bar of the histogram of activity: shares of the whole width and height, from 0 to 1. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly fixes: number;
  readonly sightings: number;
}

interface Counted {
  readonly bin: "hour" | "day" | "month";
  readonly bins: readonly {
    readonly start: string;
    readonly fixes: number;
    readonly sightings: number;
  }[];
}

const HOUR = 3_600_000;
const HOURS = { hour: 1, day: 24, month: 24 * 30.4 } as const;

/**
 * Bars of activity within an extent. Heights are square roots, each kind by its own greatest: one
 * sighting among a thousand fixes is to be seen.
 */
export function bars(
  { bin, bins }: Counted,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Bar[] {
  const whole = Math.max(1, to - from);
  const most = (kind: "fixes" | "sightings") => Math.max(1, ...bins.map((one) => one[kind]));
  const [mostFixes, mostSightings] = [most("fixes"), most("sightings")];
  return bins.map(({ start, fixes, sightings }) => {
    const begin = Math.max(from, Date.parse(start));
    const end = Math.min(to, Date.parse(start) + HOURS[bin] * HOUR);
    return {
      x: (begin - from) / whole,
      width: Math.max(0.0005, (end - begin) / whole),
      fixes: Math.sqrt(fixes / mostFixes),
      sightings: Math.sqrt(sightings / mostSightings),
    };
  });
}
