/**
 * What so many trackers take: cores by role, disk, network, queues. Arithmetic of `plan.ts` on what was
 * measured (`measured.ts`); the price of a queue's calls is that of infra/aws.
 *
 *   npm run capacity -- [--trackers 1000000] [--interval 60] [--bytes 90] [--stays] [--lag 600] [--days 365] [--busy 0.5]
 *
 * `--interval` is seconds from one message of a tracker to its next, `--bytes` how long a message is,
 * `--stays` says that trackers stay connected between messages, `--lag` how many seconds a journey may
 * lag behind its fixes, `--days` for how long the database is to have room, `--busy` which share of a
 * core is planned with.
 */
import { parseArgs } from "node:util";
import { PRICES } from "../aws/src/costs/prices.ts";
import { MEASURED } from "./measured.ts";
import { PARTS, type Plan, plan } from "./plan.ts";

const { values: asked } = parseArgs({
  options: {
    trackers: { type: "string", default: "1000000" },
    interval: { type: "string", default: "60" },
    bytes: { type: "string", default: "90" },
    stays: { type: "boolean", default: false },
    lag: { type: "string", default: "600" },
    days: { type: "string", default: "365" },
    busy: { type: "string", default: "0.5" },
  },
});
const demand = {
  trackers: positive("trackers", asked.trackers),
  intervalSeconds: positive("interval", asked.interval),
  messageBytes: positive("bytes", asked.bytes),
  staysConnected: asked.stays,
  journeyLagSeconds: positive("lag", asked.lag),
  days: positive("days", asked.days),
  busyShare: positive("busy", asked.busy),
};
console.log(JSON.stringify(demand));
for (const [what, value, unit] of linesOf(plan(demand, MEASURED, PRICES.queueCalls)))
  console.log(`${what.padEnd(46)}${rounded(value).padStart(12)} ${unit}`);

function linesOf(made: Plan): readonly (readonly [what: string, value: number, unit: string])[] {
  const { database, network, nats, sqs } = made;
  return [
    ["messages, records", made.messagesPerSecond, "a second"],
    ["journeys brought up to date", made.journeysPerSecond, "a second"],
    ["connections held", made.connections, ""],
    ...PARTS.map((part) => [`cores of ${part}`, made.cores[part], ""] as const),
    ["processes of the role gateway", made.processes.gateway, ""],
    ["processes of the role ingest", made.processes.ingest, ""],
    ["memory for connections, all gateways", made.gatewayMemoryGigabytes, "GB"],
    ["fixes", database.fixesADay / 1e6, "million a day"],
    ["database grows, with indexes", database.gigabytesADay, "GB a day"],
    ["of that, raw messages", database.rawGigabytesADay, "GB a day"],
    [`database after ${demand.days} days`, database.terabytes, "TB"],
    ["write-ahead log", database.walMegabytesPerSecond, "MB/s"],
    ["network in, with headers", network.inMegabitsPerSecond, "Mbit/s"],
    ["network out, with headers", network.outMegabitsPerSecond, "Mbit/s"],
    ["NATS takes, each replica", nats.megabytesPerSecond, "MB/s"],
    ["NATS parcels, full", nats.parcelsPerSecond, "a second"],
    ["NATS keeps, when nobody records for an hour", nats.gigabytesAnHourAway, "GB"],
    ["SQS, messages of a parcel", sqs.messagesOfAParcel, ""],
    ["SQS, calls", sqs.millionCallsAMonth, "million a month"],
    ["SQS, price", sqs.dollarsAMonth, "$ a month"],
  ];
}

function rounded(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is a number above 0`);
  return value;
}
