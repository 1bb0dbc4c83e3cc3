import { itemCodeFromNumber } from "@zpr/model";
import { memoryCache } from "@zpr/platform";
import { expect, test } from "vitest";
import { reportLimits } from "./report-limits.ts";

test("refuses only a flood, says for how long, and forgets it", async () => {
  let now = new Date("2026-07-01T12:00:00Z");
  const limits = reportLimits(memoryCache(() => now));
  for (let n = 0; n < 3000; n++) expect(await limits.flood("203.0.113.7")).toBeUndefined();
  expect(await limits.flood("203.0.113.7")).toBe(3600);
  expect(await limits.flood("203.0.113.8")).toBeUndefined();
  now = new Date("2026-07-01T13:00:00Z");
  expect(await limits.flood("203.0.113.7")).toBeUndefined();
});

test("counts the households of IPv6 as one address each", async () => {
  const limits = reportLimits(memoryCache(() => new Date("2026-07-01T12:00:00Z")));
  const from = (address: string, n: number) => limits.take(address, itemCodeFromNumber(n));
  for (let n = 0; n < 60; n++) expect(await from(`2001:db8:1:2::${n + 1}`, n)).toEqual([]);
  expect(await from("2001:db8:1:2:ffff::1", 60)).toEqual(["many-from-address"]);
  expect(await from("2001:db8:1:3::1", 61)).toEqual([]);
});

test("knows an item that many report, but not by reports that were given back", async () => {
  const limits = reportLimits(memoryCache(() => new Date("2026-07-01T12:00:00Z")));
  const code = itemCodeFromNumber(1);
  for (let n = 0; n < 13; n++) {
    expect(await limits.take(`203.0.113.${n}`, code)).toEqual([]);
    if (n === 0) await limits.giveBack("203.0.113.0", code);
  }
  expect(await limits.take("203.0.113.99", code)).toEqual(["many-of-item"]);
});
