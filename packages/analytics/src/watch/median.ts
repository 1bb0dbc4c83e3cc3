/** The middle of some numbers, the mean of the two middle ones when they are even in number; undefined of none. */
export function median(numbers: readonly number[]): number | undefined {
  // Sorted as numbers without being asked to: journeys take thousands of medians a second.
  const inOrder = Float64Array.from(numbers).sort();
  const upper = inOrder[Math.floor(inOrder.length / 2)];
  const lower = inOrder[Math.floor((inOrder.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
