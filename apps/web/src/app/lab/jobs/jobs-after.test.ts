import { describe, expect, it } from "vitest";
import type { JobEvent } from "../live-event.ts";
import { jobsAfter, secondsLeft } from "./jobs-after.ts";
import type { Job } from "./jobs-api.ts";

const job: Job = {
  id: "a",
  studyId: 1,
  kind: "import",
  state: "running",
  done: 10,
  total: 100,
  perSecond: 5,
  cancelWanted: false,
  outcome: null,
  error: null,
  result: null,
  createdAt: "2026-07-01T10:00:00Z",
  createdBy: "An",
  startedAt: "2026-07-01T10:00:00Z",
  endedAt: null,
};
const event = (more: Partial<JobEvent>): JobEvent => ({
  kind: "job",
  studyId: 1,
  jobId: "a",
  state: "running",
  done: 20,
  total: 100,
  ...more,
});

describe("jobs and their events", () => {
  it("a job goes on, and never back", () => {
    expect(jobsAfter([job], [event({})])).toMatchObject({ jobs: [{ done: 20 }], ask: [] });
    expect(jobsAfter([job], [event({ done: 3 })]).jobs).toMatchObject([{ done: 10 }]);
  });

  it("one that ended, or that nobody knew, is asked for", () => {
    const { ask } = jobsAfter([job], [event({ state: "done" }), event({ jobId: "b" })]);
    expect(ask).toEqual(["a", "b"]);
  });

  it("says how long it takes while it runs", () => {
    expect(secondsLeft(job)).toBe(18);
    expect(secondsLeft({ ...job, total: null })).toBeUndefined();
    expect(secondsLeft({ ...job, state: "done" })).toBeUndefined();
  });
});
