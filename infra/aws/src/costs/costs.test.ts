import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SIZES, type SizeName } from "../sizes.ts";
import { costTable } from "./cost-table.ts";
import { estimate } from "./estimate.ts";

test("the document has the table that the arithmetic gives", () => {
  const page = readFileSync(new URL("../../../../docs/aws-stack.md", import.meta.url), "utf8");
  expect(page).toContain(`\n${costTable()}\n`);
});

test.each(Object.keys(SIZES) as SizeName[])(
  "the budget of %s is above what it should cost, and not by half",
  (name) => {
    const dollars = estimate(name).reduce((sum, line) => sum + line.dollars, 0);
    expect(SIZES[name].budgetDollars).toBeGreaterThan(dollars * 1.1);
    expect(SIZES[name].budgetDollars).toBeLessThan(dollars * 1.5);
  },
);
