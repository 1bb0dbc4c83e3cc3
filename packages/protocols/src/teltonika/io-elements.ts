/**
 * What the IO elements of floating trackers mean, from the vendor's parameter lists of the TAT, TMT
 * and FMx families. Unknown ones are kept by number.
 */

/** One IO element: its id and its value, a number as far as it is exact, else hexadecimal. */
export type IoElement = readonly [id: number, value: number | string];

/** Ids for what is no IO element but stands in its place. */
export const EVENT = -1;
export const GENERATION_TYPE = -2;

/** The part of a fix that IO elements tell. */
export interface IoMeaning {
  readonly hdop: number | null;
  readonly batteryVolts: number | null;
  readonly batteryPercent: number | null;
  readonly attributes: Readonly<Record<string, number | string>>;
}

const HDOP = 182;
const BATTERY_MILLIVOLTS = 67;
const BATTERY_PERCENT = 113;

const ACCELERATIONS = new Set([17, 18, 19]);

const NAMES: ReadonlyMap<number, string> = new Map([
  [EVENT, "event"],
  [GENERATION_TYPE, "generationType"],
  [17, "accelerationXMilliG"],
  [18, "accelerationYMilliG"],
  [19, "accelerationZMilliG"],
  [21, "gsmSignal"],
  [66, "externalMillivolts"],
  [68, "batteryMilliamperes"],
  [69, "gnssStatus"],
  [181, "pdopTenths"],
  [200, "sleepMode"],
  [205, "cellId"],
  [206, "locationAreaCode"],
  [236, "alarm"],
  [240, "movement"],
  [241, "operator"],
  [636, "cellIdLte"],
]);

/** Reads the elements of one record. */
export function meaningOf(elements: readonly IoElement[]): IoMeaning {
  const attributes: Record<string, number | string> = {};
  let hdop: number | null = null;
  let batteryVolts: number | null = null;
  let batteryPercent: number | null = null;
  for (const [id, value] of elements) {
    if (typeof value === "string") attributes[`io${id}`] = value;
    else if (id === HDOP) hdop = value / 10;
    else if (id === BATTERY_MILLIVOLTS) batteryVolts = value / 1000;
    else if (id === BATTERY_PERCENT) batteryPercent = value;
    else attributes[NAMES.get(id) ?? `io${id}`] = withSign(id, value);
  }
  return { hdop, batteryVolts, batteryPercent, attributes };
}

/** Accelerations are two bytes with a sign, which the others have not. */
function withSign(id: number, value: number): number {
  return ACCELERATIONS.has(id) ? (value << 16) >> 16 : value;
}
