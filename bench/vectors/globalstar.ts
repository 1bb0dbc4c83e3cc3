import type { Comparison, Verdict } from "./comparison.ts";
import { comparePlaces, type PushReading, type PushVector, readingOfPush } from "./pushed-body.ts";
import { alikeIf, explained, near, same, together } from "./verdicts.ts";

/** What an independent decoder reads out of a message. */
interface Derived {
  readonly esn: string;
  readonly unixTime: number;
  readonly lat: number;
  readonly lon: number;
  readonly batteryLow: boolean;
  readonly gpsInvalid: boolean;
}

/** Pushes of the back office in XML and JSON. */
export const globalstarComparison: Comparison = {
  protocol: "globalstar",
  files: /^globalstar.*\.json$/,
  compare(vector: PushVector) {
    const reading = readingOfPush("globalstar", vector);
    if (isWithoutFix(vector) && reading.messages.every(isUnplaced))
      return explained(
        "the device says that its GPS data are invalid: a record without a position",
      );
    const { derived } = vector;
    return together([
      comparePlaces(vector, reading),
      ...(isDerived(derived) ? derived.map((one, at) => compareMessage(reading, one, at)) : []),
    ]);
  },
};

/** In JSON each device says whether it has a fix, and leaves its coordinates empty when it has none. */
function isWithoutFix({ body = "", check }: PushVector): boolean {
  if (!body.startsWith("{") || check === "verifyNull") return false;
  const { entry } = JSON.parse(body);
  const devices: readonly { readonly deviceInfo?: { readonly gpsDataValid?: string } }[] =
    entry.devices;
  return devices.every(({ deviceInfo }) => deviceInfo?.gpsDataValid === "Invalid");
}

function isUnplaced({ fixes }: PushReading["messages"][number]): boolean {
  return fixes.length === 1 && fixes.every(({ quality }) => quality === "none");
}

function isDerived(derived: unknown): derived is readonly Derived[] {
  return Array.isArray(derived);
}

function compareMessage({ messages }: PushReading, theirs: Derived, at: number): Verdict {
  const message = messages[at];
  const fix = message?.fixes[0];
  if (!fix) return alikeIf(false, `message ${at + 1} makes no record`);
  const { batteryLow, gpsFailed } = fix.attributes;
  return together([
    same("the ESN", message?.uniqueId, theirs.esn),
    same("the time", fix.time.getTime() / 1000, theirs.unixTime),
    near("the latitude", fix.position?.[1], theirs.lat),
    near("the longitude", fix.position?.[0], theirs.lon),
    same("the battery", batteryLow, theirs.batteryLow),
    same("whether it failed", gpsFailed, theirs.gpsInvalid),
  ]);
}
