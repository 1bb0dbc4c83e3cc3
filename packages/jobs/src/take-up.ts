import type { Job, JobEnd, JobNews, TakenJob } from "@zpr/ports";
import { CannotBeDone } from "./cannot-be-done.ts";
import type { JobPorts } from "./job-ports.ts";
import { keepResult } from "./result-parts.ts";
import { Stopped } from "./stopped.ts";
import type { Desk } from "./work.ts";

/** A job that ended this many processes is likely to be what ended them. */
const MOST_ATTEMPTS = 5;
const RESULT_MILLISECONDS = 7 * 24 * 3_600_000;
const TELL_EVERY_MILLISECONDS = 500;

interface Circumstances extends JobPorts {
  readonly holdMilliseconds: number;
  /** Aborted when the process is to end. */
  readonly signal: AbortSignal;
}

/** Does one job to its end, or until it is called off; whatever becomes of it is written down. */
export async function takeUp(job: TakenJob, around: Circumstances): Promise<void> {
  const { jobQueue, works, log, holdMilliseconds } = around;
  const beat = setInterval(
    () => void jobQueue.note(job, holdMilliseconds).catch(() => undefined),
    holdMilliseconds / 3,
  );
  try {
    if (job.attempts > MOST_ATTEMPTS)
      throw new CannotBeDone(`it was begun ${MOST_ATTEMPTS} times and never came to an end`);
    tell({ done: 0, total: null, state: "running" });
    const done = await works[job.kind](job, deskOf(job, around, tell));
    await end({ state: "done", ...done });
  } catch (error) {
    await endBadly(error);
  } finally {
    clearInterval(beat);
  }

  async function endBadly(error: unknown): Promise<void> {
    if (!(error instanceof Stopped)) {
      if (!(error instanceof CannotBeDone)) log.error({ job: job.id, error }, "a job failed");
      const said = error instanceof CannotBeDone ? error.message : "something broke on our side";
      return end({ state: "failed", error: said });
    }
    if (error.why === "cancelled") return end({ state: "cancelled" });
    if (error.why === "closing") await jobQueue.release(job);
  }

  async function end(how: JobEnd): Promise<void> {
    const ended = await jobQueue.end(job, how);
    if (ended) tell(ended);
  }

  function tell({ state, done, total }: Pick<Job, "state" | "done" | "total">): void {
    const { id: jobId, studyId } = job;
    around.liveEvents.publish({ kind: "job", jobId, studyId, state, done, total });
  }
}

function deskOf(
  job: TakenJob,
  { jobQueue, objectStore, now, holdMilliseconds, signal }: Circumstances,
  tell: (news: Pick<Job, "state" | "done" | "total">) => void,
): Desk {
  let toldAt = 0;
  async function report(news: JobNews): Promise<void> {
    if (signal.aborted) throw new Stopped("closing");
    // What a successor must know is written at once; mere progress need not cost a query a row.
    if (news.memory === undefined && Date.now() - toldAt < TELL_EVERY_MILLISECONDS) return;
    toldAt = Date.now();
    const answer = await jobQueue.note(job, holdMilliseconds, news);
    if (answer !== "go-on") throw new Stopped(answer);
    tell({ state: "running", done: news.done, total: news.total });
  }
  return {
    report,
    keep: (file) =>
      keepResult(objectStore, job.id, {
        file,
        until: new Date(now().getTime() + RESULT_MILLISECONDS),
      }),
  };
}
