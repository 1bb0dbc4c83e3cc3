import type { AxeResult } from "./axe-results.ts";
import type { Budget } from "./budgets.ts";
import { LEAST_SCORE, MOST_CLS, MOST_LCP_MILLISECONDS, type Scores } from "./lighthouse-scores.ts";

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

Lighthouse ${lighthouse}, mobile: simulated slow 4G (150 ms, 1.6 Mbit/s) and a processor four times slower. Each score must be at least ${LEAST_SCORE}, the largest contentful paint under ${seconds(MOST_LCP_MILLISECONDS)}, layout shift at most ${MOST_CLS}. The best of up to three runs, as a busy machine makes a page slower than it is and never faster. Pages behind the links of mails ask search engines to stay away, so SEO says nothing of them.

| screen | performance | accessibility | best practices | SEO | LCP | blocking | CLS | costs points |
|---|---|---|---|---|---|---|---|---|
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
  return `| ${[...cells, scores.cls.toFixed(3), flaws.join(", ") || "–"].join(" | ")} |`;
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
