import type { Locale } from "@zpr/model";

/** By what a table is sorted, and whether the largest comes first. */
export interface Sort<Key extends string> {
  readonly key: Key;
  readonly down: boolean;
}

/** What rows are compared by; null is unknown and comes last either way. */
export type SortValue = string | number | null;

/** Rows in the order of a sort; those alike stay as they were. */
export function sorted<Row, Key extends string>(
  rows: readonly Row[],
  { key, down }: Sort<Key>,
  by: { readonly value: (row: Row, key: Key) => SortValue; readonly locale: Locale },
): readonly Row[] {
  const { compare } = new Intl.Collator(by.locale, { numeric: true });
  const order = (a: SortValue, b: SortValue): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const upwards =
      typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return down ? -upwards : upwards;
  };
  return rows
    .map((row) => ({ row, value: by.value(row, key) }))
    .sort((a, b) => order(a.value, b.value))
    .map(({ row }) => row);
}

/** The sort after a click on a column: the same one again turns round. */
export function turned<Key extends string>(sort: Sort<Key>, key: Key): Sort<Key> {
  return { key, down: sort.key === key ? !sort.down : false };
}

/** Whether a text that somebody looks for occurs in one of some texts. */
export function matches(wanted: string, texts: readonly (string | null)[]): boolean {
  const needle = wanted.trim().toLowerCase();
  return needle === "" || texts.some((text) => text?.toLowerCase().includes(needle));
}
