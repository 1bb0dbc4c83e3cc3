import type { DataSet, Row } from "./data-set.ts";

/** A table as a GeoJSON FeatureCollection (RFC 7946). */
export async function* writeGeoJson(
  { name, columns }: DataSet,
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[`;
  let between = "\n";
  for await (const { cells, geometry } of rows) {
    const properties = Object.fromEntries(columns.map((column, at) => [column.name, cells[at]]));
    yield between + JSON.stringify({ type: "Feature", geometry, properties });
    between = ",\n";
  }
  yield "\n]}\n";
}
