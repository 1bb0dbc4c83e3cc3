import type { CDPSession, Page } from "playwright-core";

const BUSIEST = 6;

/** Where the time went while something happened. */
export interface Cost<Result> {
  readonly result: Result;
  /** Seconds of processor time of the page's process: its main thread, workers and compositor. */
  readonly rendererSeconds: number;
  /** Of the process that draws; without a graphics card that is the drawing itself. */
  readonly graphicsSeconds: number;
  /** Functions of the main thread by their own share of its time, the busiest first. */
  readonly busiest: readonly { readonly name: string; readonly share: number }[];
}

/** Watches a page's main thread and processes over the Chrome DevTools Protocol. */
export async function costOf<Result>(
  page: Page,
  processes: CDPSession,
  happening: () => Promise<Result>,
): Promise<Cost<Result>> {
  const thread = await page.context().newCDPSession(page);
  await thread.send("Profiler.enable");
  await thread.send("Profiler.start");
  const before = await secondsByType(processes);
  const result = await happening();
  const after = await secondsByType(processes);
  const profile = await profileOf(thread);
  await thread.detach();
  const spent = (type: string) => (after.get(type) ?? 0) - (before.get(type) ?? 0);
  return {
    result,
    rendererSeconds: spent("renderer"),
    graphicsSeconds: spent("GPU"),
    busiest: busiest(profile),
  };
}

async function secondsByType(processes: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { processInfo } = await processes.send("SystemInfo.getProcessInfo");
  const sums = new Map<string, number>();
  for (const { type, cpuTime } of processInfo) sums.set(type, (sums.get(type) ?? 0) + cpuTime);
  return sums;
}

type Profile = Awaited<ReturnType<typeof profileOf>>;

async function profileOf(thread: CDPSession) {
  const { profile } = await thread.send("Profiler.stop");
  return profile;
}

function busiest({ nodes, samples = [], timeDeltas = [] }: Profile): Cost<unknown>["busiest"] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const sums = new Map<string, number>();
  const whole = Math.max(
    1,
    timeDeltas.reduce((a, b) => a + b, 0),
  );
  samples.forEach((id, at) => {
    const name = names.get(id) || "(unnamed)";
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[at] ?? 0) / whole);
  });
  return [...sums]
    .map(([name, share]) => ({ name, share }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, BUSIEST);
}
