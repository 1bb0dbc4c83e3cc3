/** A point of a line that is drawn: hundredths of the width from the left, of the height from the top. */
export type DrawnPoint = readonly [x: number, y: number];

/** Lines through daily values, one for each run of days without a gap; the range is at least `least` high. */
export function linesOf(
  values: readonly (number | null)[],
  least: number,
): readonly (readonly DrawnPoint[])[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const middle = (low + high) / 2;
  const range = Math.max(high - low, least);
  const lines: DrawnPoint[][] = [[]];
  for (const [day, value] of values.entries()) {
    if (value === null) lines.push([]);
    else
      lines
        .at(-1)
        ?.push([
          values.length > 1 ? (100 * day) / (values.length - 1) : 50,
          50 - (90 * (value - middle)) / range,
        ]);
  }
  return lines.filter((line) => line.length > 0);
}

/** A day as a bar: shares of the highest of all days, from 0 to 1. */
export interface DrawnDay {
  readonly received: number;
  readonly expected: number;
  readonly isShort: boolean;
}

/** Of what was expected less than this is little. */
const ENOUGH = 0.8;

/** Days as bars; a day is short when clearly less came than was expected. */
export function barsOf(days: {
  readonly received: readonly number[];
  readonly expected: readonly (number | null)[];
}): readonly DrawnDay[] {
  const most = Math.max(1, ...days.received, ...days.expected.map((value) => value ?? 0));
  return days.received.map((received, day) => {
    const expected = days.expected[day] ?? 0;
    return {
      received: received / most,
      expected: expected / most,
      isShort: received < expected * ENOUGH,
    };
  });
}
