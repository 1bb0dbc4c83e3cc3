import { expect, test } from "vitest";
import { allowance } from "./allowance.ts";
import { openCalls } from "./call-limits.ts";

test("an allowance is each one's own and is there again after a while", () => {
  let now = 0;
  const noise = allowance(2, 1000, () => now);
  expect([noise.spend("a"), noise.spend("a"), noise.spend("a")]).toEqual([true, true, false]);
  expect(noise.spend("b")).toBe(true);
  now = 1000;
  expect(noise.spend("a")).toBe(true);
});

test("an allowance remembers no more callers than it must", () => {
  const noise = allowance(1, 1000, () => 0);
  for (let number = 0; number < 20_000; number++) noise.spend(String(number));
  expect(noise.spend("19999")).toBe(false);
  // Long forgotten: it may be somebody else by now.
  expect(noise.spend("1")).toBe(true);
});

test("calls are counted by address and all together, and make room when they end", () => {
  const calls = openCalls({ calls: 3, callsPerAddress: 2 });
  expect([calls.admit("a"), calls.admit("a")]).toEqual(["admitted", "admitted"]);
  expect(calls.admit("a")).toBe("too many calls from this address");
  expect(calls.admit("b")).toBe("admitted");
  expect(calls.admit("c")).toBe("too many calls");
  calls.leave("a");
  expect(calls.admit("a")).toBe("admitted");
});
