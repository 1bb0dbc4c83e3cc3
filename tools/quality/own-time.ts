import { readFileSync, writeFileSync } from "node:fs";

/** What Chromium traced of a thread; times in microseconds, `tts` and `tdur` by the thread's own clock. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  ts: number;
  dur?: number;
  readonly tts?: number;
  readonly tdur?: number;
}

type Task = TraceEvent & Required<Pick<TraceEvent, "dur" | "tts" | "tdur">>;

/**
 * Rewrites a trace as if each task of a thread had had a processor to itself: a clock on the wall
 * counts the time in which others had it, the thread's own clock does not.
 */
export function tellInOwnTime(file: string): void {
  const trace = JSON.parse(readFileSync(file, "utf8")) as { readonly traceEvents: TraceEvent[] };
  for (const events of byThread(trace.traceEvents)) shorten(events);
  writeFileSync(file, JSON.stringify(trace));
}

function byThread(events: readonly TraceEvent[]): Iterable<TraceEvent[]> {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    const known = threads.get(thread);
    if (known) known.push(event);
    else threads.set(thread, [event]);
  }
  return threads.values();
}

/** Tasks begin when they began; what is in them moves up to where the thread's own clock puts it. */
function shorten(events: TraceEvent[]): void {
  events.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  let task: Omit<Task, "name"> | undefined;
  for (const event of events) {
    if (task && event.ts >= task.ts + task.dur) task = undefined;
    if (!task && isTask(event)) task = { ...event };
    if (task) moveUp(event, task);
  }
}

function moveUp(event: TraceEvent, task: Omit<Task, "name">): void {
  const { tts, tdur } = event;
  if (tts === undefined) return;
  event.ts = task.ts + Math.min(Math.max(0, tts - task.tts), task.tdur);
  if (tdur !== undefined && event.dur !== undefined) event.dur = tdur;
}

function isTask(event: TraceEvent): event is Task {
  const { name, ph, dur, tts, tdur } = event;
  const isKnown = dur !== undefined && tts !== undefined && tdur !== undefined;
  return ph === "X" && isKnown && (name === "RunTask" || name.endsWith("::RunTask"));
}
