import {
  type Dashboard,
  DashboardBuilder,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";

import type { Panel, Row } from "./panels.ts";
import { people } from "./people.ts";
import { processes } from "./processes.ts";
import { river } from "./river.ts";

/** Every dashboard by the name of its file. */
export function dashboards(): Readonly<Record<string, Dashboard>> {
  return {
    "zpr-river": dashboard("zpr-river", "ZPR: from frame to fix", river),
    "zpr-people": dashboard("zpr-people", "ZPR: reports and map", people),
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
