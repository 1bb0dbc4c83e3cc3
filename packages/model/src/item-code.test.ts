import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkCharacter,
  itemCode,
  itemCodeFromNumber,
  nearbyItemCodes,
  parseItemCode,
} from "./item-code.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const anyCode = fc.integer({ min: 0, max: 32 ** 5 - 1 }).map(itemCodeFromNumber);

describe("an item code", () => {
  it("refuses any single wrong character", () => {
    fc.assert(
      fc.property(anyCode, fc.nat(5), fc.constantFrom(...ALPHABET), (code, place, letter) => {
        fc.pre(code[place] !== letter);
        expect(
          parseItemCode(code.slice(0, place) + letter + code.slice(place + 1)),
        ).toBeUndefined();
      }),
    );
  });

  it("refuses any swap of two neighbours", () => {
    fc.assert(
      fc.property(anyCode, fc.nat(4), (code, place) => {
        const [a = "", b = ""] = [code[place], code[place + 1]];
        fc.pre(a !== b);
        expect(parseItemCode(code.slice(0, place) + b + a + code.slice(place + 2))).toBeUndefined();
      }),
    );
  });

  it("is read as people type it", () => {
    const code = itemCode(`0110A${checkCharacter("0110A")}`);
    expect(parseItemCode(` oIl0-a ${code[5]?.toLowerCase()}`)).toBe(code);
  });

  it("is the only one of its number", () => {
    const codes = new Set(
      Array.from({ length: 5000 }, (_, number) => itemCodeFromNumber(number * 6710)),
    );
    expect(codes.size).toBe(5000);
  });

  it("is found again from a slip of the finger", () => {
    fc.assert(
      fc.property(anyCode, fc.nat(5), fc.constantFrom(...ALPHABET), (code, place, letter) => {
        fc.pre(code[place] !== letter);
        const slip = code.slice(0, place) + letter + code.slice(place + 1);
        expect(nearbyItemCodes(slip)).toContain(code);
      }),
    );
  });

  it("says what is wrong with a text that is none", () => {
    expect(() => itemCode("hello")).toThrow('not a valid item code: "hello"');
  });
});
