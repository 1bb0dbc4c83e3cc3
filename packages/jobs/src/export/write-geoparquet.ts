import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell, Column, DataSet, Row } from "./data-set.ts";
import { toWkb } from "./wkb.ts";

const GROUP_ROWS = 20_000;
const TYPES = {
  text: "STRING",
  number: "DOUBLE",
  integer: "DOUBLE",
  boolean: "BOOLEAN",
  time: "TIMESTAMP",
} as const;

/** A table as GeoParquet 1.1: WGS 84, longitude first, geometries as WKB; a group of rows in memory at a time. */
export async function* writeGeoParquet(
  { columns }: DataSet,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: columnData(columns, []) });
  const parquet = new ParquetWriter({ writer, schema, kvMetadata: [GEO], createdBy: "zpr" });
  let group: Row[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < GROUP_ROWS) continue;
    await parquet.write({ columnData: columnData(columns, group), rowGroupSize: GROUP_ROWS });
    group = [];
    yield written(writer);
  }
  if (group.length > 0)
    await parquet.write({ columnData: columnData(columns, group), rowGroupSize: GROUP_ROWS });
  await parquet.finish();
  yield written(writer);
}

const GEO = {
  key: "geo",
  value: JSON.stringify({
    version: "1.1.0",
    primary_column: "geometry",
    columns: { geometry: { encoding: "WKB", geometry_types: ["Point", "LineString"] } },
  }),
};

function columnData(columns: readonly Column[], rows: readonly Row[]) {
  const cells = columns.map(({ name, kind }, at) => ({
    name,
    type: TYPES[kind],
    nullable: true,
    data: rows.map((row) => row.cells[at] ?? null) satisfies Cell[],
  }));
  const geometry = {
    name: "geometry",
    type: "BYTE_ARRAY" as const,
    nullable: true,
    data: rows.map((row) => row.geometry && toWkb(row.geometry)),
  };
  return [...cells, geometry];
}

/** What was written since the last time, taken out of the writer. */
function written(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
