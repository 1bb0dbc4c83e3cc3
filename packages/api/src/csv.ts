/** A table as CSV by RFC 4180, with a first row of names. */
export function csvTable(
  names: readonly string[],
  rows: readonly (readonly (string | number | Date | null)[])[],
): string {
  return [names, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Text that a spreadsheet would take for a formula gets an apostrophe: strangers wrote it. */
function cell(value: string | number | Date | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return value.toISOString();
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
