import { expect, test } from "vitest";
import { hexDump } from "./hex-dump.ts";

test("bytes stand sixteen to a line, with their offset and what can be read of them", () => {
  const hex = Buffer.from("Zero Plastic Rivers\u0001").toString("hex");
  expect(hexDump(hex)).toEqual([
    {
      offset: "0000",
      bytes: "5a 65 72 6f 20 50 6c 61 73 74 69 63 20 52 69 76",
      text: "Zero Plastic Riv",
    },
    { offset: "0010", bytes: "65 72 73 01", text: "ers." },
  ]);
  expect(hexDump("")).toEqual([]);
});
