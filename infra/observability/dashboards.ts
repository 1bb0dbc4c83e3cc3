import {
  type Dashboard,
  DashboardBuilder,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";

/** A line or a family of lines: what Prometheus is asked, and how each is called. */
interface Query {
  readonly expression: string;
  readonly legend: string;
}

interface Panel {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly queries: readonly Query[];
}

interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** What trackers say and what becomes of it, from the connection to the fix. */
const river: readonly Row[] = [
  {
    title: "Ways in",
    panels: [
      {
        title: "Frames kept",
        description: "Written to the raw log and durable, each second",
        unit: "short",
        queries: byProtocol("zpr_frames_kept_total"),
      },
      {
        title: "Records acknowledged",
        description: "What trackers were told is kept; they send the rest again",
        unit: "short",
        queries: byProtocol("zpr_records_acknowledged_total"),
      },
      {
        title: "Open connections",
        description: "Opened and not yet closed, over TCP",
        unit: "short",
        queries: [
          {
            expression:
              "sum by (protocol) (zpr_connections_opened_total) - sum by (protocol) (zpr_connections_closed_total)",
            legend: "{{protocol}}",
          },
        ],
      },
      {
        title: "Turned away and noise",
        description:
          "Refused because of a limit; closed because their bytes were no frame; damaged frames",
        unit: "short",
        queries: [
          { expression: rate("zpr_connections_refused_total"), legend: "refused" },
          { expression: rate("zpr_noise_total"), legend: "noise" },
          { expression: rate("zpr_frames_corrupt_total"), legend: "damaged frames" },
        ],
      },
    ],
  },
  {
    title: "Ingest",
    panels: [
      {
        title: "Fixes recorded",
        description: "For the first time, each second",
        unit: "short",
        queries: byProtocol("zpr_fixes_recorded_total"),
      },
      {
        title: "What no decoder reads",
        description: "Kept, and decoded again by zpr replay once a decoder can",
        unit: "short",
        queries: byProtocol("zpr_messages_undecodable_total"),
      },
      {
        title: "Trackers nobody registered",
        description:
          "Messages each second; they are kept and count as soon as the tracker is registered",
        unit: "short",
        queries: byProtocol("zpr_messages_of_unknown_trackers_total"),
      },
    ],
  },
  {
    title: "Instructions",
    panels: [
      {
        title: "Instructions",
        description: "Each attempt to send one, and what trackers answered, in an hour",
        unit: "short",
        queries: ["sent", "acknowledged", "failed"].map((fate) => ({
          expression: `sum(increase(zpr_commands_${fate}_total[1h]))`,
          legend: fate,
        })),
      },
    ],
  },
];

/** How the processes are, role by role. */
const processes: readonly Row[] = [
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

/** Every dashboard by the name of its file. */
export function dashboards(): Readonly<Record<string, Dashboard>> {
  return {
    "zpr-river": dashboard("zpr-river", "ZPR: from frame to fix", river),
    "zpr-processes": dashboard("zpr-processes", "ZPR: processes", processes),
  };
}

function dashboard(uid: string, title: string, rows: readonly Row[]): Dashboard {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .tags(["zpr"])
    .refresh("30s")
    .time({ from: "now-6h", to: "now" })
    .timezone("browser")
    .readonly();
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title));
    for (const panel of row.panels) builder.withPanel(panelOf(panel));
  }
  return builder.build();
}

function panelOf({ title, description, unit, queries }: Panel): PanelBuilder {
  const panel = new PanelBuilder().title(title).description(description).unit(unit).span(8);
  for (const { expression, legend } of queries)
    panel.withTarget(new DataqueryBuilder().expr(expression).legendFormat(legend));
  return panel;
}

function rate(metric: string): string {
  return `sum(rate(${metric}[$__rate_interval]))`;
}

function byProtocol(metric: string): readonly Query[] {
  return [
    { expression: `sum by (protocol) (rate(${metric}[$__rate_interval]))`, legend: "{{protocol}}" },
  ];
}

function byPod(expression: string): Query {
  return { expression, legend: "{{role}} {{pod}}" };
}
