import { inAnHour, quantiles, type Row } from "./panels.ts";

/** What people send and see. */
export const people: readonly Row[] = [
  {
    title: "Reports",
    panels: [
      {
        title: "Reports",
        description: "In an hour: new, new and to be looked at first, and such as came again",
        unit: "short",
        queries: inAnHour("zpr_reports_total", "outcome"),
      },
      {
        title: "Photos",
        description: "In an hour: new, come again, unreadable",
        unit: "short",
        queries: inAnHour("zpr_report_photos_total", "outcome"),
      },
      {
        title: "Refused and failed",
        description: "Reports and photos in an hour: refused is theirs, failed is ours",
        unit: "short",
        queries: [
          {
            expression:
              'sum by (area, outcome) (increase(zpr_answer_seconds_count{area=~"reports|photos",outcome!="ok"}[1h]))',
            legend: "{{area}} {{outcome}}",
          },
        ],
      },
    ],
  },
  {
    title: "Map",
    panels: [
      {
        title: "Tiles",
        description: "Asked for, each second",
        unit: "short",
        queries: [
          {
            expression:
              'sum by (outcome) (rate(zpr_answer_seconds_count{area="tiles"}[$__rate_interval]))',
            legend: "{{outcome}}",
          },
        ],
      },
      {
        title: "Time to a tile",
        description: "From the request to the end of the answer",
        unit: "s",
        queries: quantiles("zpr_answer_seconds", '{area="tiles"}'),
      },
      {
        title: "Answers out of the cache",
        description: "Share of those that may be remembered; the others asked the database",
        unit: "percentunit",
        queries: [
          {
            expression:
              'sum by (question) (rate(zpr_cache_answers_total{source="kept"}[$__rate_interval])) / sum by (question) (rate(zpr_cache_answers_total[$__rate_interval]))',
            legend: "{{question}}",
          },
        ],
      },
    ],
  },
  {
    title: "All answers",
    panels: [
      {
        title: "Answers",
        description: "Each second, by area; live events are not among them",
        unit: "short",
        queries: [
          {
            expression: "sum by (area) (rate(zpr_answer_seconds_count[$__rate_interval]))",
            legend: "{{area}}",
          },
        ],
      },
      {
        title: "Slow answers",
        description: "95th percentile, by area",
        unit: "s",
        queries: [
          {
            expression:
              "histogram_quantile(0.95, sum by (area, le) (rate(zpr_answer_seconds_bucket[$__rate_interval])))",
            legend: "{{area}}",
          },
        ],
      },
      {
        title: "Failed answers",
        description: "Errors of ours in an hour, by area",
        unit: "short",
        queries: [
          {
            expression: 'sum by (area) (increase(zpr_answer_seconds_count{outcome="failed"}[1h]))',
            legend: "{{area}}",
          },
        ],
      },
    ],
  },
];
