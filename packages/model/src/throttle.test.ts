import { expect, test } from "vitest";
import { addressKey, throttle } from "./throttle.ts";

test("a key has so many tries, then waits, and others do not wait with it", () => {
  let time = 0;
  const gate = throttle({ tries: 2, minutes: 15, now: () => new Date(time) });
  expect([gate.take("a"), gate.take("a"), gate.take("a"), gate.take("b")]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  time = 15 * 60_000;
  expect(gate.take("a")).toBe(true);
});

test("a try that succeeded does not count, those before it do", () => {
  const gate = throttle({ tries: 2, minutes: 15, now: () => new Date(0) });
  gate.take("a");
  gate.take("a");
  gate.giveBack("a");
  expect([gate.take("a"), gate.take("a")]).toEqual([true, false]);
});

test("many keys do not fill the memory, and the newest are known", () => {
  const gate = throttle({ tries: 1, minutes: 15, now: () => new Date(0) });
  for (let key = 0; key <= 20_000; key++) gate.take(`${key}`);
  expect(gate.take("20000")).toBe(false);
  expect(gate.take("0")).toBe(true);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "::ffff:192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::6", "2001:db8:0:0"],
])("the address %s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
