/**
 * One gateway process and 20,000 trackers: memory of an idle connection, how soon 2,000 that report
 * at once are answered, how many calls a second (connect, log in, send, hang up) are answered in
 * 250 ms, and the CPU time of a frame beside that of a bare echo. Every answer is durable.
 *
 *   npm run bench:gateway -- [--trackers 20000] [--seconds 6]
 */
import { type ChildProcess, execFileSync, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { CallersOrder, CallersReport } from "./callers.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { startServerProcess } from "./server-process.ts";

const PROCESSES = 2;
const AT_ONCE = 2000;
const SLOW_MILLISECONDS = 250;
/** Files and sockets that the server may yet open for itself, beside those it has. */
const SPARE_FILES = 40;
const RATES = [250, 500, 750, 1000, 1500, 2000, 3000, 4000];
const FRAME_CONNECTIONS = 100;

const { values: asked } = parseArgs({
  options: {
    trackers: { type: "string", default: "20000" },
    seconds: { type: "string", default: "6" },
  },
});
const seconds = Number(asked.seconds);

const folder = await mkdtemp(join(tmpdir(), "zpr-bench-"));
const server = await startServerProcess(folder, []);
const callers = Array.from({ length: PROCESSES }, () =>
  fork(new URL("./callers.ts", import.meta.url).pathname, { stdio: "inherit" }),
);
const { teltonikaPort: port, pid } = server;
try {
  await idleAndAtOnce();
  await steadyCalls();
  await cpuOfFrames();
} finally {
  for (const caller of callers) caller.kill();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function idleAndAtOnce(): Promise<void> {
  const limit = openFilesLimit();
  const ownFiles = readdirSync(`/proc/${pid}/fd`).length + SPARE_FILES;
  const wanted = Math.min(Number(asked.trackers), limit - ownFiles);
  if (wanted < Number(asked.trackers))
    console.log(
      `a process may open ${limit} files here: ${wanted} trackers in place of ${asked.trackers}`,
    );
  const before = residentBytes(pid);
  const each = Math.floor(wanted / PROCESSES);
  const began = performance.now();
  const connecting = await tellAll((index) => ({
    do: "connect",
    port,
    from: index * each,
    count: each,
  }));
  const took = (performance.now() - began) / 1000;
  await pause(2000);
  const kilobytes = (residentBytes(pid) - before) / 1024 / connecting.waits.length;
  console.log(
    `${connecting.waits.length} trackers connected and logged in within ${took.toFixed(1)} s, ${connecting.failed} failed; ${kilobytes.toFixed(1)} kB resident for each idle connection`,
  );
  for (let round = 1; round <= 3; round++) {
    const report = await tellAll(() => ({ do: "report", count: AT_ONCE / PROCESSES }));
    console.log(`${AT_ONCE} of them report at once, round ${round}: ${spread(report)}`);
  }
  await tellAll(() => ({ do: "hang up" }));
  await pause(1000);
}

/** What of calls is slow is what a tracker pays for with its battery. */
async function steadyCalls(): Promise<void> {
  let best = 0;
  let slow = 0;
  for (const rate of RATES) {
    const report = await tellAll(() => ({
      do: "calls",
      port,
      perSecond: rate / PROCESSES,
      seconds,
    }));
    console.log(`${rate} calls a second (connect, log in, send, hang up): ${spread(report)}`);
    const isSlow = quantile(report, 0.99) > SLOW_MILLISECONDS || report.failed > 0;
    if (!isSlow) best = rate;
    slow = isSlow ? slow + 1 : 0;
    // Once may be the machine's own hiccup.
    if (slow === 2) break;
  }
  console.log(
    `highest rate with p99 under ${SLOW_MILLISECONDS} ms: ${best} calls a second, ${(best * 3600).toLocaleString("en")} trackers that call once an hour`,
  );
}

async function cpuOfFrames(): Promise<void> {
  const { child: echo, echoPort } = await startEcho();
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < 3; round++) {
    bare.push(await microsecondsAFrame(echo.pid ?? 0, echoPort, true));
    ours.push(await microsecondsAFrame(pid, port, false));
  }
  echo.kill();
  const [own, least] = [median(ours), median(bare)];
  console.log(
    `CPU time of a frame, durable and decoded in the same process: ${own.toFixed(1)} µs; a bare echo of it: ${least.toFixed(1)} µs; ratio ${(own / least).toFixed(1)} (medians of 3)`,
  );
}

async function microsecondsAFrame(process: number, port: number, isEcho: boolean): Promise<number> {
  const before = cpuSeconds(process);
  const report = await tellAll(() => ({
    do: "frames",
    port,
    connections: FRAME_CONNECTIONS / PROCESSES,
    seconds: seconds / 2,
    isEcho,
  }));
  return ((cpuSeconds(process) - before) * 1e6) / report.waits.length;
}

async function startEcho(): Promise<{ readonly child: ChildProcess; readonly echoPort: number }> {
  const child = spawn(process.execPath, [new URL("./echo.ts", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stdout = child.stdout;
  if (!stdout) throw new Error("the echo server says nothing");
  const [line] = await once(stdout, "data");
  return { child, echoPort: Number(String(line)) };
}

/** Gives every process of callers its order and adds up what they report. */
async function tellAll(orderOf: (index: number) => CallersOrder): Promise<CallersReport> {
  const reports = await Promise.all(
    callers.map(async (caller, index): Promise<CallersReport> => {
      caller.send(orderOf(index));
      const [report] = await once(caller, "message");
      return report;
    }),
  );
  return {
    waits: reports.flatMap(({ waits }) => waits).toSorted((a, b) => a - b),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function spread(report: CallersReport): string {
  const [p50, p99] = [quantile(report, 0.5), quantile(report, 0.99)];
  return `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${report.failed} failed`;
}

function quantile({ waits }: CallersReport, share: number): number {
  return waits[Math.floor(waits.length * share)] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function residentBytes(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

function openFilesLimit(): number {
  const text = execFileSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" }).trim();
  return text === "unlimited" ? Number.POSITIVE_INFINITY : Number(text);
}
