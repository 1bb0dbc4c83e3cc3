import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { prometheusMeter } from "@zpr/platform";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderChart } from "../helm/render-chart.ts";
import { helm, isThere } from "../outside-tools.ts";
import { dashboards } from "./dashboards.ts";
import { metricNames } from "./metric-names.ts";

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
}

const PROMTOOL = "/usr/bin/promtool";
const FOLDER = new URL(".", import.meta.url).pathname;
/** What Prometheus itself knows of each process it asks. */
const OF_PROMETHEUS = ["up"];

/** What the server has read whenever Prometheus asks. */
const MEASURED = [
  "raw-messages-waiting",
  "raw-messages-oldest-seconds",
  "raw-parcels-waiting",
  "raw-parcels-oldest-seconds",
] as const;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const { groups }: { groups: { rules: Rule[] }[] } = parse(read("../helm/zpr/files/alerts.yaml"));
const rules = groups.flatMap((group) => group.rules);

/** Names that a process of ours tells at /metrics, histograms and summaries by their parts. */
async function exposed(): Promise<readonly string[]> {
  const { registry, measure, measureByStatus } = prometheusMeter();
  for (const what of MEASURED) measure(what, async () => 0);
  measureByStatus("commands-open", async () => ({ queued: 0 }));
  const text = await registry.metrics();
  const families = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return families.flatMap(([, name = "", type]) =>
    type === "histogram" || type === "summary"
      ? ["", "_sum", "_count", "_bucket"].map((part) => name + part)
      : [name],
  );
}

describe("dashboards", () => {
  const all = Object.entries(dashboards());

  test.each(all)("%s asks only for what the server tells", async (_name, dashboard) => {
    const expressions = [...JSON.stringify(dashboard).matchAll(/"expr":"((?:[^"\\]|\\.)*)"/g)];
    expect(expressions.length).toBeGreaterThan(5);
    const asked = expressions.flatMap(([, text]) => metricNames(JSON.parse(`"${text}"`)));
    expect([...(await exposed()), ...OF_PROMETHEUS]).toEqual(expect.arrayContaining(asked));
  });

  test.each(all)("%s is in the chart as it is here", (name, dashboard) => {
    const kept = JSON.parse(read(`../helm/zpr/files/dashboards/${name}.json`));
    expect(kept).toEqual(JSON.parse(JSON.stringify(dashboard)));
  });
});

describe("alert rules", () => {
  test.skipIf(!existsSync(PROMTOOL))("sound when they should, and not on an ordinary day", () => {
    const { stdout, stderr, status } = spawnSync(PROMTOOL, ["test", "rules", "alerts.test.yaml"], {
      cwd: FOLDER,
      encoding: "utf8",
    });
    expect(stdout + stderr).toContain("SUCCESS");
    expect(status).toBe(0);
  });

  test("ask only for what the server tells", async () => {
    const asked = rules.flatMap(({ expr }) => metricNames(expr));
    expect(asked).toContain("zpr_frames_kept_total");
    expect([...(await exposed()), ...OF_PROMETHEUS]).toEqual(expect.arrayContaining(asked));
  });

  test("have a runbook each, a severity, and a case in which they sound", () => {
    const runbooks = read("../../docs/runbooks.md");
    const cases = read("alerts.test.yaml");
    for (const { alert, labels } of rules) {
      expect(runbooks).toContain(`\n## ${alert}\n`);
      expect(cases).toMatch(
        new RegExp(`alertname: ${alert}\\n\\s+eval_time: \\d+m\\n\\s+exp_alerts:\\n`),
      );
      expect(["critical", "warning", "info"]).toContain(labels.severity);
    }
    expect(runbooks.match(/^## Zpr\w+$/gm)).toHaveLength(rules.length);
  });

  test.skipIf(!isThere(helm))("come with the chart, word by word", async () => {
    const rendered = await renderChart(`--values=${FOLDER}../helm/examples/nginx.yaml`);
    expect(rendered.find("PrometheusRule", "zpr").spec).toEqual({ groups });
    expect(rendered.text).toContain("zpr-river.json: |");
  });
});

test("names in an expression are told from words and labels", () => {
  expect(
    metricNames('sum by (role) (rate(a_total{b="c"}[5m] offset 1d)) > 0.1 * sum(d:e) unless f'),
  ).toEqual(["a_total", "d:e", "f"]);
  expect(
    metricNames("histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m]))) > 1 or max(b) > 2"),
  ).toEqual(["a_bucket", "b"]);
});
