import { pageFunctions } from "lighthouse/core/lib/page-functions.js";
import type { BrowserContext } from "playwright-core";

/** What Lighthouse's benchmark index says of a phone of the middle class. */
export const PHONE_BENCHMARK = 500;
/** Lighthouse's own, for a desk with an index of 2000. */
export const MOST_SLOWDOWN = 4;

/** However busy a machine says it is, a phone is taken to be slower by so much. */
export const LEAST_SLOWDOWN = 2;

/** How fast this machine is for a page just now, by Lighthouse's own benchmark. */
export async function benchmarkOf(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  const index = await page.evaluate<number>(
    `(${pageFunctions.computeBenchmarkIndex.toString()})()`,
  );
  await page.close();
  return Math.round(index);
}

/** How many times slower a phone is than a machine; a slow or busy one is slowed less, none more than Lighthouse would. */
export function slowdownOn(benchmark: number): number {
  return Math.min(MOST_SLOWDOWN, Math.max(LEAST_SLOWDOWN, benchmark / PHONE_BENCHMARK));
}
