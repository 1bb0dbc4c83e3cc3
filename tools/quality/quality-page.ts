import type { AxeResult } from "./axe-results.ts";
import type { Budget } from "./budgets.ts";
import {
  LEAST_SCORE,
  MOST_CLS,
  MOST_LCP_MILLISECONDS,
  MOST_TRIES,
  type Scores,
} from "./lighthouse-scores.ts";
import { QUIET_LOAD } from "./quiet-moment.ts";

/** All that was measured. */
export interface Measured {
  readonly date: string;
  readonly lighthouse: string;
  readonly scores: readonly Scores[];
  readonly budgets: readonly Budget[];
  readonly axe: readonly AxeResult[];
}

/** What was measured, as Markdown. */
export function qualityPage({ date, lighthouse, scores, budgets, axe }: Measured): string {
  return `# Quality of the finder's screens

Written by \`npm run quality\` on ${date}; it fails when a number is not what is allowed. What it measures is the built web app on the real server with a small study, in a browser that has never been there.

## Lighthouse

Lighthouse ${lighthouse}, mobile: simulated slow 4G (150 ms, 1.6 Mbit/s) and a processor four times slower. Each score must be at least ${LEAST_SCORE}, the largest contentful paint under ${seconds(MOST_LCP_MILLISECONDS)}, layout shift at most ${MOST_CLS}. Pages behind the links of mails ask search engines to stay away, so SEO says nothing of them.

The network is simulated; the time that scripts need, four times as long on the phone, is that of the machine which measures. Who else is at work there would be in the numbers. Against that:

- The processor's time counts, not that of the wall: the trace is told again by the clock of each thread, which stands still while others have the processor.
- Each run waits for a quiet moment, a load below ${QUIET_LOAD}, as long as patience lasts. "Load" is what there was.
- What is shown is the best of up to ${MOST_TRIES} runs, and the first that is good ends it: others at work make a page slower than it is and never faster. "Runs" says how many it took.

| screen | performance | accessibility | best practices | SEO | LCP | blocking | CLS | costs points | runs | load |
|---|---|---|---|---|---|---|---|---|---|---|
${scores.map(scoreRow).join("\n")}

## Budgets

| what | measured | allowed |
|---|---|---|
${budgets.map(({ what, measured, allowed, unit }) => `| ${what} | ${figure(measured)} ${unit} | ${allowed} ${unit} |`).join("\n")}

## WCAG 2.2 AA, every state

axe on each screen and state that [screens](screens/README.md) shows: light, dark and forced colours.

| state | light | dark | forced colours |
|---|---|---|---|
${axe.map(({ title, light, dark, forced }) => `| ${title} | ${found(light)} | ${found(dark)} | ${found(forced)} |`).join("\n")}
`;
}

function scoreRow(scores: Scores): string {
  const { screen, performance, accessibility, bestPractices, seo, flaws } = scores;
  const times = [seconds(scores.lcpMilliseconds), `${Math.round(scores.tbtMilliseconds)} ms`];
  const cells = [screen, performance, accessibility, bestPractices, seo ?? "–", ...times];
  const { tries, load } = scores.conditions;
  const how = [tries, load.toFixed(1)];
  return `| ${[...cells, scores.cls.toFixed(3), flaws.join(", ") || "–", ...how].join(" | ")} |`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function found(violations: readonly string[]): string {
  return violations.length === 0 ? "✓" : violations.join("; ").replaceAll("|", "\\|");
}
