/** What a cell holds; null is empty. */
export type CsvValue = string | number | null;

/** A table by RFC 4180, its first row the names of the columns. */
export function csvOf<Row>(
  columns: readonly (readonly [name: string, of: (row: Row) => CsvValue])[],
  rows: readonly Row[],
): string {
  const values = rows.map((row) => columns.map(([, of]) => of(row)));
  return [columns.map(([name]) => name), ...values]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}

/** Gives a text to the reader as a file. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Text that a spreadsheet would take for a formula gets an apostrophe: strangers may have written it. */
function cell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
