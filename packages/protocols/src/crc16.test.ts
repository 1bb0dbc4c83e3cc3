import { expect, test } from "vitest";
import { crc16Arc } from "./crc16.ts";

test("gives the check value that the CRC catalogue has for CRC-16/ARC", () => {
  expect(crc16Arc(Buffer.from("123456789"))).toBe(0xbb3d);
});
