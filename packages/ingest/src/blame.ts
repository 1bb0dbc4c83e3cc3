import { RefusedValue } from "@zpr/ports";

/** A value the store refuses, or one that our own code stumbles over; anything else may be over when tried again. */
export function blamesData(error: unknown): boolean {
  return error instanceof RefusedValue || error instanceof RangeError || error instanceof TypeError;
}

/** What is kept beside a message that could be read, but not recorded. */
export function faultText(fault: string): string {
  return `could not be recorded: ${fault}`;
}
