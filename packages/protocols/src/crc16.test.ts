import { expect, test } from "vitest";
import { crc16Arc, crc16X25 } from "./crc16.ts";

test("gives the check values that the CRC catalogue has", () => {
  const check = Buffer.from("123456789");
  expect(crc16Arc(check)).toBe(0xbb3d);
  expect(crc16X25(check)).toBe(0x906e);
});
