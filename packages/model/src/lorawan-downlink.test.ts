import { expect, it } from "vitest";
import { parseLorawanDownlink } from "./lorawan-downlink.ts";

it.each([
  ["15:BEEF", { port: 15, hex: "beef" }],
  [" 1 : 0a 0b ", { port: 1, hex: "0a0b" }],
  ["255:", { port: 255, hex: "" }],
  ['{"interval":600}', { values: { interval: 600 } }],
])("reads %s", (text, downlink) => {
  expect(parseLorawanDownlink(text)).toEqual(downlink);
});

it.each([
  "",
  "0:01",
  "224:01",
  "256:01",
  "1:0",
  "1:xy",
  "01",
  "[1]",
  "{interval: 600}",
  `1:${"00".repeat(243)}`,
])("reads nothing in %s", (text) => {
  expect(parseLorawanDownlink(text)).toBeUndefined();
});
