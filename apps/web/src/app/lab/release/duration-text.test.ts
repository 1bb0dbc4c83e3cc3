import { expect, it } from "vitest";
import { durationText } from "./duration-text.ts";

it.each([
  [0, "0 sec"],
  [119, "119 sec"],
  [200, "3 min 20 sec"],
  [7500, "2 hr 5 min"],
  [3600 * 27, "1 day 3 hr"],
])("says %i seconds as %s", (seconds, text) => {
  expect(durationText(seconds, "en")).toBe(text);
});
