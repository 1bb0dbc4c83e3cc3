/** A line or a family of lines: what Prometheus is asked, and how each is called. */
export interface Query {
  readonly expression: string;
  readonly legend: string;
}

export interface Panel {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly queries: readonly Query[];
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** Of all there is together, each second. */
export function rate(metric: string): string {
  return `sum(rate(${metric}[$__rate_interval]))`;
}

/** Each second, a line for each kind of tracker. */
export function byProtocol(metric: string): readonly Query[] {
  return [
    { expression: `sum by (protocol) (rate(${metric}[$__rate_interval]))`, legend: "{{protocol}}" },
  ];
}

/** How many in an hour, a line for each value of a label. */
export function inAnHour(metric: string, label: string): readonly Query[] {
  return [{ expression: `sum by (${label}) (increase(${metric}[1h]))`, legend: `{{${label}}}` }];
}

/** Half, 95 and 99 of a hundred took no longer. */
export function quantiles(histogram: string, labels = ""): readonly Query[] {
  return [0.5, 0.95, 0.99].map((share) => ({
    expression: `histogram_quantile(${share}, sum by (le) (rate(${histogram}_bucket${labels}[$__rate_interval])))`,
    legend: `p${share * 100}`,
  }));
}

/** A line for each process. */
export function byPod(expression: string): Query {
  return { expression, legend: "{{role}} {{pod}}" };
}
