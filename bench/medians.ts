/** The middle one; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The median of each thing that was measured in several rounds, to two decimals. */
export function medians<Name extends string>(
  rounds: readonly Readonly<Record<Name, number>>[],
): Readonly<Record<string, number>> {
  const names = Object.keys(rounds[0] ?? {}) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, Number(median(rounds.map((round) => round[name])).toFixed(2))]),
  );
}
