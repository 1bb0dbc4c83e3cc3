/** Pairs of river kilometre and value, in rising order of kilometre. */
export type ByKilometre = readonly (readonly [kilometre: number, value: number])[];

/** The value at a kilometre: straight between the known ones, and on in the same slope outside. */
export function atKilometre(table: ByKilometre, kilometre: number): number {
  let index = 1;
  while (index < table.length - 1 && (table[index]?.[0] ?? 0) < kilometre) index++;
  const [fromKilometre, from] = table[index - 1] ?? [0, 0];
  const [toKilometre, to] = table[index] ?? [1, from];
  return from + ((to - from) * (kilometre - fromKilometre)) / (toKilometre - fromKilometre);
}
