import { expect, it } from "vitest";
import { lagLines, lagsIn } from "./lag-lines.ts";

it("reads what it wrote, and decimal commas", () => {
  expect(
    lagsIn(
      lagLines([
        [10, 80],
        [40.5, -20],
      ]),
    ),
  ).toEqual([
    [10, 80],
    [40.5, -20],
  ]);
  expect(lagsIn("10,5; 80\n\n 20 : 60")).toEqual([
    [10.5, 80],
    [20, 60],
  ]);
  expect(lagsIn("")).toEqual([]);
});

it("takes no line that is no pair", () => {
  expect(lagsIn("10 80\nTemse 40")).toBeUndefined();
  expect(lagsIn("10")).toBeUndefined();
});
