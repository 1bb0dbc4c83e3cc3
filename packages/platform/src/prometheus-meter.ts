import { setTimeout as pause } from "node:timers/promises";
import type { AnswerArea, Counted, Meter, Tallied, Timed } from "@zpr/ports";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const COUNTED: Readonly<Record<Counted, string>> = {
  "connections-opened": "Connections trackers opened",
  "connections-closed": "Connections of trackers that ended",
  "frames-kept": "Frames written to the raw log",
  "frames-corrupt": "Frames that came damaged, kept but not accepted",
  "records-acknowledged": "Records acknowledged to trackers, after they were durable",
  noise: "Connections closed because their bytes were no frame",
  "fixes-recorded": "Fixes recorded for the first time",
  "messages-undecodable": "Messages no decoder could read",
  "messages-of-unknown-trackers": "Messages of trackers nobody registered",
  "commands-sent": "Instructions written to trackers, each attempt counted",
  "commands-acknowledged": "Instructions that trackers confirmed",
  "commands-failed": "Instructions that trackers refused",
  "connections-refused": "Connections refused because of a limit",
};

/** A family of numbers: what it says, and by which labels it is told apart. */
interface Family {
  readonly help: string;
  readonly labels: readonly string[];
}

const TALLIED: Readonly<Record<keyof Tallied, Family>> = {
  reports: { help: "Reports of finders that were kept", labels: ["outcome"] },
  "report-photos": { help: "Photos of reports that came whole", labels: ["outcome"] },
  "commands-ended": { help: "Instructions whose fate this process wrote", labels: ["status"] },
  "cache-answers": {
    help: "Answers that may be remembered, from the cache or from the database",
    labels: ["question", "source"],
  },
};

const TIMED: Readonly<Record<keyof Timed, Family & { readonly buckets: readonly number[] }>> = {
  acknowledgement: {
    help: "Seconds from a whole frame to its acknowledgement",
    labels: [],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  },
  recording: {
    help: "Seconds from a message received to its fixes recorded",
    labels: [],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600],
  },
  answer: {
    help: "Seconds from a request over HTTP to the end of its answer",
    labels: ["area", "outcome"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  },
};

const ALERTED_AREAS: readonly AnswerArea[] = ["reports", "photos"];

const READ_MILLISECONDS = 3_000;

const MEASURED = {
  "raw-messages-waiting": "Messages in the raw log that are not recorded yet",
  "raw-messages-oldest-seconds": "Seconds since the oldest of them was received; 0 when none waits",
  "raw-parcels-waiting": "Parcels of messages on their way to the raw log, not recorded yet",
  "raw-parcels-oldest-seconds": "Seconds since the oldest of them was sent; 0 when none waits",
};

const MEASURED_BY_STATUS = {
  "commands-open": "Instructions that are neither answered nor over",
};

/** A meter whose counts Prometheus reads from `registry`. */
export interface PrometheusMeter extends Meter {
  readonly registry: Registry;
  /** Has a number read whenever Prometheus asks; not a number when it cannot be read. */
  measure(what: keyof typeof MEASURED, read: () => Promise<number>): void;
  /** Has numbers by status read whenever Prometheus asks; none when they cannot be read. */
  measureByStatus(
    what: keyof typeof MEASURED_BY_STATUS,
    read: () => Promise<Readonly<Record<string, number>>>,
  ): void;
}

/** A meter with nothing counted yet. */
export function prometheusMeter(): PrometheusMeter {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (what: string, { help, labels }: Family) =>
    new Counter({ name: `${nameOf(what)}_total`, help, labelNames: labels, registers });
  const counted = eachOf(COUNTED, (what, help) => counter(what, { help, labels: ["protocol"] }));
  const tallied = eachOf(TALLIED, counter);
  const timed = eachOf(
    TIMED,
    (what, { help, labels, buckets }) =>
      new Histogram({
        name: `${nameOf(what)}_seconds`,
        help,
        labelNames: labels,
        buckets: [...buckets],
        registers,
      }),
  );
  // An alert sees how much a series grew, so it misses the first of one that begins with it.
  for (const area of ALERTED_AREAS) timed.answer.zero({ area, outcome: "failed" });
  return {
    registry,
    count: (what, protocol, amount = 1) => counted[what].inc({ protocol }, amount),
    tally: (what, labels) => tallied[what].inc(labels),
    took: (what, seconds, labels) => timed[what].observe(labels, seconds),
    measure(what, read) {
      new Gauge({
        name: nameOf(what),
        help: MEASURED[what],
        registers,
        async collect() {
          this.set(await inTime(read(), Number.NaN));
        },
      });
    },
    measureByStatus(what, read) {
      new Gauge({
        name: nameOf(what),
        help: MEASURED_BY_STATUS[what],
        labelNames: ["status"],
        registers,
        async collect() {
          this.reset();
          const numbers = await inTime(read(), {});
          for (const [status, number] of Object.entries(numbers)) this.set({ status }, number);
        },
      });
    },
  };
}

/** What stands still must not keep Prometheus from all the other numbers. */
async function inTime<Value>(reading: Promise<Value>, otherwise: Value): Promise<Value> {
  const late = pause(READ_MILLISECONDS, otherwise, { ref: false });
  return Promise.race([reading.catch(() => otherwise), late]);
}

function nameOf(what: string): string {
  return `zpr_${what.replaceAll("-", "_")}`;
}

function eachOf<Name extends string, Value, Made>(
  of: Readonly<Record<Name, Value>>,
  make: (name: string, value: Value) => Made,
): Readonly<Record<Name, Made>> {
  const made = Object.entries<Value>(of).map(([name, value]) => [name, make(name, value)]);
  return Object.fromEntries(made);
}
