import { createHash } from "node:crypto";
import { type Imei, imei } from "@zpr/model";

/** IMEIs beginning with 00 are set aside for test equipment: no real tracker has one. */
const TEST_PREFIX = "0099";

/** The IMEI that a simulated tracker of this name always has: 15 digits with a valid check digit. */
export function testImei(name: string): Imei {
  const hash = createHash("sha256").update(name).digest().readBigUInt64BE() % 10n ** 10n;
  const fourteen = TEST_PREFIX + hash.toString().padStart(10, "0");
  return imei(fourteen + luhnDigit(fourteen));
}

/** The digit that makes a number pass the Luhn test. */
function luhnDigit(digits: string): string {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}
