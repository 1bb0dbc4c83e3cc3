import { describe, expect, it } from "vitest";
import { csvText } from "./csv.ts";
import { pageOf, parseSort, sortText, wantedRows } from "./list-view.ts";

interface Row {
  readonly code: string;
  readonly status: string;
  readonly metres: number | null;
}

const rows: readonly Row[] = [
  { code: "A1", status: "lost", metres: 5 },
  { code: "A2", status: "released", metres: null },
  { code: "B3", status: "released", metres: 9 },
];
const by = {
  columns: [
    { key: "code", label: "code", value: ({ code }: Row) => code },
    { key: "metres", label: "metres", value: ({ metres }: Row) => metres },
  ],
  filters: [
    {
      key: "status",
      label: "status",
      any: "any",
      options: [],
      matches: ({ status }: Row, value: string) => status === value,
    },
  ],
  texts: ({ code }: Row) => [code],
  locale: "en",
} as const;
const usual = { key: "metres", down: true };
const codes = (wish: { text?: string; filters?: Record<string, string>; sort?: typeof usual }) =>
  wantedRows(rows, { text: "", filters: {}, sort: usual, page: 1, ...wish }, by).map(
    ({ code }) => code,
  );

describe("a list", () => {
  it("comes in the order wanted, with the unknown last", () => {
    expect(codes({})).toEqual(["B3", "A1", "A2"]);
    expect(codes({ sort: { key: "code", down: true } })).toEqual(["B3", "A2", "A1"]);
  });

  it("is narrowed by text and filters together", () => {
    expect(codes({ text: "a", filters: { status: "released" } })).toEqual(["A2"]);
  });

  it("stays as it is when the address sorts by a column that is not there", () => {
    expect(codes({ sort: { key: "other", down: false } })).toEqual(["A1", "A2", "B3"]);
  });

  it("shows its last page when the address asks for one behind it", () => {
    const many = Array.from({ length: 120 }, (_, n) => n);
    expect(pageOf(many, 9)).toMatchObject({ page: 3, pages: 3, begin: 100 });
    expect(pageOf(many, 9).rows).toHaveLength(20);
    expect(pageOf([], 1)).toMatchObject({ page: 1, pages: 1, rows: [] });
  });

  it("keeps its sort in the address unless it is the usual one", () => {
    expect(sortText(usual, usual)).toBeNull();
    expect(parseSort("-code", usual)).toEqual({ key: "code", down: true });
    expect(parseSort(sortText({ key: "code", down: true }, usual), usual).down).toBe(true);
    expect(parseSort(null, usual)).toEqual(usual);
  });

  it("is taken away as CSV without formulas", () => {
    expect(
      csvText([
        ["a", "b"],
        ["=1+1", 'x"y'],
        [null, 2],
      ]),
    ).toBe('\ufeffa,b\r\n\'=1+1,"x""y"\r\n,2\r\n');
  });
});
