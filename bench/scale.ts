/**
 * How far the product goes in each shape it can run in, from a tracker's TCP frame to its fix in the
 * database: records acknowledged (durable) and recorded a second, p50 and p99 of the acknowledgement in
 * milliseconds, and CPU seconds for 100,000 records by role and by engine. Each shape is installed anew
 * in each round, in turns, so that all see the same machine; prints medians, and the ratio of each to
 * everything in one process of the same round. Judges nothing, but ends with an error when a record that
 * was acknowledged is not a fix, or is two.
 *
 *   npm run bench:scale -- [--shapes embedded,table-1,nats-1,nats-2,sqs-1] [--trackers 200] [--records 10]
 *                          [--profile FOLDER]
 *
 * ZPR_BENCH_SECONDS (6) is how long each sends, ZPR_BENCH_ROUNDS (3) how often. `table-1` is one process
 * of each role on PostgreSQL and Redis, `nats-2` two of each and NATS JetStream, `sqs-1` an SQS with the
 * decoder between two queues, whose numbers are those of moto, a test double in Python.
 */
import { availableParallelism, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { median } from "./medians.ts";
import { prepareTrackers } from "./prepare-trackers.ts";
import { install, SHAPES } from "./scale/installation.ts";
import { type Load, type Measured, measure } from "./scale/measure.ts";

const { values: asked } = parseArgs({
  options: {
    shapes: { type: "string", default: SHAPES.join(",") },
    trackers: { type: "string", default: "200" },
    records: { type: "string", default: "10" },
    profile: { type: "string" },
  },
});
const shapes = asked.shapes.split(",");
const unknown = shapes.find((shape) => !SHAPES.includes(shape));
if (unknown !== undefined) throw new Error(`${unknown} is none of ${SHAPES.join(", ")}`);
const rounds = Number(process.env["ZPR_BENCH_ROUNDS"] ?? 3);
const load: Load = {
  trackers: Number(asked.trackers),
  recordsPerPacket: Number(asked.records),
  seconds: Number(process.env["ZPR_BENCH_SECONDS"] ?? 6),
};
const flags = asked.profile ? ["--cpu-prof", `--cpu-prof-dir=${asked.profile}`] : [];

const seen = new Map<string, Measured[]>(shapes.map((shape) => [shape, []]));
const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB`;
console.log(
  `${machine}, load ${loadavg()[0]?.toFixed(1)}; ${rounds} rounds of ${load.seconds} s, ${load.trackers} trackers, packets of ${load.recordsPerPacket} records`,
);
for (let round = 0; round < rounds; round++)
  for (const shape of shapes) {
    const measured = await once(shape);
    seen.get(shape)?.push(measured);
    console.log(`round ${round + 1}, ${shape}: ${textOf(measured)}`);
  }
console.table(Object.fromEntries(shapes.map((shape) => [shape, speedOf(shape)])));
console.log("bytes of each record in the database:");
console.table(Object.fromEntries(shapes.map((shape) => [shape, bytesOf(shape)])));
console.log("CPU seconds for 100,000 records, and journeys brought up to date for them:");
console.table(Object.fromEntries(shapes.map((shape) => [shape, costOf(shape)])));

async function once(shape: string): Promise<Measured> {
  const installation = await install(shape, flags);
  try {
    await prepareTrackers(installation.database, load.trackers);
    return await measure(installation, load);
  } finally {
    await installation.remove();
  }
}

function speedOf(shape: string) {
  const times = (of: (one: Measured) => number) => {
    const ratios = all(shape).flatMap((one, round) => {
      const embedded = seen.get("embedded")?.[round];
      return embedded ? [of(one) / of(embedded)] : [];
    });
    return ratios.length > 0 ? Number(median(ratios).toFixed(2)) : "";
  };
  return {
    "acknowledged/s": Math.round(median(all(shape).map((one) => one.acknowledgedPerSecond))),
    "recorded/s": Math.round(median(all(shape).map((one) => one.recordedPerSecond))),
    "p50 ms": Math.round(median(all(shape).map((one) => one.p50Milliseconds))),
    "p99 ms": Math.round(median(all(shape).map((one) => one.p99Milliseconds))),
    "acknowledged, ratio": times((one) => one.acknowledgedPerSecond),
    "recorded, ratio": times((one) => one.recordedPerSecond),
    "p99, ratio": times((one) => one.p99Milliseconds),
    "CPU, ratio": times(cpuTogether),
  };
}

function costOf(shape: string) {
  const names = Object.keys(all(shape)[0]?.cpuPer100k ?? {});
  const costs = names.map((name) => [
    name,
    Number(median(all(shape).map((one) => one.cpuPer100k[name] ?? 0)).toFixed(2)),
  ]);
  return {
    ...Object.fromEntries(costs),
    together: Number(median(all(shape).map(cpuTogether)).toFixed(2)),
    journeys: Math.round(median(all(shape).map((one) => one.journeysPer100k))),
  };
}

function bytesOf(shape: string) {
  const names = Object.keys(all(shape)[0]?.bytes ?? {});
  return Object.fromEntries(
    names.map((name) => [name, Math.round(median(all(shape).map((one) => one.bytes[name] ?? 0)))]),
  );
}

function all(shape: string): readonly Measured[] {
  return seen.get(shape) ?? [];
}

function cpuTogether({ cpuPer100k }: Measured): number {
  return Object.values(cpuPer100k).reduce((sum, seconds) => sum + seconds, 0);
}

function textOf(one: Measured): string {
  const [acknowledged, recorded] = [one.acknowledgedPerSecond, one.recordedPerSecond].map(
    Math.round,
  );
  return `${acknowledged} acknowledged/s, ${recorded} recorded/s, p99 ${one.p99Milliseconds.toFixed(0)} ms, CPU ${cpuTogether(one).toFixed(2)} s`;
}
