import { itemCodeFromNumber } from "@zpr/model";
import { expect, test } from "vitest";
import { reportLimits } from "./report-limits.ts";

test("refuses only a flood, says for how long, and forgets it", () => {
  let now = new Date("2026-07-01T12:00:00Z");
  const limits = reportLimits(() => now);
  for (let n = 0; n < 3000; n++) expect(limits.flood("203.0.113.7")).toBeUndefined();
  expect(limits.flood("203.0.113.7")).toBe(3600);
  expect(limits.flood("203.0.113.8")).toBeUndefined();
  now = new Date("2026-07-01T13:00:00Z");
  expect(limits.flood("203.0.113.7")).toBeUndefined();
});

test("counts the households of IPv6 as one address each", () => {
  const limits = reportLimits(() => new Date("2026-07-01T12:00:00Z"));
  const from = (address: string, n: number) => limits.take(address, itemCodeFromNumber(n));
  for (let n = 0; n < 60; n++) expect(from(`2001:db8:1:2::${n + 1}`, n)).toEqual([]);
  expect(from("2001:db8:1:2:ffff::1", 60)).toEqual(["many-from-address"]);
  expect(from("2001:db8:1:3::1", 61)).toEqual([]);
});
