import { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";
import type { DecodedRecord } from "../protocol.ts";
import { compactTime } from "./compact-time.ts";
import type { Message } from "./frame.ts";
import { modelOf } from "./models.ts";
import { type Reading, readReport, type Spot } from "./readings.ts";

/** What a device says of itself when it is asked; it stays in the raw log for people to read. */
const ABOUT_ITSELF: ReadonlySet<string> = new Set(
  "ALL ALS ALC ALM VER CID GSV GPS TMZ CFG UPC UPD UDF CMD".split(" "),
);
const MOST_EXTRA = 500;
const MINUTE = 60_000;

type Records = readonly DecodedRecord[] | { readonly reason: string };

/** The records in a message of a device whose clock runs so many minutes ahead of UTC. */
export function recordsIn(message: Message, zoneMinutes: number): Records {
  const { head, kind } = message;
  if (head === "ACK" || ABOUT_ITSELF.has(kind)) return [];
  const reading = readReport(message);
  if (!reading) return { reason: whyUnread(message) };
  const sentAt = sentAtOf(message, zoneMinutes);
  const spots = reading.spots.length > 0 ? reading.spots : [undefined];
  const records = spots.map((spot, at) => {
    const isLast = at === spots.length - 1;
    const fix = fixOf(message, reading, { spot, isLast, sentAt });
    return fix && { fix, bytes: bytesOf(message, reading, spot) };
  });
  const complete = records.filter((record) => record !== undefined);
  return complete.length === records.length ? complete : { reason: "no time in it" };
}

function whyUnread({ kind, deviceType }: Message): string {
  const name = modelOf(deviceType)?.name;
  return name
    ? `no GT${kind} of a ${name} as its layout says, and no position in it is certain`
    : `device type ${deviceType} is in no table, and no position in its GT${kind} is certain`;
}

/** A position among several is known by itself: the next report may hold it again. */
function bytesOf({ content }: Message, { spots }: Reading, spot: Spot | undefined): Buffer {
  const own = spots.length > 1 ? spot?.fields.join(",") : undefined;
  return Buffer.from(own ?? content, "latin1");
}

interface Circumstances {
  readonly spot: Spot | undefined;
  readonly isLast: boolean;
  readonly sentAt: Date | undefined;
}

function fixOf(
  { head, kind }: Message,
  reading: Reading,
  { spot, isLast, sentAt }: Circumstances,
): Fix | undefined {
  const time = spot?.block.time ?? sentAt;
  if (!time) return undefined;
  const { satellites, batteryPercent, batteryVolts, ...values } = {
    ...spot?.block.cell,
    ...reading.values,
    ...spot?.values,
    ...(isLast && reading.last),
  };
  const numberOr = (value: unknown) => (typeof value === "number" ? value : null);
  const extra = isLast ? reading.extra.join(",").slice(0, MOST_EXTRA) : "";
  return {
    time,
    ...(spot?.block.place ?? NOWHERE),
    satellites: numberOr(satellites),
    accuracyMetres: null,
    batteryVolts: numberOr(batteryVolts),
    batteryPercent: numberOr(batteryPercent),
    attributes: {
      report: `GT${kind}`,
      ...(head === "BUFF" && { stored: true }),
      ...(sentAt && spot?.block.time && { sentAt: sentAt.toISOString() }),
      ...values,
      ...(/[^,]/.test(extra) && { extra }),
    },
  };
}

const NOWHERE = {
  position: null,
  quality: "none",
  altitudeMetres: null,
  speedMetresPerSecond: null,
  headingDegrees: null,
  hdop: null,
} as const;

/** When a message was sent, by the zone that it names itself or else by the one that is set. */
function sentAtOf({ sendTime, body }: Message, zoneMinutes: number): Date | undefined {
  const local = compactTime(sendTime);
  return local && new Date(local.getTime() - (zoneIn(body) ?? zoneMinutes) * MINUTE);
}

/** Some reports end with ±HHMM and whether an hour of daylight saving is added. */
function zoneIn(body: readonly string[]): number | undefined {
  const [zone = "", isSaving = ""] = body.slice(-2);
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (!sign || !/^[01]$/.test(isSaving)) return undefined;
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return ahead + Number(isSaving) * 60;
}
