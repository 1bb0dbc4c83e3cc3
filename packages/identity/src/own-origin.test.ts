import { expect, test } from "vitest";
import { isOwnOrigin } from "./own-origin.ts";

const OURS = "https://zpr.example";

test.each([
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "none" }, true],
  [{ "sec-fetch-site": "same-site", origin: OURS }, false],
  [{ "sec-fetch-site": "cross-site", origin: OURS }, false],
  [{ origin: OURS }, true],
  [{ origin: "https://zpr.example.evil.example" }, false],
  [{ origin: "http://zpr.example" }, false],
  [{ origin: "null" }, false],
  [{}, false],
])("a change asked for with %o is from our pages: %s", (headers, own) => {
  expect(isOwnOrigin(headers, OURS)).toBe(own);
});
