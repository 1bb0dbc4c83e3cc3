import { csvCell } from "../table/csv.ts";
import type { ThingInView } from "./in-view.ts";

/** What is listed as CSV by RFC 4180: kind, id, title, item, time, longitude, latitude. */
export function listCsv(things: readonly ThingInView[]): string {
  const rows = things.map(({ choice, title, code, time, at }) => [
    choice.kind,
    choice.id,
    title,
    code ?? "",
    time ?? "",
    ...(at ?? ["", ""]),
  ]);
  return [["kind", "id", "title", "item", "time", "longitude", "latitude"], ...rows]
    .map((row) => row.map(csvCell).join(","))
    .join("\r\n");
}
