import type { Locale } from "@zpr/model";
import type { ListColumn, ListFilter } from "./list-column.ts";
import { matches, type Sort, sorted } from "./sort.ts";

/** Rows that stand on one page. */
const PAGE_ROWS = 50;

/** What a reader wants to see of a list, as the address says it. */
export interface ListWish {
  readonly text: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: Sort<string>;
  /** From 1 on. */
  readonly page: number;
}

/** The rows that a reader wants, on all pages, in their order. */
export function wantedRows<Row>(
  rows: readonly Row[],
  { text, filters: chosen, sort }: ListWish,
  by: {
    readonly columns: readonly ListColumn<Row>[];
    readonly filters: readonly ListFilter<Row>[];
    readonly texts: (row: Row) => readonly (string | null)[];
    readonly locale: Locale;
  },
): readonly Row[] {
  const column = by.columns.find(({ key }) => key === sort.key);
  const left = rows.filter(
    (row) =>
      by.filters.every(({ key, matches: fits }) => !chosen[key] || fits(row, chosen[key])) &&
      matches(text, by.texts(row)),
  );
  if (!column) return left;
  return sorted(left, sort, { value: (row) => column.value(row), locale: by.locale });
}

/** The number of a page that there is, and its rows. */
export function pageOf<Row>(rows: readonly Row[], wanted: number) {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(Math.max(1, wanted), pages);
  const begin = (page - 1) * PAGE_ROWS;
  return { page, pages, begin, rows: rows.slice(begin, begin + PAGE_ROWS) };
}

/** Reads `code` (smallest first) or `-code` (largest first). */
export function parseSort(text: string | null, usual: Sort<string>): Sort<string> {
  if (!text) return usual;
  return text.startsWith("-") ? { key: text.slice(1), down: true } : { key: text, down: false };
}

/** The form in which a sort is in the address; null when it is the usual one. */
export function sortText({ key, down }: Sort<string>, usual: Sort<string>): string | null {
  if (key === usual.key && down === usual.down) return null;
  return `${down ? "-" : ""}${key}`;
}
