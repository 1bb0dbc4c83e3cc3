import { JOB_KINDS, JOB_STATES, type Job, type JobKey } from "@zpr/ports";
import { Type } from "typebox";
import { Id, Instant, InstantText, nullable, oneOf } from "./shapes.ts";

/** A job as the API shows it. */
export const JobShape = Type.Object({
  id: Type.String({ format: "uuid" }),
  studyId: Id,
  kind: oneOf(JOB_KINDS),
  state: oneOf(JOB_STATES),
  done: Type.Integer(),
  total: nullable(Type.Integer({ description: "Null until it is known" })),
  perSecond: nullable(Type.Number({ description: "How many are done a second, on average" })),
  cancelWanted: Type.Boolean(),
  outcome: nullable(Type.Record(Type.String(), Type.Integer())),
  error: nullable(Type.String()),
  result: nullable(
    Type.Object({
      url: Type.String({ description: "Where to get the file" }),
      name: Type.String(),
      mediaType: Type.String(),
      bytes: Type.Integer(),
      until: Type.Unsafe<Date>(
        Type.String({ format: "date-time", description: "When it is deleted" }),
      ),
    }),
  ),
  createdAt: Instant,
  createdBy: Type.String(),
  startedAt: nullable(Instant),
  endedAt: nullable(Instant),
});

export const JobParams = Type.Object({ id: Type.String({ format: "uuid" }) });

/** The id by which whoever asks for a job knows it; the same id again asks for nothing new. */
export const JobId = Type.String({ format: "uuid", description: "Made by the caller" });

/** What lists of jobs are ordered by. */
export const JOB_ORDER = {
  of: ({ createdAt, id }: Job): JobKey => ({ createdAt, id }),
  shape: Type.Object({ createdAt: InstantText, id: Type.String({ format: "uuid" }) }),
  revive: ({ createdAt, id }: JobKey): JobKey => ({ createdAt: new Date(createdAt), id }),
};

/** A job with its rate and the way to its result. */
export function shownJob(job: Job, now: Date) {
  const { result } = job;
  return {
    ...job,
    perSecond: rateOf(job, now),
    result: result && { ...result, url: `/api/v1/jobs/${job.id}/result` },
  };
}

function rateOf({ done, startedAt, endedAt }: Job, now: Date): number | null {
  const seconds = startedAt && ((endedAt ?? now).getTime() - startedAt.getTime()) / 1000;
  return seconds && seconds > 0 ? Math.round((done / seconds) * 10) / 10 : null;
}
