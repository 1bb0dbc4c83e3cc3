import type { Job, JobStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { requireRole } from "./caller.ts";
import { ProblemError } from "./problem.ts";

/** The job of a path, if the caller may see it; otherwise the request ends. */
export async function findJob(
  request: FastifyRequest<{ Params: { id: string } }>,
  jobStore: JobStore,
): Promise<Job> {
  const job = await jobStore.find(request.params.id);
  if (!job) throw new ProblemError("not-found");
  requireRole(request, job.studyId, "viewer");
  return job;
}
