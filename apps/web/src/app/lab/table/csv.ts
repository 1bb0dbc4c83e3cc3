/** What may stand in a cell of a table that is taken away; null is empty. */
export type CsvValue = string | number | null;

/** A table by RFC 4180 that begins as Excel wants it; text that a spreadsheet would take for a formula gets an apostrophe, as strangers may have written it. */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** A table whose first row is the names of its columns. */
export function csvOf<Row>(
  columns: readonly (readonly [name: string, of: (row: Row) => CsvValue])[],
  rows: readonly Row[],
): string {
  const values = rows.map((row) => columns.map(([, of]) => of(row)));
  return csvText([columns.map(([name]) => name), ...values]);
}

/** A value by RFC 4180, quoted where it must be; null is empty. */
export function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
