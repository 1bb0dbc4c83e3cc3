import type { Counted, Meter } from "@zpr/ports";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

const HELP: Readonly<Record<Counted, string>> = {
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

const MEASURED = {
  "raw-messages-waiting": "Messages in the raw log that are not recorded yet",
  "raw-parcels-waiting": "Parcels of messages on their way to the raw log, not recorded yet",
};

/** A meter whose counts Prometheus reads from `registry`. */
export interface PrometheusMeter extends Meter {
  readonly registry: Registry;
  /** Has a number read whenever Prometheus asks; not a number when it cannot be read. */
  measure(what: keyof typeof MEASURED, read: () => Promise<number>): void;
}

/** A meter with nothing counted yet. */
export function prometheusMeter(): PrometheusMeter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map(
    Object.entries(HELP).map(([what, help]) => [
      what,
      new Counter({
        name: `zpr_${what.replaceAll("-", "_")}_total`,
        help,
        labelNames: ["protocol"],
        registers: [registry],
      }),
    ]),
  );
  return {
    registry,
    count: (what, protocol, amount = 1) => counters.get(what)?.inc({ protocol }, amount),
    measure(what, read) {
      new Gauge({
        name: `zpr_${what.replaceAll("-", "_")}`,
        help: MEASURED[what],
        registers: [registry],
        async collect() {
          this.set(await read().catch(() => Number.NaN));
        },
      });
    },
  };
}
