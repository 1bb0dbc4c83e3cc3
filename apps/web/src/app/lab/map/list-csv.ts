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
    .map((row) => row.map(cell).join(","))
    .join("\r\n");
}

/** Quoted where it must be; what a spreadsheet would take for a formula is text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
