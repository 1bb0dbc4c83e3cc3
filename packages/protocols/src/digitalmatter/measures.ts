import { numberOf, wordsOf } from "../json-fields.ts";
import type { Attributes } from "../told.ts";

/** Nothing a tracker counts or measures goes beyond four bytes. */
const MOST = 2 ** 32;

/** A number as a tracker may have measured it. */
export function measured(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Math.abs(number) < MOST ? number : undefined;
}

/** A number that names or counts something. */
export function counted(value: unknown): number | undefined {
  const number = measured(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** What tells records and the trackers they are from apart, as attributes. */
export function headOf(head: {
  readonly sequenceNumber: unknown;
  readonly reason: unknown;
  readonly serialNumber: unknown;
  readonly firmware: unknown;
}): Attributes {
  const sequenceNumber = counted(head.sequenceNumber);
  const reason = counted(head.reason);
  const serialNumber = serialOf(head.serialNumber);
  const firmware = wordsOf(head.firmware);
  return {
    ...(sequenceNumber !== undefined && { sequenceNumber }),
    ...(reason !== undefined && { reason }),
    ...(serialNumber !== undefined && { serialNumber }),
    ...(firmware !== undefined && { firmware }),
  };
}

/** A number wherever it is written with digits only, as it is over TCP. */
function serialOf(value: unknown): number | string | undefined {
  if (typeof value === "string" && !/^\d{1,10}$/.test(value)) return wordsOf(value);
  return counted(value);
}
