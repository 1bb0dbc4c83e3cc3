/**
 * Item codes: six characters of Crockford's base 32 (no I, L, O, U), the last a check character.
 *
 * The check character is the sum of the five data characters in the field GF(2^5) (polynomial
 * x^5 + x^2 + 1), each multiplied by a different power of its generator. As every weight is
 * non-zero and no two neighbours weigh the same, any single wrong character and any swap of two
 * neighbours changes the sum.
 */
import { InvalidValue } from "./invalid-value.ts";

/** The public name of an item, as printed on its label. */
export type ItemCode = string & { readonly brand: "ItemCode" };

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 6;
const POLYNOMIAL = 0b100101;

/** Powers of the generator x: the weight of each data character, by its place. */
const WEIGHTS = [2, 4, 8, 16, 5] as const;

/** Takes a code as it is written by us; anything else is an `InvalidValue`. */
export function itemCode(text: string): ItemCode {
  if (!isItemCode(text)) throw new InvalidValue("item code", text);
  return text;
}

/** Reads a code as people type it: case, spaces, hyphens, O for 0 and I or L for 1 are forgiven. */
export function parseItemCode(text: string): ItemCode | undefined {
  const tidy = tidyItemCode(text);
  return isItemCode(tidy) ? tidy : undefined;
}

/** The characters of a code among what somebody typed, in our spelling, complete or not. */
export function tidyItemCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** The sixth character that belongs to five data characters. */
export function checkCharacter(five: string): string {
  let sum = 0;
  WEIGHTS.forEach((weight, place) => {
    const value = ALPHABET.indexOf(five.charAt(place));
    if (five.length !== LENGTH - 1 || value < 0)
      throw new InvalidValue("start of an item code", five);
    sum ^= multiply(weight, value);
  });
  return ALPHABET.charAt(sum);
}

/** The code that belongs to a number from 0 to 33,554,431; different numbers give different codes. */
export function itemCodeFromNumber(number: number): ItemCode {
  if (!Number.isInteger(number) || number < 0 || number >= 32 ** (LENGTH - 1))
    throw new InvalidValue("item number", number);
  let five = "";
  for (let rest = number, place = 0; place < LENGTH - 1; place++, rest = Math.floor(rest / 32))
    five = ALPHABET.charAt(rest % 32) + five;
  return itemCode(five + checkCharacter(five));
}

/** Every valid code that differs from `text` in one character or one swap of neighbours. */
export function nearbyItemCodes(text: string): readonly ItemCode[] {
  const typed = tidyItemCode(text);
  if (typed.length !== LENGTH) return [];
  const found = new Set<ItemCode>();
  for (let place = 0; place < LENGTH; place++) {
    for (const letter of ALPHABET) keep(typed.slice(0, place) + letter + typed.slice(place + 1));
    const [here = "", next = ""] = [typed[place], typed[place + 1]];
    keep(typed.slice(0, place) + next + here + typed.slice(place + 2));
  }
  return [...found];

  function keep(candidate: string): void {
    if (candidate !== typed && isItemCode(candidate)) found.add(candidate);
  }
}

function isItemCode(text: string): text is ItemCode {
  if (text.length !== LENGTH) return false;
  for (const letter of text) if (!ALPHABET.includes(letter)) return false;
  return checkCharacter(text.slice(0, -1)) === text.at(-1);
}

/** Multiplies two elements of GF(2^5). */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if (b & (1 << bit)) product ^= a << bit;
  for (let bit = 9; bit >= 5; bit--) if (product & (1 << bit)) product ^= POLYNOMIAL << (bit - 5);
  return product;
}
