import { setTimeout as pause } from "node:timers/promises";
import type { JourneyRecount } from "@zpr/ports";
import type { Work } from "./work.ts";

const BATCH_JOURNEYS = 200;
const LOOK_EVERY_MILLISECONDS = 200;

/** Has every journey of a study told again from its beginning; the journey keeper does it. */
export function recomputeWork(ports: {
  readonly recount: JourneyRecount;
  readonly itemCount: (studyId: number) => Promise<number>;
}): Work {
  const { recount, itemCount } = ports;
  return async ({ studyId, memory }, desk) => {
    const total = await itemCount(studyId);
    let { done, after } = placeIn(memory);
    for (;;) {
      await desk.report({ done, total: Math.max(total, done), memory: { done, after } });
      const marked = await recount.mark(studyId, { after, limit: BATCH_JOURNEYS });
      const last = marked.at(-1);
      if (last === undefined) return { outcome: { journeys: done }, result: null };
      let left = await recount.waiting(marked);
      while (left > 0) {
        await desk.report({ done: done + marked.length - left, total });
        await pause(LOOK_EVERY_MILLISECONDS);
        left = await recount.waiting(marked);
      }
      done += marked.length;
      after = last;
    }
  };
}

/** Where a worker before this one had come to. */
function placeIn(memory: unknown): { readonly done: number; readonly after: number } {
  const place = memory as { readonly done: number; readonly after: number } | null;
  return place ?? { done: 0, after: 0 };
}
