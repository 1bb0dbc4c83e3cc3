import { expect, it } from "vitest";
import { slowness } from "./slowness.ts";

it("a device is slow after some long frames on end, not after one, and stays slow", () => {
  const device = slowness();
  const told = [16, 16, 200, 16, 16, 16].map((frame) => device.tell(frame));
  expect(told).not.toContain(true);
  expect([80, 80, 80, 80, 80, 80].map((frame) => device.tell(frame)).at(-1)).toBe(true);
  expect(device.tell(5)).toBe(true);
});
