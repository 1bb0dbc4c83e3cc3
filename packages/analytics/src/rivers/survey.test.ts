import type { Position, RiverLine } from "@zpr/model";
import { expect, it } from "vitest";
import { surveyRiver } from "./survey.ts";

const MOUTH: Position = [4.2, 51.0];
const main: RiverLine = {
  name: "Main",
  coordinates: [[4.0, 51.0], [4.1, 51.0], MOUTH],
};
const branch: RiverLine = {
  name: "Branch",
  coordinates: [
    [4.1, 51.1],
    [4.1, 51.0],
  ],
};
const turned: RiverLine = { ...branch, coordinates: branch.coordinates.toReversed() };

function survey(lines: readonly RiverLine[], mouth: Position | null = null) {
  return surveyRiver({ lines, water: [], mouth, origin: null });
}

it("lets a branch flow to its confluence, and measures to the mouth from there", () => {
  const { problems, lines } = survey([main, branch]);
  expect(problems).toEqual([]);
  // A tenth of a degree of longitude is 7.02 km at 51 degrees, of latitude 11.13 km.
  expect(lines[0]?.kilometresToMouth?.from).toBeCloseTo(14.04, 1);
  expect(lines[1]).toMatchObject({ into: 0, reversed: false });
  expect(lines[1]?.kilometresToMouth?.from).toBeCloseTo(18.14, 1);
  expect(lines[1]?.kilometresToMouth?.to).toBeCloseTo(7.02, 1);
});

it("turns lines round where it is told the mouth", () => {
  const { problems, lines } = survey(
    [{ ...main, coordinates: main.coordinates.toReversed() }, turned],
    MOUTH,
  );
  expect(problems).toEqual([]);
  expect(lines.map(({ reversed }) => reversed)).toEqual([true, true]);
  expect(lines[0]?.to).toEqual(MOUTH);
});

it("does not guess a mouth where lines end in several places", () => {
  expect(survey([main, turned]).problems).toEqual([{ kind: "unknown-mouth", lines: [0, 1] }]);
});

it("says how far a line ends from the one it was meant to reach", () => {
  const short: RiverLine = {
    ...branch,
    coordinates: [
      [4.1, 51.1],
      [4.1, 51.002],
    ],
  };
  expect(survey([main, short], MOUTH).problems).toEqual([{ kind: "gap", line: 1, metres: 222 }]);
});

it("finds lines that cross without a confluence", () => {
  const across: RiverLine = {
    ...branch,
    coordinates: [
      [4.1, 51.1],
      [4.1, 50.9],
    ],
  };
  const { problems } = survey([main, across], MOUTH);
  expect(problems).toContainEqual({ kind: "crossing", line: 0, other: 1, position: [4.1, 51] });
});

it("finds water that runs in a circle", () => {
  const [a, b, c]: Position[] = [
    [4.0, 51.0],
    [4.1, 51.0],
    [4.05, 51.1],
  ];
  if (!a || !b || !c) throw new Error("three corners");
  const circle = [
    { name: "one", coordinates: [a, b] },
    { name: "two", coordinates: [b, c] },
    { name: "three", coordinates: [c, a] },
  ];
  expect(survey(circle).problems).toEqual([{ kind: "circle", lines: [0, 1, 2] }]);
});

it("refuses what cannot be degrees, and nothing at all", () => {
  const lambert: RiverLine = {
    name: "x",
    coordinates: [
      [152_000, 212_000],
      [153_000, 212_000],
    ],
  };
  expect(survey([main, lambert]).problems).toEqual([{ kind: "not-wgs84", line: 1 }]);
  expect(survey([]).problems).toEqual([{ kind: "no-lines" }]);
});
