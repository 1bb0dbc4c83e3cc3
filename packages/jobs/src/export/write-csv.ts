import type { Cell, DataSet, Row } from "./data-set.ts";

/** A table as CSV by RFC 4180: longitude and latitude first where a row is a place, then its columns. */
export async function* writeCsv(set: DataSet, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield csvLine(["longitude", "latitude", ...set.columns.map(({ name }) => name)]);
  for await (const { cells, geometry } of rows) {
    const [longitude, latitude] = geometry?.type === "Point" ? geometry.coordinates : [null, null];
    yield csvLine([longitude, latitude, ...cells]);
  }
}

/** One line of CSV. Text that a spreadsheet would take for a formula gets an apostrophe: strangers wrote it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(toText).join(",")}\r\n`;
}

function toText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== "string") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
