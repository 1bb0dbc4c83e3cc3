import { InvalidValue } from "./invalid-value.ts";

/** The 15 digits every cellular tracker is known by. */
export type Imei = string & { readonly brand: "Imei" };

/** Takes 15 digits as an IMEI; the Luhn digit is not asked for, as test devices break it. */
export function imei(digits: string): Imei {
  if (!isImei(digits)) throw new InvalidValue("IMEI", digits);
  return digits;
}

/** Whether a text is 15 digits. */
export function isImei(text: string): text is Imei {
  return /^\d{15}$/.test(text);
}
