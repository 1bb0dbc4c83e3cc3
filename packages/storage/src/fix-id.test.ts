import fc from "fast-check";
import { expect, test } from "vitest";
import { fixId, parseFixId } from "./fix-id.ts";

test("an id gives back the fix it was made of, whatever the tracker's clock said", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 2 ** 31 - 1 }),
      fc.date({ noInvalidDate: true }),
      fc.nat({ max: 2 ** 48 - 1 }),
      (trackerId, time, recordHash) => {
        const identity = { trackerId, time, recordHash };
        expect(parseFixId(fixId(identity))).toEqual(identity);
      },
    ),
  );
});

test.each([
  "",
  "1",
  "1.2",
  "1.2.3.4",
  "01.2.3",
  "1.2.3 ",
  "x.2.3",
  "1..3",
  "1.2.zzzzzzzzzzzz",
  "-1.2.3",
])("%j is no id", (text) => {
  expect(parseFixId(text)).toBeUndefined();
});
