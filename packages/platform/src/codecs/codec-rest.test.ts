import { expect, it } from "vitest";
import { codecRest } from "./codec-rest.ts";

it("leaves a codec alone for a minute after three slow calls in a row, or one that never ends", () => {
  let now = 0;
  const rest = codecRest(() => now);
  for (const how of ["slow", "slow", "quick", "slow", "slow"] as const) rest.note("a", how);
  expect(rest.isResting("a")).toBe(false);
  rest.note("a", "slow");
  rest.note("b", "endless");
  expect([rest.isResting("a"), rest.isResting("b"), rest.isResting("c")]).toEqual([
    true,
    true,
    false,
  ]);
  now = 60_000;
  expect([rest.isResting("a"), rest.isResting("b")]).toEqual([false, false]);
});

it("remembers a thousand codecs that were slow, however many are tried", () => {
  const rest = codecRest(() => 0);
  for (let number = 0; number <= 1000; number++) rest.note(`codec ${number}`, "endless");
  expect(rest.isResting("codec 0")).toBe(false);
  expect(rest.isResting("codec 1")).toBe(true);
  expect(rest.isResting("codec 1000")).toBe(true);
});
