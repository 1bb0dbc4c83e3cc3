import { expect, it } from "vitest";
import { listCsv } from "./list-csv.ts";

it("a list is CSV that spreadsheets read, without formulas", () => {
  const thing = { choice: { kind: "tracker", id: "7" }, code: null, at: [4.4, 51.2] } as const;
  const csv = listCsv([
    { ...thing, title: 'Yellow "1", old', time: "2026-07-01T10:00:00Z" },
    { ...thing, title: "=1+1", time: null },
  ]);
  expect(csv.split("\r\n")).toEqual([
    "kind,id,title,item,time,longitude,latitude",
    'tracker,7,"Yellow ""1"", old",,2026-07-01T10:00:00Z,4.4,51.2',
    "tracker,7,'=1+1,,,4.4,51.2",
  ]);
});
