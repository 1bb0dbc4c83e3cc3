/** The middle of some numbers, the mean of the two middle ones when they are even in number; undefined of none. */
export function median(numbers: readonly number[]): number | undefined {
  const inOrder = [...numbers].sort((a, b) => a - b);
  const upper = inOrder[Math.floor(inOrder.length / 2)];
  const lower = inOrder[Math.floor((inOrder.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
