import type { CsvValue } from "./csv.ts";
import type { SortValue } from "./sort.ts";

/** A column of a list: how it is called, compared, shown and taken away. */
export interface ListColumn<Row> {
  /** Its name in the address and in the head of a CSV. */
  readonly key: string;
  /** Key of its message. */
  readonly label: string;
  readonly value: (row: Row) => SortValue;
  /** What is shown, where that is plain text; else the page gives a template. */
  readonly text?: (row: Row) => string;
  /** What a CSV says of it, where that is not its value. */
  readonly csv?: (row: Row) => CsvValue;
  readonly isNumber?: boolean;
  /** Whether a first sort begins with the largest. */
  readonly fromLargest?: boolean;
  /** Whether it stands in the CSV only. */
  readonly isHidden?: boolean;
}

/** A choice by which a list is narrowed. */
export interface ListFilter<Row> {
  /** Its name in the address. */
  readonly key: string;
  readonly label: string;
  /** Key of the message for no choice. */
  readonly any: string;
  readonly options: readonly ListOption[];
  readonly matches: (row: Row, value: string) => boolean;
}

/** One thing to choose, in the reader's language. */
interface ListOption {
  readonly value: string;
  readonly text: string;
}
