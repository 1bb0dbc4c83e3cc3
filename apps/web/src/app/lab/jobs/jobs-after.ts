import type { JobEvent } from "../live-event.ts";
import type { Job } from "./jobs-api.ts";

/** Jobs as they are after some events, and the ids of those that the server must be asked about: new, or in another state. */
export function jobsAfter(
  jobs: readonly Job[],
  events: readonly JobEvent[],
): { readonly jobs: readonly Job[]; readonly ask: readonly string[] } {
  const last = new Map(events.map((event) => [event.jobId, event]));
  const known = new Map(jobs.map((job) => [job.id, job]));
  const ask = [...last.values()]
    .filter(({ jobId, state }) => known.get(jobId)?.state !== state)
    .map(({ jobId }) => jobId);
  return { jobs: jobs.map((job) => after(job, last.get(job.id))), ask };
}

function after(job: Job, event: JobEvent | undefined): Job {
  if (!event || event.state !== job.state) return job;
  return { ...job, done: Math.max(job.done, event.done), total: event.total };
}

/** Seconds until a running job is done, at its rate so far; undefined when nobody can say. */
export function secondsLeft({ state, done, total, perSecond }: Job): number | undefined {
  if (state !== "running" || total === null || !perSecond) return undefined;
  return Math.max(0, total - done) / perSecond;
}
