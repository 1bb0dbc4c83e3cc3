import type { Counted, Meter } from "@zpr/ports";
import { Counter, collectDefaultMetrics, Registry } from "prom-client";

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

/** A meter whose counts Prometheus reads from `registry`. */
export function prometheusMeter(): Meter & { readonly registry: Registry } {
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
  };
}
