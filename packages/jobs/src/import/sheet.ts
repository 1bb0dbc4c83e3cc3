import { parse } from "csv-parse/sync";
import { readSheet as readXlsx } from "read-excel-file/node";
import { SheetRefused } from "./sheet-refused.ts";

/** A sheet as text: its first row of names, and the rows below with their line numbers. */
export interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly SheetRow[];
}

interface SheetRow {
  /** As a spreadsheet numbers it; the head is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const MOST_ROWS = 20_000;
/** What every .xlsx begins with: it is a ZIP archive. */
const ZIP_MARK = Buffer.from("PK\u0003\u0004");

/** Reads CSV (with commas, semicolons or tabs, UTF-8 or Windows-1252) or the first sheet of an Excel file. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const file = Buffer.from(bytes);
  const table = file.subarray(0, 4).equals(ZIP_MARK) ? await excelTable(file) : csvTable(file);
  const [head = [], ...below] = table;
  const rows = below
    .map((cells, at) => ({ line: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (head.length === 0) throw new SheetRefused({ kind: "empty" }, "the file is empty");
  if (rows.length > MOST_ROWS)
    throw new SheetRefused(
      { kind: "rows-too-many", rows: rows.length, most: MOST_ROWS },
      `the file has ${rows.length} rows; at most ${MOST_ROWS} go at once`,
    );
  return { head, rows };
}

function csvTable(file: Buffer): string[][] {
  const text = decode(file);
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
  } catch (error) {
    throw new SheetRefused(
      { kind: "csv-unreadable" },
      `this is no CSV: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Excel on Windows saves "CSV" in its old code page unless told otherwise. */
function decode(file: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

/** The separator that is in the first line most often. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n/, 1);
  const count = (mark: string) => first.split(mark).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

async function excelTable(file: Buffer): Promise<string[][]> {
  try {
    const rows = await readXlsx(file);
    return rows.map((row) => row.map(cellText));
  } catch (error) {
    throw new SheetRefused(
      { kind: "excel-unreadable" },
      `this is no Excel file we can read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Excel knows no time zones: a date is what its wall clock showed. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 19);
  return String(cell).trim();
}
