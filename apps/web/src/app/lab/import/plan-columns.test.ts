import { expect, it } from "vitest";
import type { PlanRow } from "./import-api.ts";
import { outcomeFilter, PLAN_COLUMNS } from "./plan-columns.ts";

const row: PlanRow = { line: 2, outcome: "new", subject: "", changes: [], faults: [] };
const wrong: PlanRow = {
  ...row,
  line: 3,
  outcome: "error",
  faults: [{ fault: "number-invalid", field: "mass", value: "heavy", known: "" }],
};

it("offers only the outcomes that there are, errors first", () => {
  const { options, matches } = outcomeFilter([row, wrong, row], (outcome, n) => `${outcome} ${n}`);
  expect(options.map(({ text }) => text)).toEqual(["error 1", "new 2"]);
  expect(matches(wrong, "error")).toBe(true);
  expect(matches(row, "error")).toBe(false);
});

it("says in a CSV what is wrong with a row", () => {
  expect(PLAN_COLUMNS.map(({ csv, value }) => (csv ?? value)(wrong))).toEqual([
    3,
    "error",
    "",
    "number-invalid mass: heavy",
  ]);
});
