import { expect, it } from "vitest";
import { readLevels } from "./read-levels.ts";

const NOON = Date.parse("2026-07-01T12:00:00Z");

it("reads time and level with a head, in any order of lines, times without a zone as UTC", () => {
  const { levels, problems } = readLevels(
    "\uFEFFtime,level\n2026-07-01T12:10:00Z,1.25\r\n2026-07-01 12:00,1.2\n\n",
  );
  expect(problems).toEqual([]);
  expect(levels).toEqual([
    { time: NOON, levelMetres: 1.2 },
    { time: NOON + 600_000, levelMetres: 1.25 },
  ]);
});

it("reads decimal commas, zones and quotes, and leaves empty levels out", () => {
  const { levels } = readLevels(
    '"tijd";"mTAW"\n"2026-07-01 14:00+02:00";"1,20"\n2026-07-01 12:10;\n2026-07-01 12:20;-0,5;x',
  );
  expect(levels).toEqual([
    { time: NOON, levelMetres: 1.2 },
    { time: NOON + 1_200_000, levelMetres: -0.5 },
  ]);
});

it("says which lines are no levels, and why", () => {
  const text = [
    "time;level",
    "2026-07-01 12:00;1.2",
    "01/07/2026 12:10;1.3",
    "2026-07-01 12:20",
    "2026-07-01 12:30;412",
    "2026-07-01 12:00;1.4",
  ];
  expect(readLevels(text.join("\n")).problems).toEqual([
    { kind: "time", line: 3 },
    { kind: "columns", line: 4 },
    { kind: "level", line: 5 },
    { kind: "twice", line: 6 },
  ]);
  expect(readLevels("time,level\n").problems).toEqual([{ kind: "too-few", line: 1 }]);
});
