import { describe, expect, it } from "vitest";
import { matches, type Sort, sorted, turned } from "./sort.ts";

interface Row {
  readonly name: string;
  readonly at: number | null;
}

const rows: readonly Row[] = [
  { name: "T10", at: 5 },
  { name: "T2", at: null },
  { name: "t1", at: 9 },
];
const names = (sort: Sort<keyof Row>) =>
  sorted(rows, sort, { value: (row, key) => row[key], locale: "en" }).map(({ name }) => name);

describe("sorted", () => {
  it("counts numbers in names as people do", () => {
    expect(names({ key: "name", down: false })).toEqual(["t1", "T2", "T10"]);
  });

  it("puts the unknown last in both directions", () => {
    expect(names({ key: "at", down: false })).toEqual(["T10", "t1", "T2"]);
    expect(names({ key: "at", down: true })).toEqual(["t1", "T10", "T2"]);
  });
});

describe("turned", () => {
  it("turns the same column round and starts another one upwards", () => {
    expect(turned({ key: "name", down: false }, "name")).toEqual({ key: "name", down: true });
    expect(turned<keyof Row>({ key: "name", down: true }, "at")).toEqual({
      key: "at",
      down: false,
    });
  });
});

describe("matches", () => {
  it("looks in every text, whatever the case", () => {
    expect(matches(" abc", ["0ABC1", null])).toBe(true);
    expect(matches("abd", ["0ABC1", null])).toBe(false);
    expect(matches("", [null])).toBe(true);
  });
});
