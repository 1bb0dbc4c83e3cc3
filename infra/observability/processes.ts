import { byPod, type Row } from "./panels.ts";

/** How the processes are, role by role. */
export const processes: readonly Row[] = [
  {
    title: "Processes",
    panels: [
      {
        title: "Processes that answer",
        description: "By role",
        unit: "short",
        queries: [{ expression: "sum by (role) (up)", legend: "{{role}}" }],
      },
      {
        title: "Processor",
        description: "Cores in use by each process",
        unit: "short",
        queries: [byPod("rate(process_cpu_seconds_total[$__rate_interval])")],
      },
      {
        title: "Memory",
        description: "Resident, of each process",
        unit: "bytes",
        queries: [byPod("process_resident_memory_bytes")],
      },
      {
        title: "Waiting for the event loop",
        description: "99th percentile; above a tenth of a second somebody waits",
        unit: "s",
        queries: [byPod("nodejs_eventloop_lag_p99_seconds")],
      },
      {
        title: "Pauses to collect garbage",
        description: "Seconds in each second",
        unit: "s",
        queries: [
          byPod("sum by (role, pod) (rate(nodejs_gc_duration_seconds_sum[$__rate_interval]))"),
        ],
      },
      {
        title: "Open files",
        description: "Connections count among them",
        unit: "short",
        queries: [byPod("process_open_fds")],
      },
      {
        title: "Starts",
        description: "When each process began; a line that jumps has started again",
        unit: "dateTimeFromNow",
        queries: [byPod("process_start_time_seconds * 1000")],
      },
    ],
  },
];
