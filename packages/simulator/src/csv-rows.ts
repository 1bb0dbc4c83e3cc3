import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { type CsvMap, CsvMapError, type CsvReading, columnsOf, csvReader } from "./csv-map.ts";

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Reads a CSV file row by row, however long it is; `line` counts from 1 with the header. */
export async function* csvRows(
  file: string,
  map: CsvMap,
): AsyncGenerator<CsvReading & { readonly line: number }> {
  const read = csvReader(map);
  const source = createReadStream(file);
  const rows = parse({
    bom: true,
    columns: (header: string[]) =>
      withAll(
        header.map((name) => name.trim()),
        { file, map },
      ),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  source.on("error", (error) => rows.destroy(error));
  source.pipe(rows);
  for await (const { record, info } of rows as AsyncIterable<Parsed>)
    yield { ...read(record), line: info.lines };
}

function withAll(
  header: string[],
  { file, map }: { readonly file: string; readonly map: CsvMap },
): string[] {
  const missing = columnsOf(map).filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  throw new CsvMapError(
    `${file} has no column ${missing.join(", ")}; its columns are ${header.join(", ")}`,
  );
}
