import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  readonly endedChildren: number;
}

/** CPU seconds a process has used so far. */
export function cpuSeconds(pid: number): number {
  return timesOf(pid)?.own ?? 0;
}

/** CPU seconds a process and its children have used so far, those that have ended included. */
export function familyCpuSeconds(pid: number): number {
  const head = timesOf(pid);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => timesOf(Number(name)) ?? [])
    .filter((times) => times.parent === pid);
  return (
    (head?.own ?? 0) +
    (head?.endedChildren ?? 0) +
    children.reduce((sum, child) => sum + child.own, 0)
  );
}

/** From proc(5): after the name in brackets, parent is field 4, the times are fields 14 to 17. */
function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const seconds = (number: number) => Number(fields[number - 3]) / TICKS_PER_SECOND;
    return {
      parent: Number(fields[1]),
      own: seconds(14) + seconds(15),
      endedChildren: seconds(16) + seconds(17),
    };
  } catch {
    return undefined;
  }
}
