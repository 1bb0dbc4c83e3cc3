/** River kilometre and minutes. */
export type Lag = readonly [kilometre: number, minutes: number];

/** Lags as lines of a text field. */
export function lagLines(lags: readonly Lag[]): string {
  return lags.map(([kilometre, minutes]) => `${kilometre} ${minutes}`).join("\n");
}

/** The lags in a text field, a pair of numbers a line; undefined when a line is something else. */
export function lagsIn(text: string): Lag[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const lags = lines.map((line) => /^\s*(-?[\d.,]+)[\s;:]+(-?[\d.,]+)\s*$/.exec(line));
  const pairs = lags.map((found): Lag => [numberOf(found?.[1]), numberOf(found?.[2])]);
  return pairs.every((pair) => pair.every(Number.isFinite)) ? pairs : undefined;
}

function numberOf(text: string | undefined): number {
  return text === undefined ? Number.NaN : Number(text.replace(",", "."));
}
