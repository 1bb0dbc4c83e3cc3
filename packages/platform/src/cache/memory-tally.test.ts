import { expect, test } from "vitest";
import { memoryTally } from "./memory-tally.ts";

test("many keys do not fill the memory, and the newest are known", () => {
  const tally = memoryTally(() => new Date(0));
  for (let key = 0; key <= 20_000; key++) tally.count(`${key}`, 60, 1);
  expect(tally.count("20000", 60, 1).count).toBe(2);
  expect(tally.count("0", 60, 1).count).toBe(1);
});

test("goes on from what others counted, for as long as that counts", () => {
  let time = 0;
  const tally = memoryTally(() => new Date(time));
  tally.count("tries", 600, 1);
  tally.learn("tries", { count: 41, secondsLeft: 10 });
  expect(tally.count("tries", 600, 1)).toEqual({ count: 42, secondsLeft: 10 });
  time = 10_000;
  expect(tally.count("tries", 600, 1)).toEqual({ count: 1, secondsLeft: 600 });
});
